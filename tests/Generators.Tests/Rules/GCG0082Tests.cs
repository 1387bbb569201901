using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0082Tests
{
    [Theory]
    [InlineData("/things/{id}/go", "Caller caller", "nothing takes {id}; add a parameter 'string id'")]
    [InlineData("/things/{id}/go/{where}", "Caller caller, ThingKey key", "nothing takes {where}; add a parameter 'string where'")]
    [InlineData("/things/go", "Caller caller, ThingKey key", "the key needs {id} in the route")]
    [InlineData("/things/{thingId}/go", "Caller caller, ThingKey key", "the key needs {id} in the route")]
    public void What_a_route_has_is_taken_and_what_is_taken_it_has(string route, string parameters, string problem) => Findings.AssertOne("GCG0082",
        $"'ThingService.GoAsync' does not match its route '{route}': {problem}",
        Operations.Method($"[HttpOperation(\"POST\", \"{route}\")]", $"[|GoAsync|]({parameters})"));
}
