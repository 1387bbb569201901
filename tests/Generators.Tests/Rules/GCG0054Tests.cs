using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0054Tests
{
    private const string Hook = "protected override System.Threading.Tasks.ValueTask<bool> AuthorizeAsync(Caller caller, Operation operation, Thing resource, System.Threading.CancellationToken cancellationToken) => new(true);";

    private const string Other = "protected override System.Threading.Tasks.ValueTask<bool> AuthorizeProjectionAsync<TProjection>(Caller caller, TProjection projection, System.Threading.CancellationToken cancellationToken) => new(true);";

    [Fact]
    public void A_hook_about_whole_resources_needs_one_about_parts() => Findings.AssertOne("GCG0054",
        "For each 'Card' the whole resource is read, since 'ThingService.AuthorizeAsync' decides about whole resources: override AuthorizeProjectionAsync as well",
        Source(Hook, "[|Card|]"));

    [Fact]
    public void With_both_it_is_fine() => Findings.AssertNone(Source(Hook + Other, "Card"));

    private static string Source(string hooks, string card) => Rule.Members("public int X { get; init; }")
        + $"public partial class ThingService {{ {hooks} }} [ProjectionOf<Thing>] public partial record {card} {{ public int X {{ get; init; }} }}";
}
