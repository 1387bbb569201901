using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Behaviour;

/// <summary>Where a record stands and what it is called.</summary>
public class PlacementTests
{
    private const string Body = """
        [Resource("things")]
        [PrimaryKey("TENANT#{TenantId}", "THING#{Id}")]
        [SecondaryIndex("ByOwner", "TENANT#{TenantId}#OWNER#{OwnerId}", "THING#{Title}")]
        public partial record Thing
        {
            [RegularExpression("[a-z]+")] public required string Title { get; init; }
            [SetByServer(ServerValue.UserId)] public string OwnerId { get; init; } = "";
            public Level? Level { get; init; }
            public Place? Where { get; init; }
            public List<string> Tags { get; init; } = [];
        }
        public enum Level { Low, High }
        public partial record Place { public required string City { get; init; } }
        """;

    private const string Statements = """
        var thing = Stored(new Thing { Title = "tea", Level = Level.High, Where = new Place { City = "Oslo" } });
        Assert.Equal(thing, ThroughItem(thing) with { Tags = thing.Tags });
        Assert.Equal("tea", Created<Thing, ThingKey, ThingInput, ThingPatch>("{\"title\":\"tea\"}").Title);
        """;

    [Fact]
    public void In_the_global_namespace() => Program.Run(Body, Statements);

    [Theory]
    [InlineData("Shop.Orders")]
    [InlineData("Shop.@event.@class")]
    [InlineData("System")]
    [InlineData("Shop.System.String")]
    [InlineData("GeekCafe")]
    [InlineData("Shop.GeekCafe")]
    [InlineData("L\u00e4den.\u5546\u5e97")]
    public void In_a_namespace(string name) => GeneratorRun.Compiled($"namespace {name}\n{{\n{Body}\n}}");

    [Theory]
    [InlineData("partial class Outer")]
    [InlineData("static partial class Outer")]
    [InlineData("partial record Outer")]
    [InlineData("partial record struct Outer")]
    [InlineData("partial struct Outer")]
    [InlineData("partial interface Outer")]
    [InlineData("public partial class @class")]
    [InlineData("internal static partial class Outer")]
    public void Nested_in_another_type(string head) => GeneratorRun.Compiled($"namespace Shop;\n{head}\n{{\n{Body}\n}}");

    [Fact]
    public void Nested_twice_it_works() => Program.Run($"public partial class A {{ public partial interface B {{ {Body} }} }}", Statements
        .Replace("ThingKey", "A.B.ThingKey").Replace("ThingInput", "A.B.ThingInput").Replace("ThingPatch", "A.B.ThingPatch")
        .Replace("<Thing,", "<A.B.Thing,").Replace("new Thing ", "new A.B.Thing ").Replace("new Place", "new A.B.Place").Replace("Level.High", "A.B.Level.High"));

    [Theory]
    [InlineData("internal")]
    [InlineData("public")]
    public void Of_any_visibility(string accessibility) => GeneratorRun.Compiled(Body.Replace("public partial record", accessibility + " partial record").Replace("public enum", accessibility + " enum"));

    [Theory]
    [InlineData("@event")]
    [InlineData("@class")]
    [InlineData("@record")]
    [InlineData("Gr\u00f6\u00dfe")]
    [InlineData("\u5546\u54c1")]
    [InlineData("String")]
    [InlineData("Task")]
    [InlineData("System")]
    [InlineData("GeekCafe")]
    [InlineData("Item")]
    [InlineData("Caller")]
    [InlineData("Operation")]
    [InlineData("_Thing")]
    public void Called_anything(string name) => GeneratorRun.Compiled("namespace Shop;\n" + Body.Replace("record Thing", "record " + name));

    [Fact]
    public void Beside_types_with_names_of_the_framework() => GeneratorRun.Compiled("namespace Shop;\n" + Body + """

        public class System { public class String; }
        public class String;
        public class Task;
        public class GeekCafe;
        public class Dictionary;
        public class Guid;
        public class Attribute;
        """.Replace("public class Attribute;", ""));

    [Fact]
    public void Where_nullability_is_off() => GeneratorRun.Compiled("#nullable disable\n" + Declared.Thing(
        "public string Title { get; init; } public List<string> Tags { get; init; } = new(); public int? Count { get; init; }"));

    [Fact]
    public void Two_of_one_name_in_two_namespaces() => GeneratorRun.Compiled(
        $"namespace One {{ {Body} }}", "namespace Two { " + Body.Replace("\"things\"", "\"others\"").Replace("THING#{Id}", "OTHER#{Id}").Replace("THING#{Title}", "OTHER#{Title}") + " }");
}
