using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using GeekCafe.Generators.Application;
using GeekCafe.Generators.ByHand;
using GeekCafe.Generators.Core;
using GeekCafe.Generators.Core.Declarations;
using GeekCafe.Generators.Resources;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Tests.Harness;
using GeekCafe.Generators.Types;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Tests.Caching;

/// <summary>What the pipeline carries: plain values that compare by content.</summary>
public class ModelTests
{
    /// <summary>Every record of the generator is a model: nothing else there is one.</summary>
    private static readonly Type[] Models = [.. typeof(ResourceModel).Assembly.GetTypes().Where(static type => type.GetMethod("<Clone>$") is not null && !type.IsGenericType),
        typeof(Declared<ResourceModel>), typeof(Declared<ProjectionModel>), typeof(Declared<ItemCollectionModel>)];

    public static TheoryData<string> ModelNames => [.. Models.Select(static type => type.ToString())];

    [Fact]
    public void M1_two_parses_of_one_text_are_equal_and_not_the_same()
    {
        var (one, other) = (Parse(), Parse());
        Assert.NotSame(one, other);
        Assert.Null(ModelGraph.Difference(one, other, "resource"));
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void M2_a_planted_symbol_is_found()
    {
        var symbol = TestCompilation.Create(Project.Order).GetTypeByMetadataName("Shop.Order")!;
        Assert.Equal("model.planted is a " + symbol.GetType(), ModelGraph.Find(new { Model = Parse(), planted = (object)symbol }, "model", [])?.Replace("<planted>i__Field", "planted"));
        Assert.NotNull(ModelGraph.Find(new { Bare = new[] { 1 } }, "model", []));
    }

    [Theory]
    [MemberData(nameof(ModelNames))]
    public void M3_models_are_sealed_records_of_allowed_types(string name)
    {
        var model = Model(name);
        Assert.True(model.IsSealed || model.IsAbstract, "It can be inherited, so that equality depends on who is asked.");
        Assert.True(model.GetMethod("Equals", [model])!.IsDefined(typeof(CompilerGeneratedAttribute)), "It compares by hand: a forgotten member would be stale output.");
        foreach (var field in model.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public))
        {
            Assert.True(field.IsInitOnly, $"{field.Name} can change.");
            Assert.True(IsAllowed(field.FieldType), $"{field.Name} is of type {field.FieldType}.");
        }
    }

