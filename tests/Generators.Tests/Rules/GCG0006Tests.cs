using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0006Tests
{
    [Fact]
    public void Each_resource_has_its_own_name()
    {
        var found = Findings.Of(Rule.Members("public int X { get; init; }") + """

            [Resource("things")]
            [PrimaryKey("TENANT#{TenantId}", "WIDGET#{Id}")]
            public partial record Widget;
            """);
        var duplicate = Assert.Single(found, static diagnostic => diagnostic.Id == "GCG0006");
        Assert.Equal("'Thing' and 'Widget' are both called 'things'; give one of them another name", duplicate.GetMessage());
        Assert.Equal("\"things\"", duplicate.Location.SourceTree!.GetText().ToString(duplicate.Location.SourceSpan));

        // One mistake, one report: that their routes are the same follows.
        Assert.Single(found);
    }

    [Fact]
    public void And_its_own_property_of_the_application() => Findings.AssertOne("GCG0006",
        "'A' and 'B' are both called 'Order1'; give one of them another name", """
        [Resource("order-1")] [PrimaryKey("TENANT#{TenantId}", "A#{Id}")] public partial record A;
        [Resource([|"order1"|])] [PrimaryKey("TENANT#{TenantId}", "B#{Id}")] public partial record B;
        """);

    [Fact]
    public void Other_names_are_fine() => Findings.AssertNone(Rule.Members("public int X { get; init; }"), """
        [Resource("widgets")] [PrimaryKey("TENANT#{TenantId}", "WIDGET#{Id}")] public partial record Widget;
        """);
}
