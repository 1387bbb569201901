using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Behaviour;

/// <summary>Structs, records that derive from others, records of several kinds, converted, wrapped and free-form values.</summary>
public class ShapeTests
{
    private const string Points = """

        public readonly partial record struct Point(int X, int Y = 7);
        public partial record struct Size { public Size() { } [Range(0, 9)] public int Width { get; init; } = 3; public required string Unit { get; init; } }
        """;

    [Fact]
    public void Structs_are_documents() => Program.Run(Declared.Thing("""
        public required Point At { get; init; }
        public Point? Or { get; init; }
        public Size? Size { get; init; }
        public List<Size> Sizes { get; init; } = [];
        public List<Size?> Perhaps { get; init; } = [];
        public Dictionary<string, Point> Named { get; init; } = new();
        """) + Points, $$"""
        var thing = Stored(Created{{Declared.Arguments}}("{\"at\":{\"x\":1},\"size\":{\"unit\":\"m\"},\"perhaps\":[null],\"named\":{\"a\":{\"x\":2,\"y\":3} } }"));
        Assert.Equal(new Point(1, 7), thing.At);
        Assert.Equal(3, thing.Size!.Value.Width);
        Assert.Equal(thing.Named, ThroughItem(thing).Named);
        Assert.Equal(thing.Perhaps, ThroughItem(thing).Perhaps);
        Assert.Null(ThroughItem(thing).Or);
        Assert.Equal("{\"M\":{\"x\":{\"N\":\"1\"},\"y\":{\"N\":\"7\"}" + "}" + "}", Attribute(thing, "at"));
        Assert.Equal("{\"x\":1,\"y\":7}", Member(thing, "at"));
        var patched = Patched{{Declared.Arguments}}(thing, "{\"at\":{\"y\":9},\"or\":{\"x\":4},\"size\":{\"width\":5} }");
        Assert.Equal(new Point(1, 9), patched.At);
        Assert.Equal(new Point(4, 7), patched.Or);
        Assert.Equal(("m", 5), (patched.Size!.Value.Unit, patched.Size.Value.Width));
        Assert.Null(Patched{{Declared.Arguments}}(patched, "{\"or\":null}").Or);
        Assert.Equal("at.x: is required; sizes.unit: is required", Faults<ThingInput>("{\"at\":{},\"sizes\":[{}]}"));
        Assert.Equal("at: must be an object", Faults<ThingInput>("{\"at\":1}"));
        Assert.Equal("size.width: must be from 0 to 9", Broken(thing with { Size = new Size { Unit = "m", Width = 10 } }));
        Assert.Equal("perhaps.width: must be from 0 to 9", Broken(thing with { Perhaps = [null, new Size { Unit = "m", Width = 10 }] }));
        """);

    [Fact]
    public void Members_are_inherited() => Program.Run("""
        [Resource("things")] [PrimaryKey("TENANT#{TenantId}#GROUP#{Group}", "THING#{Id}")]
        [SecondaryIndex("ByCode", "TENANT#{TenantId}#CODE#{Code}", "{Id}")]
        public partial record Thing : Coded { public required string Title { get; init; } public Home? Home { get; init; } public Office? Office { get; init; } }
        public abstract record Grouped { public required string Group { get; init; } public virtual int Rank { get; init; } = 5; public string? Nulled { get; init; } = "x"; }
        public abstract record Coded : Grouped { [StringLength(3)] public string Code { get; init; } = "c"; public override int Rank { get; init; } = 6; public int Computed => 1; }
        public abstract record Place(string City, int Floor = 1);
        public partial record Home(string City, string Street) : Place(City, 2);
        public partial record Office(string City, int Floor, int Desk) : Place(City, Floor) { public string? Note { get; init; } }
        """, $$"""
        var thing = Stored(Created{{Declared.Arguments}}("{\"title\":\"t\",\"group\":\"g\",\"nulled\":null,\"home\":{\"city\":\"Oslo\",\"street\":\"s\",\"floor\":4},\"office\":{\"city\":\"Rome\",\"floor\":3,\"desk\":1} }"));
        Assert.Equal("g", thing.Group);
        Assert.Equal(6, thing.Rank);
        Assert.Equal(new Home("Oslo", "s") { Floor = 4 }, thing.Home);
        Assert.Equal(new Office("Rome", 3, 1), thing.Office);
        Assert.Equal(thing, ThroughItem(thing));
        Assert.Null(ThroughItem(thing).Nulled);
        Assert.Equal("{\"S\":\"TENANT#acme#GROUP#g\"}", Attribute(thing, "pk"));
        Assert.Equal("{\"S\":\"TENANT#acme#CODE#c\"}", Attribute(thing, "gsi1_pk"));
        Assert.Equal("{\"city\":\"Oslo\",\"floor\":4,\"street\":\"s\"}", Member(thing, "home"));
        Assert.Equal("code: must have at most 3 characters", Broken(thing with { Code = "long" }));
        Assert.Equal("Bern", Patched{{Declared.Arguments}}(thing, "{\"home\":{\"city\":\"Bern\"},\"rank\":1}").Home!.City);
        Assert.Equal("group: is required; title: is required", Faults<ThingInput>("{}"));
        """);

