using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0086Tests
{
    [Theory]
    [InlineData("public static", "[|GoAsync|](Caller caller)", "it is static; operations belong to the service's object")]
    [InlineData("public", "[|GoAsync|]<T>(Caller caller)", "it is generic, and a request names no types")]
    [InlineData("private", "[|GoAsync|](Caller caller)", "generated code cannot see it; make it public")]
    [InlineData("protected", "[|GoAsync|](Caller caller)", "generated code cannot see it; make it public")]
    public void A_method_can_be_called_by_handlers(string modifiers, string method, string problem) => Findings.AssertOne("GCG0086",
        $"'ThingService.GoAsync' cannot be called: {problem}",
        Operations.Method("[HttpOperation(\"POST\", \"/things/go\")]", method, modifiers: modifiers));
}
