using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Behaviour;

/// <summary>Members of every name.</summary>
public class NameTests
{
    [Theory]
    [InlineData("@class")]
    [InlineData("@event")]
    [InlineData("@value")]
    [InlineData("item")]
    [InlineData("json")]
    [InlineData("input")]
    [InlineData("patch")]
    [InlineData("errors")]
    [InlineData("path")]
    [InlineData("seen")]
    [InlineData("current")]
    [InlineData("caller")]
    [InlineData("now")]
    [InlineData("system")]
    [InlineData("resource")]
    [InlineData("operation")]
    [InlineData("hasOther")]
    [InlineData("Item")]
    [InlineData("Json")]
    [InlineData("Input")]
    [InlineData("Patch")]
    [InlineData("Errors")]
    [InlineData("Path")]
    [InlineData("Seen")]
    [InlineData("Key")]
    [InlineData("Caller")]
    [InlineData("Definition")]
    [InlineData("System")]
    [InlineData("GeekCafe")]
    [InlineData("String")]
    [InlineData("Parser")]
    [InlineData("Page")]
    [InlineData("Context")]
    [InlineData("Service")]
    [InlineData("ThingKeys")]
    [InlineData("ThingKey")]
    [InlineData("\u00dcber")]
    [InlineData("\u540d\u524d")]
    [InlineData("X1")]
    [InlineData("URLPath")]
    [InlineData("HasOther")]
    [InlineData("Element")]
    public void A_member_may_be_called(string name) => Program.Run($$"""
        [Resource("things")]
        [PrimaryKey("TENANT#{TenantId}", "THING#{Id}")]
        [SecondaryIndex("ByText", "TENANT#{TenantId}#TEXT#{{{name.TrimStart('@')}}}", "THING#{{{name.TrimStart('@')}}}#{Id}")]
        [Allow(Operation.Update, Owner = nameof(Thing.{{name}}))]
        public partial record Thing
        {
            [StringLength(10)] public required string {{name}} { get; init; }
            public string? Other { get; init; }
            public Part? Part { get; init; }
            public List<Part>? Parts { get; init; } = [];
        }
        public partial record Part
        {
            [Range(0, 10)] public int? {{name}} { get; init; } = 3;
            public required string Other { get; init; }
        }
        """, $$"""
        var thing = Stored(new Thing { {{name}} = "a", Part = new Part { {{name}} = 1, Other = "b" } });
        Assert.Equal("a", ThroughItem(thing).{{name}});
        Assert.Equal(thing.Part, ThroughItem(thing).Part);
        var json = ApiJson(thing.Part is null ? thing : thing);
        var name = Text(json, 1);
        var made = Created{{Declared.Arguments}}("{\"" + name + "\":\"x\",\"part\":{\"" + name + "\":null,\"other\":\"y\"} }");
        Assert.Equal("x", made.{{name}});
        Assert.Null(made.Part!.{{name}});
        made = Patched{{Declared.Arguments}}(made, "{\"" + name + "\":\"z\",\"part\":{\"" + name + "\":9} }");
        Assert.Equal("z", made.{{name}});
        Assert.Equal(9, made.Part!.{{name}});
        Assert.Equal("y", made.Part!.Other);
        Assert.Contains(name, Broken(made with { {{name}} = "12345678901" }));

        static string Text(string json, int skip) => System.Text.Json.JsonDocument.Parse(json).RootElement.EnumerateObject()
            .Select(member => member.Name).Where(name => name is not ("id" or "tenantId" or "version" or "createdAt" or "createdBy" or "updatedAt" or "updatedBy")).First();
        """);

    [Fact]
    public void Obsolete_members_do_not_warn_in_generated_code() => GeneratorRun.Compiled("""
        [Resource("things")]
        [PrimaryKey("TENANT#{TenantId}", "THING#{Id}")]
        public partial record Thing
        {
            [Obsolete] public string? Plain { get; init; }
            [Obsolete("Use another.")] public string? Explained { get; init; }
            [Obsolete("Use another.", DiagnosticId = "SHOP001")] public Part? Identified { get; init; }
            public Kind Kind { get; init; }
        }
        public enum Kind { New, [Obsolete] Old, [Obsolete("Gone.", DiagnosticId = "SHOP002")] Older }
        public partial record Part { [Obsolete] public string? Plain { get; init; } }
        """);

    [Fact]
    public void A_whole_resource_may_be_obsolete() => GeneratorRun.Compiled("[Obsolete]\n" + Declared.Thing("public string? Title { get; init; }"));
}