    [Fact]
    public void Members_are_inherited_from_another_project()
    {
        var library = GeneratorRun.Of(TestCompilation.Create("Library", Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp14, """
            namespace Library;
            public abstract record Named { public required string Name { get; init; } public string Kind { get; init; } = "k"; public int? Limit { get; init; } = 10; public int Hidden { get; private set; } }
            """)).Output;
        using var image = new MemoryStream();
        Assert.True(library.Emit(image).Success);
        foreach (var reference in (Microsoft.CodeAnalysis.MetadataReference[])[library.ToMetadataReference(), Microsoft.CodeAnalysis.MetadataReference.CreateFromImage(image.ToArray())])
        {
            var run = GeneratorRun.Of(TestCompilation.Create("My", Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp14, """
                [Resource("things")] [PrimaryKey("TENANT#{TenantId}", "THING#{Id}")]
                public partial record Thing : Library.Named;
                """).AddReferences(reference));
            CompilerProblems.AssertNone(run);
            Assert.Contains("else item.Name(\"limit\"u8).Null();", run.Files["Thing.Item.g.cs"], StringComparison.Ordinal);
            Assert.DoesNotContain("hasKind", run.Files["Thing.Item.g.cs"], StringComparison.Ordinal);
            Assert.DoesNotContain("hidden", run.Files["Thing.Item.g.cs"], StringComparison.Ordinal);
        }
    }

    internal const string Shapes = """

        [System.Text.Json.Serialization.JsonDerivedType(typeof(Circle), "circle")]
        [System.Text.Json.Serialization.JsonDerivedType(typeof(Disc), "disc")]
        [System.Text.Json.Serialization.JsonDerivedType(typeof(Group), "group")]
        public abstract partial record Shape { public string? Label { get; init; } }
        public partial record Circle : Shape { [Range(0, 100)] public required int Radius { get; init; } }
        public partial record Disc : Circle { public string Color { get; init; } = "red"; }
        public sealed partial record Group(List<Shape> Parts) : Shape;
        """;

