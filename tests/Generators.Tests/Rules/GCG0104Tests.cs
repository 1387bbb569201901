using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0104Tests
{
    private const string Thing = """
        [Resource("things")] [PrimaryKey("TENANT#{TenantId}", "THING#{Id}")] public partial record Thing;

        """;

    [Fact]
    public void Each_collection_has_its_own_name() => Findings.AssertOne("GCG0104",
        "'Web.All' and 'Print.All' would both be 'AllReader' of the application, and one of them would be missing there: rename one of them",
        Thing + Collection("Print", "All") + Collection("Web", "[|All|]"));

    [Fact]
    public void Which_is_no_resources_either() => Findings.AssertOne("GCG0104",
        "'Web.All' and 'Reader' would both be 'AllReader' of the application, and one of them would be missing there: rename one of them",
        Thing + "[Resource(\"all-reader\")] [PrimaryKey(\"TENANT#{TenantId}\", \"READER#{Id}\")] public partial record Reader;\n" + Collection("Web", "[|All|]"));

    [Fact]
    public void Other_names_are_fine() => Findings.AssertNone(Thing + Collection("Print", "Printed") + Collection("Web", "All"));

    private static string Collection(string space, string name) =>
        $"namespace {space} {{ [ItemCollection] public partial record {name} {{ public IReadOnlyList<Thing> Things {{ get; init; }} = []; }} }}\n";
}
