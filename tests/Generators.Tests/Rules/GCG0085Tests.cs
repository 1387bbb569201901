using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0085Tests
{
    [Theory]
    [InlineData("", "string title", "does not learn who calls: begin its parameters with 'Caller caller', or say Authentication = Authentication.Public")]
    [InlineData(", Authentication = Authentication.ApiKey", "", "does not learn who calls: begin its parameters with 'Caller caller', or say Authentication = Authentication.Public")]
    [InlineData(", Authentication = Authentication.Public", "Caller caller", "is public, so that nobody is known to call it: remove its parameter of type Caller")]
    public void Who_calls_is_known_to_all_but_public_operations(string authentication, string parameters, string problem) => Findings.AssertOne("GCG0085",
        $"'ThingService.GoAsync' {problem}",
        Operations.Method($"[HttpOperation(\"GET\", \"/things/go\"{authentication})]", $"[|GoAsync|]({parameters})"));

    [Fact]
    public void A_job_has_the_tenant_it_works_for() => Findings.AssertOne("GCG0085",
        "'ThingService.GoAsync' does not learn who calls: begin its parameters with 'Caller caller', or say Authentication = Authentication.Public",
        Operations.Method("[Job(\"go\")]", "[|GoAsync|](CancellationToken cancellationToken)", "Task<ServiceResult<NoContent>>"));
}
