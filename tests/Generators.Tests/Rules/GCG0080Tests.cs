using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0080Tests
{
    [Theory]
    [InlineData("public class Other", "HttpOperation(\"POST\", \"/things/go\")", "HttpOperation", "Other")]
    [InlineData("public class OtherService", "Job(\"go\")", "Job", "OtherService")]
    [InlineData("public static partial class Outer { public class ThingService", "Job(\"go\")", "Job", "ThingService")]
    public void An_operation_is_a_method_of_the_service_of_a_resource(string head, string attribute, string name, string type) => Findings.AssertOne("GCG0080",
        $"Nothing calls '{type}.Go': [{name}] belongs on a method of a resource's service, the 'partial class' that is called as the resource with 'Service' behind and stands beside it",
        $"{Rule.Members("")}\n{head} {{ [[|{attribute}|]] public void Go() {{ }} }}{(head.Contains("Outer", StringComparison.Ordinal) ? " }" : "")}");
}
