using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0077Tests
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
    [InlineData("Order [|A|] { get; init; } = null!;", "there may be none that the caller may see: make it 'Order?'")]
    [InlineData("IReadOnlyList<Order>? [|A|] { get; init; }", "a list is never null: make it 'IReadOnlyList<Order>'")]
    [InlineData("List<Order> [|A|] { get; init; } = [];", "it is neither a resource of this project nor an IReadOnlyList of one; compute it with '=>', or remove it")]
    [InlineData("int [|A|] { get; init; }", "it is neither a resource of this project nor an IReadOnlyList of one; compute it with '=>', or remove it")]
    [InlineData("Line? [|A|] { get; init; }", "a partition can hold many of 'Line', one for each 'Id': make it 'IReadOnlyList<Line>'")]
    public void A_member_is_a_resource_or_a_list_of_one(string member, string problem) => Findings.AssertOne("GCG0077",
        $"'Details.A' cannot be read with the item collection: {problem}", Resources + $"[ItemCollection] public partial record Details {{ public {member} }}");

    [Fact]
    public void No_two_members_take_the_same_items() => Findings.AssertOne("GCG0077",
        "'Details.B' cannot be read with the item collection: 'A' already takes the items of type 'Order'",
        Resources + "[ItemCollection] public partial record Details { public Order? A { get; init; } public IReadOnlyList<Order> [|B|] { get; init; } = []; }");

    [Fact]
    public void What_is_computed_may_be_anything() => Findings.AssertNone(
        Resources + "[ItemCollection] public partial record Details { public Order? Order { get; init; } public IEnumerable<Line> Lines { get; init; } = []; public bool Has => Order is not null; }");
}
