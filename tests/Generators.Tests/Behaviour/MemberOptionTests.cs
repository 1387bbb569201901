using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Behaviour;

/// <summary>What attributes on members, and the assembly's naming, change.</summary>
public class MemberOptionTests
{
    [Theory]
    [InlineData("SnakeCase", "starts_at", "in_stock")]
    [InlineData("CamelCase", "startsAt", "inStock")]
    [InlineData("PascalCase", "StartsAt", "InStock")]
    [InlineData("KebabCase", "starts-at", "in-stock")]
    [InlineData("AsDeclared", "StartsAt", "InStock")]
    public void A_policy_names_members_and_enum_values(string policy, string name, string value) => Program.Run(
        [$"[assembly: Naming(Attributes = NamingPolicy.{policy}, Api = NamingPolicy.{policy})]", Declared.Thing("public Level StartsAt { get; init; }") + " public enum Level { None, InStock }"],
        $$$"""
        var thing = Stored(new Thing { StartsAt = Level.InStock });
        Assert.Equal("{\"S\":\"{{{value}}}\"}", Attribute(thing, "{{{name}}}"));
        Assert.Equal("\"{{{value}}}\"", Member(thing, "{{{name}}}"));
        Assert.Equal(thing, ThroughItem(thing));
        Assert.NotNull(Attribute(thing, "created_at"));
        """);

    [Fact]
    public void System_members_follow_in_the_API_and_stay_in_the_table() => Program.Run(
        ["[assembly: Naming(Attributes = NamingPolicy.CamelCase, Api = NamingPolicy.SnakeCase)]", Declared.Thing("public string? FullName { get; init; }")], """
        var thing = Stored(new Thing { FullName = "x" });
        Assert.NotNull(Member(thing, "created_at"));
        Assert.NotNull(Member(thing, "full_name"));
        Assert.NotNull(Attribute(thing, "tenant_id"));
        Assert.NotNull(Attribute(thing, "fullName"));
        """);

    [Fact]
    public void What_is_sensitive_is_not_printed() => Program.Run("""
        [Resource("things")]
        [PrimaryKey("TENANT#{TenantId}", "THING#{Id}")]
        public partial record Thing
        {
            [Sensitive] public required string Email { get; init; }
            public int Count { get; init; }
            public Card? Card { get; init; }
            [Computed] public string Greeting => "To " + Email;
            internal string Inner { get; init; } = "inner";
        }
        public sealed partial record Card(string Holder, [property: Sensitive] string Number);
        """, """
        var thing = Stored(new Thing { Email = "a@b", Count = 3, Card = new("Ann", "4711") });
        Assert.DoesNotContain("a@b", thing.ToString());
        Assert.DoesNotContain("inner", thing.ToString());
        Assert.EndsWith("Email = ***, Count = 3, Card = Card { Holder = Ann, Number = *** } }", thing.ToString());
        Assert.Equal("ThingInput { Email = ***, Count = 3, Card =  }", new ThingInput { Email = "a@b", Count = 3 }.ToString());
        Assert.DoesNotContain("a@b", new ThingPatch { Email = "a@b" }.ToString());
        Assert.Equal("\"a@b\"", Member(thing, "email"));
        """);

    [Theory]
    [InlineData("sealed")]
    [InlineData("")]
    public void Nor_is_what_is_inherited(string modifier) => Program.Run($$"""
        public record Named { public string Name { get; init; } = "n"; [Sensitive] public string Secret { get; init; } = "inherited"; }
        [Resource("things")]
        [PrimaryKey("TENANT#{TenantId}", "THING#{Id}")]
        public {{modifier}} partial record Thing : Named { [Sensitive] public required string Email { get; init; } }
        """, """
        var text = new Thing { Email = "a@b" }.ToString();
        Assert.DoesNotContain("a@b", text);
        Assert.DoesNotContain("inherited", text);
        Assert.Contains("Name = n", text);
        """);

    [Fact]
    public void A_caller_without_a_sensitive_member_prints_as_the_compiler_would()
    {
        var run = GeneratorRun.Compiled(Declared.Thing("public string? Name { get; init; }"));
        Assert.All(run.Files.Values, static text => Assert.DoesNotContain("PrintMembers", text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_PrintMembers_of_ones_own_says_what_is_shown_of_a_sensitive_member() => Program.Run(
        Declared.Thing("[Sensitive] public string? Name { get; init; } protected virtual bool PrintMembers(System.Text.StringBuilder b) { b.Append(Name?[..1]); return true; }"),
        "Assert.Equal(\"Thing { A }\", new Thing { Name = \"Ann\" }.ToString());");

    [Fact]
    public void A_primary_key_holds_nothing_sensitive_or_computed()
    {
        foreach (var member in (string[])["[Sensitive] public required string Code { get; init; }", "public string Code => \"\";"])
        {
            var found = Findings.Of($$"""
                [Resource("things")]
                [PrimaryKey("TENANT#{TenantId}", "THING#{Code}")]
                public partial record Thing { {{member}} }
                """);
            Assert.Contains(found, static diagnostic => diagnostic.Id == "GCG0015");
        }
    }

    [Fact]
    public void A_name_of_its_own_can_stand_in_a_key() => Program.Run("""
        [Resource("things")]
        [PrimaryKey("TENANT#{TenantId}", "THING#{c}")]
        [SecondaryIndex("ByHead", "TENANT#{TenantId}", "HEAD#{Head}")]
        public partial record Thing
        {
            [AttributeName("c")] public required string Code { get; init; }
            public string Head => Code.Substring(0, 1);
        }
        """, """
        var thing = Stored(new Thing { Code = "abc" });
        Assert.Equal("{\"S\":\"THING#abc\"}", Attribute(thing, "sk"));
        Assert.Equal("{\"S\":\"HEAD#a\"}", Attribute(thing, "gsi1_sk"));
        Assert.Equal("{\"S\":\"abc\"}", Attribute(thing, "c"));
        Assert.Null(Attribute(thing, "head"));
        Assert.Null(Member(thing, "head"));
        """);
}
