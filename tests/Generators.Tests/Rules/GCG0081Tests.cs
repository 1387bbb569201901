using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0081Tests
{
    private const string Body = "GoAsync(Caller caller)";

    [Theory]
    [InlineData("post")]
    [InlineData("HEAD")]
    [InlineData("")]
    public void A_method_is_one_that_operations_have(string method) => Findings.AssertOne("GCG0081",
        $"'{method}' cannot be the method of 'ThingService.GoAsync': it is one of GET, POST, PUT, PATCH, DELETE",
        Operations.Method($"[HttpOperation([|\"{method}\"|], \"/things/go\")]", Body));

    [Theory]
    [InlineData("things/go", "a route begins with '/' and names something, such as '/users/{ownerId}/events'")]
    [InlineData("/things//go", "it has an empty segment")]
    [InlineData("/things/{id}/of/{id}", "it has the parameter {id} twice")]
    [InlineData("/things/x{id}", "the segment 'x{id}' is neither literal nor one parameter in braces")]
    public void A_route_is_a_path(string route, string problem) => Findings.AssertOne("GCG0081",
        $"'{route}' cannot be the route of 'ThingService.GoAsync': {problem}",
        Operations.Method($"[HttpOperation(\"POST\", [|\"{route}\"|])]", Body));

    [Theory]
    [InlineData("Go")]
    [InlineData("go-on")]
    [InlineData("go.on")]
    [InlineData("")]
    public void A_name_is_one_word(string name) => Findings.AssertOne("GCG0081",
        $"'{name}' cannot be the name of 'ThingService.GoAsync': it must be letters and digits that begin with a lower-case letter, such as 'publish'",
        Operations.Method($"[HttpOperation(\"POST\", \"/things/go\", [|Name = \"{name}\"|])]", Body));
}
