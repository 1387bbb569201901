using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0009Tests
{
    [Fact]
    public void A_resource_has_a_primary_key() => Findings.AssertOne("GCG0009",
        "'Thing' needs a primary key: add [PrimaryKey(\"TENANT#{TenantId}\", \"THING#{Id}\")]",
        "[Resource(\"things\")] public partial record [|Thing|];");

    [Fact]
    public void What_it_says_to_add_is_right() => Findings.AssertNone("[Resource(\"things\")] [PrimaryKey(\"TENANT#{TenantId}\", \"THING#{Id}\")] public partial record Thing;");

    [Theory]
    [InlineData("[Resource(\"things\")] [PrimaryKey] public partial record Thing;")]
    [InlineData("[Resource(\"things\")] [PrimaryKey(\"TENANT#{TenantId}\")] public partial record Thing;")]
    [InlineData("[Resource] [PrimaryKey(\"TENANT#{TenantId}\", \"THING#{Id}\")] public partial record Thing;")]
    public void Missing_arguments_the_compiler_reports_itself(string source) =>
        Assert.Equal(["CS7036"], Findings.Of(source).Select(static diagnostic => diagnostic.Id));
}