    [Fact]
    public void Kinds_are_told_apart() => Program.Run(Declared.Thing("""
        public required Shape Shape { get; init; }
        public Shape? Other { get; init; }
        public List<Shape> More { get; init; } = [];
        public Dictionary<string, Shape> Named { get; init; } = new();
        """) + Shapes, $$"""
        var thing = Stored(Created{{Declared.Arguments}}("{\"shape\":{\"radius\":1,\"$type\":\"circle\"},\"more\":[{\"$type\":\"group\",\"parts\":[{\"$type\":\"disc\",\"radius\":2}]}],\"named\":{\"a\":{\"$type\":\"disc\",\"radius\":3} } }"));
        Assert.Equal(new Circle { Radius = 1 }, thing.Shape);
        Assert.Equal(new Disc { Radius = 2 }, ((Group)thing.More[0]).Parts[0]);
        var back = ThroughItem(thing);
        Assert.Equal(thing.Shape, back.Shape);
        Assert.Equal(thing.Named, back.Named);
        Assert.Equal(((Group)thing.More[0]).Parts, ((Group)back.More[0]).Parts);
        Assert.Equal("{\"$type\":\"circle\",\"label\":null,\"radius\":1}", Member(thing, "shape"));
        Assert.Equal("{\"M\":{\"$type\":{\"S\":\"circle\"},\"radius\":{\"N\":\"1\"}" + "}" + "}", Attribute(thing, "shape"));

        Assert.Equal(new Circle { Radius = 5 }, Patched{{Declared.Arguments}}(thing, "{\"shape\":{\"radius\":5} }").Shape);
        Assert.Equal(new Circle { Radius = 1, Label = "l" }, Patched{{Declared.Arguments}}(thing, "{\"shape\":{\"label\":\"l\",\"$type\":\"circle\"} }").Shape);
        Assert.Equal(new Disc { Radius = 9 }, Patched{{Declared.Arguments}}(thing, "{\"shape\":{\"$type\":\"disc\",\"radius\":9} }").Shape);
        Assert.Equal(new Circle { Radius = 4 }, Patched{{Declared.Arguments}}(thing with { Shape = new Disc { Radius = 3, Color = "b" } }, "{\"shape\":{\"$type\":\"circle\",\"radius\":4} }").Shape);
        Assert.Equal(new Circle { Radius = 4 }, Patched{{Declared.Arguments}}(thing, "{\"other\":{\"$type\":\"circle\",\"radius\":4} }").Other);
        Assert.Null(Patched{{Declared.Arguments}}(thing with { Other = thing.Shape }, "{\"other\":null}").Other);

        Assert.Equal("shape.$type: must be one of circle, disc, group", Faults<ThingInput>("{\"shape\":{\"$type\":\"star\"} }"));
        Assert.Equal("shape.$type: must be one of circle, disc, group", Faults<ThingInput>("{\"shape\":{\"radius\":1} }"));
        Assert.Equal("shape: must be an object", Faults<ThingInput>("{\"shape\":[]}"));
        Assert.Equal("shape.$type: occurs more than once", Faults<ThingInput>("{\"shape\":{\"$type\":\"circle\",\"radius\":1,\"$type\":\"circle\"} }"));
        Assert.Equal("shape.parts.$type: must be one of circle, disc, group", Faults<ThingInput>("{\"shape\":{\"parts\":[{}],\"$type\":\"group\"} }"));
        Assert.Equal("more.radius: must be from 0 to 100", Broken(thing with { More = [new Circle { Radius = 101 }] }));
        var item = ItemJson(thing).Replace("circle", "star");
        Assert.Contains("$type", Assert.Throws<GeekCafe.DynamoDb.ItemFormatException>(() => ReadItem<Thing>(item)).Message);
        """);

    [Fact]
    public void A_kind_that_is_not_listed_is_refused_and_not_cut_down() => Program.Run(Declared.Thing("public required Shape Shape { get; init; }") + Shapes + " public record Ring : Circle;", """
        Assert.Throws<GeekCafe.DynamoDb.ItemFormatException>(() => ItemJson(Stored(new Thing { Shape = new Ring { Radius = 1 } })));
        """);

    [Fact]
    public void Kinds_may_have_numbers_and_the_base_none() => Program.Run(Declared.Thing("public required Step Step { get; init; } public Step? Maybe { get; init; }") + """

        [System.Text.Json.Serialization.JsonPolymorphic(TypeDiscriminatorPropertyName = "stepKind")]
        [System.Text.Json.Serialization.JsonDerivedType(typeof(Jump), 1)]
        [System.Text.Json.Serialization.JsonDerivedType(typeof(Fall), -2)]
        public partial record Step { public int Size { get; init; } }
        public partial record Jump : Step { public int Height { get; init; } }
        public partial record Fall : Step;
        """, $$"""
        foreach (var (value, json) in new (Step, string)[] { (new Jump { Height = 1 }, "{\"stepKind\":1,\"size\":0,\"height\":1}"), (new Fall(), "{\"stepKind\":-2,\"size\":0}"), (new Step { Size = 3 }, "{\"size\":3}") })
        {
            var thing = Stored(Created{{Declared.Arguments}}("{\"step\":" + json + "}"));
            Assert.Equal(value, thing.Step);
            Assert.Equal(json, Member(thing, "step"));
            Assert.Equal(thing, ThroughItem(thing));
            Assert.Equal(new Jump { Height = 8 }, Patched{{Declared.Arguments}}(thing, "{\"maybe\":{\"stepKind\":1,\"height\":8} }").Maybe);
            Assert.Equal(value with { Size = 7 }, Patched{{Declared.Arguments}}(thing, "{\"step\":{\"size\":7} }").Step);
        }

        Assert.Contains("\"step_kind\":{\"N\":\"1\"}", Attribute(Stored(new Thing { Step = new Jump() }), "step"));
        Assert.Equal("step.stepKind: must be one of 1, -2", Faults<ThingInput>("{\"step\":{\"stepKind\":3} }"));
        """);

