using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0087Tests
{
    [Theory]
    [InlineData("POST", "/things/go", "Name = \"run\"", "are called 'run'; give one another Name")]
    [InlineData("POST", "/things/{where}/run", "Name = \"go\"", "answer POST /things/{where}/run; give one another route")]
    public void Operations_of_a_service_differ_in_name_and_route(string method, string route, string name, string problem) => Findings.AssertOne("GCG0087",
        $"'ThingService.GoAsync' and 'RunAsync' both {problem}",
        Operations.Service($$"""
            [HttpOperation("POST", "/things/{id}/run")]
            public Task<ServiceResult<Thing>> RunAsync(Caller caller, ThingKey key) => throw new NotSupportedException();

            [[|HttpOperation("{{method}}", "{{route}}", {{name}})|]]
            public Task<ServiceResult<Thing>> GoAsync(Caller caller{{(route.Contains("where", StringComparison.Ordinal) ? ", string where" : "")}}) => throw new NotSupportedException();
            """));

    [Fact]
    public void An_operation_takes_the_place_of_a_generated_one() => Findings.AssertNone(Operations.Service("""
        [HttpOperation("GET", "/things/{id}")]
        public Task<ServiceResult<Thing>> ReadAsync(Caller caller, ThingKey key) => throw new NotSupportedException();

        [HttpOperation("POST", "/things/all", Name = "create")]
        public Task<ServiceResult<Thing>> MakeAsync(Caller caller, ThingInput input) => throw new NotSupportedException();
        """));
}
