using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0095Tests
{
    private const string Hearing =
        "protected override System.Threading.Tasks.ValueTask OnChangeAsync(StreamChange<Thing> change, System.Threading.CancellationToken cancellationToken) => default;";

    private static readonly string Thing = Rule.Resource(Rule.Key, "public int X { get; init; }");

    private static string Derived(string members) => $"public class Special(ServiceEnvironment environment) : ThingService(environment) {{ {members} }}";

    [Fact]
    public void A_derived_service_would_hear_of_nothing() => Findings.AssertOne("GCG0095",
        "'Special.OnChangeAsync' would never be called: override it in 'ThingService' itself, where the generator sees it",
        Thing + Derived(Hearing.Replace("OnChangeAsync", "[|OnChangeAsync|]")));

    [Fact]
    public void The_service_itself_hears() => Findings.AssertNone(Thing + $"public partial class ThingService {{ {Hearing} }}");

    [Fact]
    public void A_derived_service_may_hear_more_of_what_its_base_hears() =>
        Findings.AssertNone(Thing + $"public partial class ThingService {{ {Hearing} }}" + Derived(Hearing));
}