    internal const string Values = """

        public readonly record struct OrderId(Guid Value);
        public record struct Sku(string Code) { public string Code { get; init; } = Code is { Length: <= 5 } ? Code : throw new ArgumentException("long"); }
        public record Percent(int Value);
        [Converter<EmailConverter>] public sealed record Email { private Email(string text) => Text = text; public string Text { get; } public static Email Parse(string text) => text.Contains('@') ? new(text) : throw new FormatException(text); }
        public sealed class EmailConverter : IValueConverter<Email, string> { public static string ToStored(Email value) => value.Text; public static Email FromStored(string value) => Email.Parse(value); }
        public readonly record struct Money(long Cents, string Currency);
        public sealed class MoneyConverter : IValueConverter<Money, List<string>>
        {
            static List<string> IValueConverter<Money, List<string>>.ToStored(Money value) => [value.Currency, value.Cents.ToString()];
            static Money IValueConverter<Money, List<string>>.FromStored(List<string> value) => value.Count == 2 ? new(long.Parse(value[1]), value[0]) : throw new FormatException();
        }
        """;

    [Fact]
    public void Values_are_converted_and_wrapped() => Program.Run("""
        [Resource("things")] [PrimaryKey("TENANT#{TenantId}#SKU#{Sku}", "THING#{Order}")]
        [SecondaryIndex("ByPercent", "TENANT#{TenantId}", "{Share}#{Second}#{Other}", Index = "gsi2")]
        [CompositeIndex("ByOrder", ["TenantId", "Order"], ["Share"], Index = "gsi5")]
        public partial record Thing
        {
            public required OrderId Order { get; init; }
            public required Sku Sku { get; init; }
            public Sku? Second { get; init; }
            public OrderId? Other { get; init; }
            public Percent? Share { get; init; }
            public required Email Mail { get; init; }
            public Email? Copy { get; init; }
            public List<Email> All { get; init; } = [];
            public Dictionary<string, OrderId> Orders { get; init; } = new();
            [Converter<MoneyConverter>] public Money Price { get; init; }
            [Converter<MoneyConverter>] public Money? Rebate { get; init; }
        }
        """ + Values, $$"""
        var id = "0197a8e4-1b4c-7bbb-8000-000000000001";
        var body = "{\"order\":\"" + id + "\",\"sku\":\"s\",\"second\":\"t\",\"other\":\"" + id + "\",\"share\":3,\"mail\":\"a@b\",\"all\":[\"c@d\"],\"orders\":{\"o\":\"" + id + "\"},\"price\":[\"EUR\",\"5\"]}";
        var thing = Stored(Created{{Declared.Arguments}}(body));
        Assert.Equal(new OrderId(new Guid(id)), thing.Order);
        Assert.Equal(new Money(5, "EUR"), thing.Price);
        Assert.Equal(thing.Orders, ThroughItem(thing).Orders);
        Assert.Equal(thing.All, ThroughItem(thing).All);
        Assert.Equal((thing.Sku, thing.Mail, thing.Price, thing.Share), (ThroughItem(thing).Sku, ThroughItem(thing).Mail, ThroughItem(thing).Price, ThroughItem(thing).Share));
        Assert.Equal("{\"S\":\"a@b\"}", Attribute(thing, "mail"));
        Assert.Equal("{\"S\":\"TENANT#acme#SKU#s\"}", Attribute(thing, "pk"));
        Assert.Equal("{\"S\":\"THING#" + id + "\"}", Attribute(thing, "sk"));
        Assert.Equal("{\"S\":\"0000000003#t#" + id + "\"}", Attribute(thing, "gsi2_sk"));
        Assert.Null(Attribute(thing with { Share = null }, "gsi2_sk"));
        Assert.Null(Attribute(thing with { Second = null }, "gsi2_sk"));
        Assert.Equal("\"" + id + "\"", Member(thing, "order"));
        Assert.Equal(Email.Parse("x@y"), Patched{{Declared.Arguments}}(thing, "{\"copy\":\"x@y\"}").Copy);
        Assert.Equal(new Money(1, "USD"), Patched{{Declared.Arguments}}(thing, "{\"rebate\":[\"USD\",\"1\"]}").Rebate);
        Assert.Equal("mail: is not a valid value; price: is not a valid value; sku: is not a valid value; all: is not a valid value; order: is required",
            Faults<ThingInput>("{\"mail\":\"x\",\"price\":[],\"sku\":\"toolong\",\"all\":[\"z\"]}"));
        Assert.Equal("mail: must be a text", Faults<ThingPatch>("{\"mail\":1}"));
        var item = ItemJson(thing).Replace("a@b", "ab");
        Assert.Contains("'mail'", Assert.Throws<GeekCafe.DynamoDb.ItemFormatException>(() => ReadItem<Thing>(item)).Message);
        """);

