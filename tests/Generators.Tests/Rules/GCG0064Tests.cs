using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0064Tests
{
    private const string Changing = "protected override Thing OnUpdating(Caller caller, Thing next, Thing current) => next;";

    [Fact]
    public void A_hook_that_needs_the_current_resource_is_not_passed_by() => Findings.AssertOne("GCG0064",
        "'ThingService.OnUpdating' would not be asked of changes that DynamoDB makes itself, without the current 'Thing': remove Direct = true from [Changes]",
        Source("(Direct = true)") + $"public partial class ThingService {{ {Changing.Replace("OnUpdating", "[|OnUpdating|]")} }}");

    [Fact]
    public void Nor_is_that_of_a_derived_service() => Findings.AssertOne("GCG0064",
        "'Special.OnUpdating' would not be asked of changes that DynamoDB makes itself, without the current 'Thing': remove Direct = true from [Changes]",
        Source("(Direct = true)") + $"public class Special(ServiceEnvironment environment) : ThingService(environment) {{ {Changing.Replace("OnUpdating", "[|OnUpdating|]")} }}");

    [Fact]
    public void Other_hooks_and_changes_to_what_is_read_are_fine()
    {
        Findings.AssertNone(Source("(Direct = true)") + "public partial class ThingService { protected override Thing OnCreating(Caller caller, Thing resource) => resource; }");
        Findings.AssertNone(Source("") + $"public partial class ThingService {{ {Changing} }}");
    }

    private static string Source(string arguments) => Rule.Resource($"{Rule.Key}[Changes{arguments}]", "public int X { get; init; }");
}