    [Theory]
    [MemberData(nameof(ModelNames))]
    public void M4_every_member_of_a_model_counts_in_equality(string name)
    {
        var model = Model(name);
        if (model.IsAbstract) return;
        var sample = Samples().First(value => value.GetType() == model);
        foreach (var field in model.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public))
        {
            var changed = model.GetMethod("<Clone>$")!.Invoke(sample, null)!;
            Assert.Equal(sample, changed);
            field.SetValue(changed, Other(field.FieldType, field.GetValue(sample)));
            Assert.False(Equals(sample, changed), field.Name);
        }
    }

    private static Type Model(string name) => Models.Single(type => type.ToString() == name);

    private static bool IsAllowed(Type type) => type == typeof(string) || type.IsPrimitive || type.IsEnum || Models.Contains(type)
        || (ModelGraph.IsEquatableArray(type) && IsAllowed(type.GetGenericArguments()[0]));

    private static object? Other(Type type, object? value)
    {
        if (type == typeof(string)) return value + "!";
        if (type == typeof(bool)) return !(bool)value!;
        if (type == typeof(int)) return (int)value! + 1;
        if (type.IsEnum) return Enum.ToObject(type, Convert.ToInt32(value) + 1);
        if (!ModelGraph.IsEquatableArray(type)) return value is null ? Samples().First(sample => type.IsInstanceOfType(sample)) : Samples().First(sample => type.IsInstanceOfType(sample) && !sample.Equals(value));
        return ((ICollection<object>)[.. ((IEnumerable)value!).Cast<object>()]).Count > 0 ? Activator.CreateInstance(type) : Filled(type);
    }

    private static object Filled(Type array)
    {
        var element = array.GetGenericArguments()[0];
        var value = element == typeof(string) ? "x" : Samples().First(sample => element.IsInstanceOfType(sample));
        var items = Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        ((IList)items).Add(value);
        return typeof(EquatableArray).GetMethods().First(static method => method.Name == "ToEquatable" && method.GetParameters()[0].ParameterType.Name == "List`1")
            .MakeGenericMethod(element).Invoke(null, [items])!;
    }

    /// <summary>Instances of every model, at least two where a member of another model holds one.</summary>
    private static List<object> Samples()
    {
        var run = GeneratorRun.Of(Project.Order, Project.Customer, Project.Types, Rich,
            "[ItemCollection] public partial record OrderBook { public IReadOnlyList<Shop.Order> Orders { get; init; } = []; public IReadOnlyList<Shop.Customer> Customers { get; init; } = []; }");
        var found = new List<object> { new OperationModel("list", "list", "GET", "/x") { Index = null } };
        foreach (var (_, value) in Steps.Values(run.Result)) Collect(value, found);
        Collect(Format.Api, found);
        Collect(Format.Item, found);

        Collect(run.Result.TrackedSteps[MarkedModels.Step][0].Outputs[0].Value, found);
        Collect(MarkedModels.Parse(TestCompilation.Create(Rich, "[ProjectionOf<Shop.More.Thing>] public partial record Card { public required string Id { get; init; } }"), CancellationToken.None), found);

        // Another of those of which a run has one.
        found.Add(NamingPolicies.Default with { Api = GeekCafe.Generators.Core.NamingPolicy.SnakeCase });
        found.Add(new KeyReading("Other", ["x"], []));
        found.Add(new SchemaModel(9, []));
        found.Add(new AssemblyFacts("Other", "Other", false));
        found.Add(new FunctionFacts(true, true, true, true, true));
        found.Add(new AuditModel(["other"]));
        found.Add(new MemberSignature("Other", "", "Other", 0, [], "int"));
        found.AddRange([new PythonModel("thing"), new PythonModel("other")]);
        return found;
    }

    private static void Collect(object? value, List<object> found)
    {
        if (value is null or string) return;
        if (Models.Contains(value.GetType())) found.Add(value);
        else if (!ModelGraph.IsEquatableArray(value.GetType())) return;
        if (ModelGraph.IsEquatableArray(value.GetType()))
        {
            foreach (var element in (IEnumerable)value) Collect(element, found);
            return;
        }

        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)) Collect(field.GetValue(value), found);
        }
    }

    private static ResourceModel Parse() => Steps.Values<ResourceModel>(GeneratorRun.Of(Rich), TrackingNames.Resource)[0];

    private const string Rich = """
        namespace Shop.More;

        [Resource("things", Route = "/kinds/{kind}/things", PurgeAfterDays = 7)]
        [PrimaryKey("TENANT#{TenantId}#KIND#{Kind}", "THING#{Id}")]
        [SecondaryIndex("ByOwner", "TENANT#{TenantId}#OWNER#{OwnerId}", "THING#{At:yyyy}#{Day}", Route = "/owners/{ownerId}/things")]
        [SecondaryIndex("ByDay", "TENANT#{TenantId}", "DAY#{Day}")]
        [Allow(Operation.Update, Owner = nameof(OwnerId), Roles = "admin,editor")]
        [Allow(Operation.Delete, Anyone = true)]
        [SchemaVersion(2)]
        [Changes]
        [Audited(NameOnly = [nameof(Code)])]
        public partial record Thing(string Title, int Count = 3)
        {
            [Upcast(1)] private static void FromV1(GeekCafe.DynamoDb.ItemDocument item) { }
            [Computed] public string Shown => Title;
            [Sensitive(Hidden = true), CreateOnly, AttributeName("pw")] public string? Password { get; init; }
            public required string Kind { get; init; }
            [SetByServer(ServerValue.UserId)] public string OwnerId { get; init; } = "";
            [Unique] public string? Name { get; init; }
            [Counter] public long Views { get; init; }
            [TimeToLive] public DateTime? Until { get; init; }
            [SetByServer(ServerValue.Now)] public DateTimeOffset At { get; init; }
            [Obsolete("", DiagnosticId = "X1")] public DayOfWeek? Day { get; init; }
            [Range(1, 3), AllowedValues(1, 2)] public int? Small { get; init; } = 1;
            [RegularExpression("[a-z]")] public string? Code { get; init; }
            public Part? Part { get; init; }
            public Other? Second { get; init; }
            public HashSet<string> Tags { get; init; } = [];
            public Dictionary<string, Part> Parts { get; init; } = new();
            public Dictionary<string, int> Numbers { get; init; } = new();
            public string[] Array { get; init; } = [];
            public List<int> List { get; init; } = [];
            public Shape? Shape { get; init; }
            public Step? Step { get; init; }
            public Key? Key { get; init; }
            public Mark? Mark { get; init; }
            public System.Text.Json.JsonElement? Any { get; init; }
            public ISet<string> More { get; init; } = new HashSet<string>();
            public Days Open { get; init; }
            public Ways Ways { get; init; }
        }
        public partial class ThingService
        {
            [HttpOperation("POST", "/kinds/{kind}/things/{id}/go")]
            public System.Threading.Tasks.Task<ServiceResult<Thing>> GoAsync(Caller caller, ThingKey key, Part? part, bool all = true) => throw new NotSupportedException();
            [HttpOperation("GET", "/things/go")] public System.Threading.Tasks.Task<ServiceResult<NoContent>> LookAsync(Caller caller) => throw new NotSupportedException();
            [Job("go", Schedule = "rate(1 hour)")] public System.Threading.Tasks.Task<ServiceResult<Part>> WorkAsync(Caller caller) => throw new NotSupportedException();
        }
        public partial record Part { public int X { get; init; } }
        public partial record Other { public int Y { get; init; } public Level Level { get; init; } }
        [Flags] public enum Days { Monday = 1, Tuesday = 2 }
        [Flags] public enum Ways { North = 1, South = 2 }
        public enum Level { Low, High, Top = High }
        [System.Text.Json.Serialization.JsonDerivedType(typeof(Circle), "circle")] public abstract record Shape;
        public partial record Circle : Shape;
        [System.Text.Json.Serialization.JsonDerivedType(typeof(Jump), 1)] public partial record Step;
        public partial record Jump : Step;
        public readonly record struct Key(int Value);
        [Converter<MarkConverter>] public sealed class Mark;
        public sealed class MarkConverter : IValueConverter<Mark, string> { public static string ToStored(Mark value) => ""; public static Mark FromStored(string value) => new(); }
        """;
}