    [Fact]
    public void Free_form_values_come_back() => Program.Run(Declared.Thing("""
        public required System.Text.Json.JsonElement Any { get; init; }
        public System.Text.Json.JsonElement? Maybe { get; init; }
        public List<System.Text.Json.JsonElement> More { get; init; } = [];
        """), $$"""
        var text = "{\"a\":[1,-0.5,1.25e3,\"\u00e4\\\"\",true,false,null,{},[]],\"b c\":{\"n\":12345678901234567890123456789012345678} }";
        var thing = Stored(Created{{Declared.Arguments}}("{\"any\":" + text + ",\"more\":[null,1]}"));
        Assert.True(System.Text.Json.JsonElement.DeepEquals(thing.Any, ThroughItem(thing).Any));
        Assert.True(System.Text.Json.JsonElement.DeepEquals(thing.Any, System.Text.Json.JsonDocument.Parse(Member(thing, "any")!).RootElement));
        Assert.Contains("\"12345678901234567890123456789012345678\"", Attribute(thing, "any"));
        Assert.Null(ThroughItem(thing).Maybe);
        Assert.Equal("{\"L\":[{\"NULL\":true},{\"N\":\"1\"}]}", Attribute(thing, "more"));
        Assert.Equal("{\"NULL\":true}", Attribute(Patched{{Declared.Arguments}}(thing, "{\"any\":null}"), "any"));
        Assert.Equal("7", Patched{{Declared.Arguments}}(thing, "{\"maybe\":7}").Maybe!.Value.GetRawText());
        Assert.Equal("any: must not hold an object with a member twice", Faults<ThingInput>("{\"any\":{\"a\":1,\"a\":2} }"));
        Assert.Equal("any: must hold numbers of at most 38 digits and of usual size", Faults<ThingInput>("{\"any\":[123456789012345678901234567890123456789]}"));
        Assert.Equal("any: must not hold an object with a member without name", Faults<ThingInput>("{\"any\":{\"\":1} }"));
        Assert.Equal("any: must be well-formed Unicode", Faults<ThingInput>("{\"any\":[\"\\ud800\"]}"));
        Assert.Equal("any: is required", Faults<ThingInput>("{}"));
        Assert.Throws<GeekCafe.DynamoDb.ItemFormatException>(() => ItemJson(thing with { Any = default }));
        """);

    [Fact]
    public void Types_of_one_short_name_have_full_names_in_the_manifest()
    {
        var manifest = GeneratorRun.Compiled(Declared.Thing("public A.Place? One { get; init; } public List<B.Place>? Two { get; init; } public C.Other? Three { get; init; }") + """

            namespace A { public partial record Place { public int X { get; init; } } }
            namespace B { public partial record Place { public int Y { get; init; } } }
            namespace C { public partial record Other { public int Z { get; init; } } }
            """).Files["ShopManifest.g.cs"];
        foreach (var part in (string[])["\"ref\":\"A.Place\"", "\"ref\":\"B.Place\"", "{\"name\":\"A.Place\"", "{\"name\":\"B.Place\"", "\"ref\":\"Other\"", "{\"name\":\"Other\""])
        {
            Assert.Contains(part, manifest, StringComparison.Ordinal);
        }
    }
}
