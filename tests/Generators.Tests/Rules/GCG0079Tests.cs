using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0079Tests
{
    private const string Resources = """
        [Resource("orders")]
        [PrimaryKey("TENANT#{TenantId}#ORDER#{Number}", "HEAD")]
        public partial record Order { public required int Number { get; init; } }

        [Resource("lines")]
        [PrimaryKey("TENANT#{TenantId}#ORDER#{OrderNumber}", "LINE#{Id}")]
        [SecondaryIndex("ById", "TENANT#{TenantId}", "LINE#{Id}", Projection = IndexProjection.KeysOnly)]
        public partial record Line { public required int OrderNumber { get; init; } }

        """;

    [Theory]
    [InlineData("record [|Details|] { public int X => 1; }", "it has no member that is a resource: add one, such as 'public IReadOnlyList<Order> Orders { get; init; } = [];'")]
    [InlineData("record [|Details|](Order? Order);", "it has no constructor without parameters: declare its members as properties")]
    public void A_collection_is_made_of_properties(string declaration, string problem) => Findings.AssertOne("GCG0079",
        $"'Details' cannot be an item collection: {problem}", Resources + $"[ItemCollection] public partial {declaration}");

    [Theory]
    [InlineData("gsi7", "'Line' has nothing in the index 'gsi7'; indexes are named as in the table, such as \"gsi1\"")]
    [InlineData("gsi1", "the index 'gsi1' does not hold whole items of 'Line'")]
    public void An_index_holds_all_of_its_resources(string index, string problem) => Findings.AssertOne("GCG0079",
        $"'Details' cannot be an item collection: {problem}",
        Resources + $"[ItemCollection([|Index = \"{index}\"|])] public partial record Details {{ public IReadOnlyList<Line> Lines {{ get; init; }} = []; }}");
}
