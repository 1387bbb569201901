using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Behaviour;

/// <summary>What clients may write, and what comes of it.</summary>
public class InputTests
{
    private const string Thing = """
            [StringLength(5, MinimumLength = 2), RegularExpression("[a-z]+")] public required string Title { get; init; }
            [Range(1, 10)] public int? Count { get; init; }
            [EmailAddress] public string? Mail { get; init; }
            [Url] public Uri? Site { get; init; }
            [MaxLength(2)] public List<Part> Parts { get; init; } = [];
            [AllowedValues("a", "b")] public string Kind { get; init; } = "a";
            [SetByServer(ServerValue.UserId)] public string OwnerId { get; init; } = "";
            [SetByServer(ServerValue.Now)] public DateTimeOffset Since { get; init; }
            [SetByServer(ServerValue.Now)] public DateTime? Until { get; init; }
            [SetByServer] public required string Secret { get; init; }
            public Dictionary<string, Part> Named { get; init; } = new();
        """;

    private const string Part = " public partial record Part { [Range(0, 3)] public int X { get; init; } [SetByServer] public required string Y { get; init; } }";

    [Fact]
    public void Server_members_are_set_by_the_server() => Program.Run(Declared.Thing(Thing) + Part, $$"""
        var thing = Created{{Declared.Arguments}}("{\"title\":\"tea\"}");
        Assert.Equal(("anna", Now, (DateTime?)Now.UtcDateTime), (thing.OwnerId, thing.Since, thing.Until));
        Assert.Equal("ownerId: is not a member of this resource, or cannot be written", Faults<ThingInput>("{\"title\":\"tea\",\"ownerId\":\"x\"}"));
        Assert.Equal("id: is not a member of this resource, or cannot be written; version: is not a member of this resource, or cannot be written",
            Faults<ThingPatch>("{\"id\":\"x\",\"version\":3}"));
        var replaced = Replaced{{Declared.Arguments}}(Stored(thing) with { Secret = "s", Count = 3 }, "{\"title\":\"milk\"}");
        Assert.Equal(("id-1", "anna", "s", "milk", null), (replaced.Id, replaced.OwnerId, replaced.Secret, replaced.Title, replaced.Count));
        """);

    [Fact]
    public void Declared_rules_are_checked_down_to_nested_members() => Program.Run(Declared.Thing(Thing) + Part, """
        var fine = new Thing { Title = "tea", Secret = "" };
        Assert.Equal("", Broken(fine));
        Assert.Equal("title: must have 2 to 5 characters", Broken(fine with { Title = "x" }));
        Assert.Equal("title: does not have the expected form", Broken(fine with { Title = "TEA" }));
        Assert.Equal("count: must be from 1 to 10", Broken(fine with { Count = 11 }));
        Assert.Equal("mail: must be an e-mail address; site: must be an address that begins with http://, https:// or ftp://",
            Broken(fine with { Mail = "x", Site = new Uri("/x", UriKind.Relative) }));
        Assert.Equal("kind: is none of the allowed values", Broken(fine with { Kind = "c" }));
        Assert.Contains("parts.x: must be from 0 to 3", Broken(fine with { Parts = [new Part { X = 4, Y = "" }] }));
        Assert.Contains("named.x: must be from 0 to 3", Broken(fine with { Named = new() { ["k"] = new Part { X = 4, Y = "" } } }));
        """);

    [Fact]
    public void A_merge_patch_goes_down_into_records_and_dictionaries() => Program.Run(Declared.Thing("""
            public Place Home { get; init; } = new() { City = "Oslo", Zip = "1" };
            public Place? Work { get; init; }
            public Dictionary<string, int> Numbers { get; init; } = new() { ["a"] = 1, ["b"] = 2 };
            public IReadOnlyDictionary<string, string>? Texts { get; init; }
        """) + " public partial record Place { public required string City { get; init; } public string? Zip { get; init; } public Place? Next { get; init; } }", $$"""
        var thing = Stored(new Thing());
        var patched = Patched{{Declared.Arguments}}(thing, "{\"home\":{\"zip\":null},\"work\":{\"city\":\"Rome\"},\"numbers\":{\"a\":null,\"c\":3},\"texts\":{\"x\":\"y\"} }");
        Assert.Equal(("Oslo", null), (patched.Home.City, patched.Home.Zip));
        Assert.Equal("Rome", patched.Work!.City);
        Assert.Equal([new("b", 2), new("c", 3)], patched.Numbers.OrderBy(entry => entry.Key));
        Assert.Equal("y", patched.Texts!["x"]);
        Assert.Equal("Bern", Patched{{Declared.Arguments}}(patched, "{\"work\":{\"next\":{\"city\":\"Bern\"} } }").Work!.Next!.City);
        Assert.Null(Patched{{Declared.Arguments}}(patched, "{\"work\":null}").Work);

        var errors = new GeekCafe.Validation.ValidationErrors();
        ((IResource<Thing, ThingKey, ThingInput, ThingPatch>)thing).Apply(Sent<ThingPatch>("{\"work\":{\"zip\":\"1\"} }"), errors);
        Assert.Equal("is required", errors.ToError().Details["work.city"]);
        """);
}
