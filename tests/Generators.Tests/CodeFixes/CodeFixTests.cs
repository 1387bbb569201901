using GeekCafe.CodeFixes;
using GeekCafe.Generators.Tests.Harness;
using GeekCafe.Generators.Tests.Rules;

namespace GeekCafe.Generators.Tests.CodeFixes;

public class CodeFixTests
{
    [Theory]
    [InlineData("public record Thing;", "public partial record Thing;")]
    [InlineData("// A thing.\nrecord Thing { public int X { get; init; } }", "// A thing.\npartial record Thing { public int X { get; init; } }")]
    [InlineData("internal sealed record Thing(int X);", "internal sealed partial record Thing(int X);")]
    public void A_record_is_made_partial(string before, string after) =>
        Fixed.AssertFixes<MakePartialFix>($"[Resource(\"things\")]\n{Rule.Key}\n{before}\n", $"[Resource(\"things\")]\n{Rule.Key}\n{after}\n");

    [Fact]
    public void So_is_what_stands_around_it() => Fixed.AssertFixes<MakePartialFix>(
        $"public static class Outer\n{{\n{Rule.Members("public int X { get; init; }")}\n}}\n", $"public static partial class Outer\n{{\n{Rule.Members("public int X { get; init; }")}\n}}\n");

    [Theory]
    [InlineData("[PrimaryKey(\"THINGS\", \"THING#{Id}\")]", "[PrimaryKey(\"TENANT#{TenantId}#THINGS\", \"THING#{Id}\")]")]
    [InlineData("[PrimaryKey(sort: \"THING#{Id}\", partition: \"OWNER#{OwnerId}\")]", "[PrimaryKey(sort: \"THING#{Id}\", partition: \"TENANT#{TenantId}#OWNER#{OwnerId}\")]")]
    [InlineData(Rule.Key + "[SecondaryIndex(\"ByOwner\", /* who */ \"OWNER#{OwnerId}\", \"{Id}\")]", Rule.Key + "[SecondaryIndex(\"ByOwner\", /* who */ \"TENANT#{TenantId}#OWNER#{OwnerId}\", \"{Id}\")]")]
    public void The_tenant_is_added(string before, string after) => Fixed.AssertFixes<AddTenantFix>(Rule.Keys(before), Rule.Keys(after));

    [Theory]
    [InlineData("THING#{OwnerID}#{Id}", "THING#{OwnerId}#{Id}")]
    [InlineData("THING#{Cuont:D5}#{Id}", "THING#{Count:D5}#{Id}")]
    [InlineData("THING#{here.CITY:lower}#{Id}", "THING#{here.City:lower}#{Id}")]
    public void A_placeholder_is_corrected(string before, string after) => Fixed.AssertFixes<CorrectPlaceholderFix>(
        Rule.Keys($"[PrimaryKey(\"TENANT#{{TenantId}}\", \"{before}\")]"), Rule.Keys($"[PrimaryKey(\"TENANT#{{TenantId}}\", \"{after}\")]"));

    [Fact]
    public void Nothing_is_offered_where_nothing_is_near() =>
        Fixed.AssertNotOffered<CorrectPlaceholderFix>(Rule.Keys("[PrimaryKey(\"TENANT#{TenantId}\", \"THING#{Whatever}\")]"));

    [Fact]
    public void Nothing_is_offered_where_the_pattern_is_a_constant() =>
        Fixed.AssertNotOffered<AddTenantFix>(Rule.Keys("[PrimaryKey(Patterns.Thing, \"THING#{Id}\")]") + " static class Patterns { public const string Thing = \"THINGS\"; }");

    [Fact]
    public void Placeholders_are_separated() => Fixed.AssertFixes<SeparatePlaceholdersFix>(
        Rule.Keys("[PrimaryKey(\"TENANT#{TenantId}\", \"THING#{OwnerId}{Title}{Id}\")]"), Rule.Keys("[PrimaryKey(\"TENANT#{TenantId}\", \"THING#{OwnerId}#{Title}#{Id}\")]"));

    [Theory]
    [InlineData("/// <summary>A thing.</summary>\n[Resource(\"things\")]\npublic partial record Thing;\n",
        "/// <summary>A thing.</summary>\n[Resource(\"things\")]\n[PrimaryKey(\"TENANT#{TenantId}\", \"THING#{Id}\")]\npublic partial record Thing;\n")]
    [InlineData("partial class Outer\n{\n    [Resource(\"things\")]\n    public partial record Thing;\n}\n",
        "partial class Outer\n{\n    [Resource(\"things\")]\n    [PrimaryKey(\"TENANT#{TenantId}\", \"THING#{Id}\")]\n    public partial record Thing;\n}\n")]
    [InlineData("[Resource(\"things\")] public partial record Thing;\n", "[Resource(\"things\")][PrimaryKey(\"TENANT#{TenantId}\", \"THING#{Id}\")] public partial record Thing;\n")]
    public void A_primary_key_is_added(string before, string after) => Fixed.AssertFixes<AddPrimaryKeyFix>(before, after);
}
