using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Behaviour;

/// <summary>What members hold that nobody gave.</summary>
public class InitialValueTests
{
    [Fact]
    public void Absent_members_keep_their_initial_values_and_null_stays_null() => Program.Run(Declared.Thing("""
            public string Text { get; init; } = "x";
            public int Number { get; init; } = 3;
            public string? Note { get; init; } = "n";
            public int? Limit { get; init; } = 5;
            public List<string> Tags { get; init; } = ["a"];
            public HashSet<string> Set { get; init; } = new() { "s" };
            public HashSet<string>? Maybe { get; init; } = new() { "m" };
            public Dictionary<string, int> Map { get; init; } = new() { ["k"] = 1 };
            public DateTime At { get; init; } = DateTime.UnixEpoch;
        """), $$"""
        var created = Created{{Declared.Arguments}}("{}");
        Assert.Equal(("x", 3, "n", 5), (created.Text, created.Number, created.Note, created.Limit));
        Assert.Equal(["a"], created.Tags);
        Assert.Equal(["s"], created.Set);
        Assert.Equal(1, created.Map["k"]);

        created = Stored(Created{{Declared.Arguments}}("{\"text\":\"\",\"number\":0,\"note\":null,\"limit\":null,\"tags\":[],\"set\":[],\"maybe\":null,\"map\":{} }"));
        var back = ThroughItem(created);
        Assert.Equal(("", 0, null, null), (back.Text, back.Number, back.Note, back.Limit));
        Assert.Empty(back.Tags);
        Assert.Empty(back.Set);
        Assert.Null(back.Maybe);
        Assert.Empty(back.Map);

        var bare = ReadItem<Thing>("{\"id\":{\"S\":\"1\"},\"tenant_id\":{\"S\":\"acme\"} }");
        Assert.Equal(("x", 3, "n", 5), (bare.Text, bare.Number, bare.Note, bare.Limit));
        Assert.Equal(["m"], bare.Maybe);
        """);

    [Fact]
    public void An_item_without_what_it_must_have_is_refused() => Program.Run(Declared.Thing("public required string Text { get; init; } public required int Count { get; init; }"), """
        var exception = Assert.Throws<GeekCafe.DynamoDb.ItemFormatException>(() => ReadItem<Thing>("{\"id\":{\"S\":\"1\"},\"tenant_id\":{\"S\":\"acme\"},\"text\":{\"S\":\"x\"}}"));
        Assert.Equal("An item of Thing lacks the attribute 'count'.", exception.Message);
        Assert.Throws<GeekCafe.DynamoDb.ItemFormatException>(() => ReadItem<Thing>("{\"tenant_id\":{\"S\":\"acme\"}}"));
        """);

    [Fact]
    public void Constructors_of_the_record_are_kept() => Program.Run(Declared.Thing("""
            public Thing() => Text = "from constructor";
            public Thing(string text) => Text = text;
            public string Text { get; init; }
            public int Count { get; set; }
        """), $$"""
        Assert.Equal("t", new Thing("t").Text);
        var thing = Stored(new Thing { Count = 3 });
        Assert.Equal(thing, ThroughItem(thing));
        Assert.Equal("text: is required", Faults<ThingInput>("{}"));
        """);

    [Fact]
    public void A_constructor_with_parameters_alone_is_kept() => Program.Run(Declared.Thing("""
            public Thing(string text) => Text = text;
            public required string Text { get; init; }
        """), """
        var thing = Stored(new Thing("t") { Text = "u" });
        Assert.Equal(thing, ThroughItem(thing));
        """);

    [Fact]
    public void A_copy_constructor_is_none() => Program.Run(Declared.Thing("""
            #pragma warning disable CS8618 // It would have to copy everything.
            protected Thing(Thing other) => Text = other.Text + "!";
            public string Text { get; init; } = "";
        """), """
        Assert.Equal("!", (new Thing() with { }).Text);
        """);

    [Fact]
    public void Members_without_initial_value_must_be_given() => Program.Run(Declared.Thing("public string Text { get; init; } public List<int> Numbers { get; init; } = null!;"), $$"""
        Assert.Equal("text: is required", Faults<ThingInput>("{}"));
        Assert.Null(new Thing().Text);
        """);
}
