using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.ByHand;

/// <summary>What a user writes by hand is not generated, and the rest works with what he wrote.</summary>
public class ReplacementTests
{
    private const string Usings = """
        using GeekCafe.DynamoDb;
        using GeekCafe.Json;
        using GeekCafe.Lambda;
        using GeekCafe.Validation;
        using System.Diagnostics.CodeAnalysis;
        using System.Text;
        using System.Threading;
        using System.Threading.Tasks;


        """;

    /// <summary>A resource of which much is generated.</summary>
    private const string Declarations = Usings + """
        namespace Shop;

        [Resource("things")]
        [PrimaryKey("TENANT#{TenantId}", "THING#{Id}")]
        [SecondaryIndex("ByOwner", "TENANT#{TenantId}#OWNER#{OwnerId}", "THING#{Rank}#{Id}")]
        [LocalSecondaryIndex("ByRank", "RANK#{Rank}#{Id}", Projection = IndexProjection.Include, Include = ["Title"])]
        [CompositeIndex("ByKind", ["TenantId", "Kind"], ["Rank"])]
        [Changes(Direct = false)]
        [Conditions]
        [Audited]
        public partial record Thing
        {
            [StringLength(10), Unique] public required string Title { get; init; }
            public string OwnerId { get; init; } = "";
            public int Rank { get; init; }
            public Kind Kind { get; init; }
            public Place? Where { get; init; }
            public Shape? Shape { get; init; }
            [Sensitive] public string? Secret { get; init; }
            [CreateOnly] public int? Serial { get; init; }
            [TimeToLive] public DateTimeOffset? Until { get; init; }
            [Counter] public int Seen { get; init; }
        }

        public enum Kind { New, Old }
        public partial record Place { [Range(0, 9)] public int Floor { get; init; } [Sensitive] public string? Code { get; init; } }
        [System.Text.Json.Serialization.JsonDerivedType(typeof(Circle), "circle")]
        public abstract record Shape;
        public partial record Circle : Shape { public int Radius { get; init; } }
        [ProjectionOf<Thing>] public partial record Card { public required string Title { get; init; } }
        [ItemCollection] public partial record Book { public IReadOnlyList<Thing> Things { get; init; } = []; }
        public partial class ThingService
        {
            [HttpOperation("POST", "/things/{id}/publish")] public Task<ServiceResult<Thing>> PublishAsync(Caller caller, ThingKey key) => throw new NotSupportedException();
            [Job("clean", Schedule = "rate(1 day)")] public Task<ServiceResult<NoContent>> CleanAsync(Caller caller, CancellationToken cancellationToken) => throw new NotSupportedException();
        }
        """;

    private const string Resource = "IResource<Thing>";
    private const string Full = "IResource<Thing, ThingKey, ThingInput, ThingPatch>";
    private const string Projection = "IProjection<Card, Thing>";

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Usual = new(static () => GeneratorRun.Of(Declarations).Files);

    /// <summary>Each kind of generated member: its file, the type's head, and how a user writes it, explicitly and as a public member.</summary>
    public static TheoryData<string, string, string> Members => new()
    {
        // The record.
        { "Thing.Members", "partial record Thing", $"ThingKey {Full}.Key => new(Id);" },
        { "Thing.Members", "partial record Thing", "public ThingKey Key => new(Id);" },
        { "Thing.Members", "partial record Thing", $"static ResourceDefinition {Resource}.Definition => new(\"things\", \"Thing\", \"pk\", \"sk\");" },
        { "Thing.Members", "partial record Thing", $"SystemMembers {Resource}.System => new(Id, TenantId, Version, CreatedAt, CreatedBy, UpdatedAt, UpdatedBy, DeletedAt, DeletedBy);" },
        { "Thing.Members", "partial record Thing", $"Thing {Resource}.WithSystem(in SystemMembers system) => this;" },
        { "Thing.Members", "partial record Thing", $"static bool {Resource}.IsAllowed(Caller caller, Operation operation, Thing resource) => true;" },
        { "Thing.Members", "partial record Thing", "public static bool IsAllowed(Caller by, Operation of, Thing what) => true;" },
        { "Thing.Members", "partial record Thing", "protected virtual bool PrintMembers(StringBuilder builder) => false;" },
        { "Thing.Item", "partial record Thing", "[SetsRequiredMembers] private Thing(ref ItemReader item) { Title = \"\"; while (item.NextAttribute()) item.Skip(); }" },
        { "Thing.Item", "partial record Thing", $"static Thing {Resource}.ReadItem(ref ItemReader item) => new(ref item);" },
        { "Thing.Item", "partial record Thing", $"void {Resource}.WriteItem(ItemWriter item) {{ }}" },
        { "Thing.Item", "partial record Thing", "public void WriteItem(GeekCafe.DynamoDb.ItemWriter item) { }" },
        { "Thing.Item", "partial record Thing", "public Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue> ToAttributeMap() => [];" },
        { "Thing.Item", "partial record Thing", "public static Thing FromAttributeMap(Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue> item) => new() { Title = \"\" };" },
        { "Thing.Json", "partial record Thing", $"void {Resource}.WriteJson(ApiWriter json) {{ }}" },
        { "Thing.Json", "partial record Thing", $"void {Resource}.Validate(ValidationErrors errors) {{ }}" },
        { "Thing.Json", "partial record Thing", $"void global::GeekCafe.IResource<Thing>.Validate(ValidationErrors errors) {{ }}" },
        { "Thing.Input", "partial record Thing", "[SetsRequiredMembers] private Thing(ThingInput input) { Title = input.Title; }" },
        { "Thing.Input", "partial record Thing", $"static Thing {Full}.Create(ThingInput input, Caller caller, DateTimeOffset now) => new(input);" },
        { "Thing.Input", "partial record Thing", $"Thing {Full}.Replace(ThingInput input) => this with {{ Title = input.Title }};" },
        { "Thing.Input", "partial record Thing", "public Thing Replace(ThingInput input) => this with { Title = input.Title };" },
        { "Thing.Input", "partial record Thing", $"void {Full}.CheckReplace(ThingInput input, ValidationErrors errors) {{ }}" },
        { "Thing.Input", "partial record Thing", $"Thing {Full}.Apply(ThingPatch patch, ValidationErrors errors) => this;" },
        { "Thing.Claims", "partial record Thing", $"static IReadOnlyList<UniqueClaim> {Resource}.ClaimsOf(Thing resource) => [];" },
        { "Thing.Expiry", "partial record Thing", $"static DateTimeOffset? {Resource}.ExpiresAt(Thing resource) => null;" },
        { "Thing.Counters", "partial record Thing", $"static Thing {Resource}.KeepCounters(Thing next, Thing current) => next;" },

        // What is beside it.
        { "Thing.Keys", "static partial class ThingKeys", "public const string SortPrefix = \"THING#\";" },
        { "Thing.Keys", "static partial class ThingKeys", "public static string PartitionKey(string tenantId) => \"TENANT#\" + tenantId;" },
        { "Thing.Keys", "static partial class ThingKeys", "public static bool TryParseSortKey(string key, out string id) { id = key; return true; }" },
        { "Thing.Keys", "static partial class ThingKeys", "public static string ByKindPartitionKey(string tenantId, Kind kind) => tenantId;" },
        { "Thing.Keys", "readonly partial record struct ThingKey", "public bool IsValid => true;" },
        { "Thing.Keys", "partial record struct ThingKey", "public string ToSortKey(string tenantId) => \"THING#\" + Id;" },
        { "Thing.Keys", "partial record struct ThingKey", "public static implicit operator ThingKey(string id) => new(id);" },
        { "Thing.Input", "partial record ThingInput", "static ThingInput IApiInput<ThingInput>.ReadJson(ref ApiReader json) => throw new NotSupportedException();" },
        { "Thing.Input", "partial record ThingPatch", "public ThingPatch() { }" },
        { "Thing.Service", "partial class ThingService", "public Task<ServiceResult<Page<Thing>>> ListAsync(Caller caller, PageRequest page = default, CancellationToken cancellationToken = default) => throw new NotSupportedException();" },
        { "Thing.Service", "partial class ThingService", "public async Task<ServiceResult<Page<Thing>>> ListByOwnerAsync(Caller caller, string ownerId, PageRequest page = default, CancellationToken cancellationToken = default) { await Task.Yield(); throw new NotSupportedException(); }" },
        { "Thing.Service", "partial class ThingService", "public Task<ServiceResult<Page<Thing>>> ListByKindAsync(Caller caller, Kind kind, PageRequest page = default, CancellationToken cancellationToken = default) => throw new NotSupportedException();" },
        { "Thing.Parts", "partial class ThingService", "public Task<ServiceResult<Page<Thing>>> ListByRankFullAsync(Caller caller, PageRequest page = default, CancellationToken cancellationToken = default) => throw new NotSupportedException();" },
        { "Thing.Parts", "partial class ThingService", "public Task<ServiceResult<Page<TProjection>>> ListByRankAsync<TProjection>(Caller caller, PageRequest page = default, CancellationToken cancellationToken = default) where TProjection : class, IProjection<TProjection, Thing> => throw new NotSupportedException();" },
        { "Thing.Lists", "partial class ThingService", "public IAsyncEnumerable<Thing> EnumerateAsync(Caller caller, ListCondition<Thing, ThingSort.PrimaryKey>? where = null, PageRequest page = default, CancellationToken cancellationToken = default) => throw new NotSupportedException();" },
        { "Thing.Claims", "partial class ThingService", "public Task<ServiceResult<Thing>> GetByTitleAsync(Caller caller, string title, CancellationToken cancellationToken = default) => throw new NotSupportedException();" },
        { "Thing.Audit", "partial class ThingService", "public Task<ServiceResult<Page<AuditEntry>>> HistoryAsync(Caller caller, ThingKey key, PageRequest page = default, CancellationToken cancellationToken = default) => throw new NotSupportedException();" },
        { "Thing.Handlers", "partial class ThingHandlers", "public ValueTask CreateAsync(ApiContext context) => _api.CreateAsync(context);" },
        { "Thing.Handlers", "partial class ThingHandlers", "public async ValueTask PublishAsync(ApiContext context) { _ = await service.ListAsync(context.Caller); }" },
        { "Thing.Handlers", "partial class ThingHandlers", "public IReadOnlyList<ApiOperation> Operations => [new(\"things.get\", \"GET\", \"/things/{id}\", GetAsync)];" },
        { "Thing.Jobs", "partial class ThingJobs", "public async ValueTask CleanAsync(JobContext context) { context.Nothing(await service.CleanAsync(context.Caller, context.CancellationToken)); }" },
        { "Shop.Kind.Names", "static partial class KindNames", "public static string ToText(Kind value) => value.ToString();" },
        { "Shop.Kind.Names", "static partial class KindNames", "public static Kind Read(ref ItemReader item) => Enum.Parse<Kind>(Encoding.UTF8.GetString(item.ReadText8()));" },
        { "Place.Document", "partial record Place", "void IDocument<Place>.WriteItem(ItemWriter item) { }" },
        { "Place.Document", "partial record Place", "static Place IDocument<Place>.ReadJson(ref ApiReader json) => new(ref json);" },
        { "Place.Document", "partial record Place", "private Place(ref ItemReader item) { while (item.NextAttribute()) item.Skip(); }" },
        { "Place.Document", "partial record Place", "void IDocument<Place>.Validate(ValidationErrors errors, string path) { }" },
        { "Place.Document", "partial record PlacePatch", "public Place ApplyTo(Place? current, ValidationErrors errors, string path) => current ?? new();" },
        { "Shape.Kinds", "static partial class ShapeKinds", "public static void Validate(Shape value, ValidationErrors errors, string path) { }" },
        { "Card.Projection", "partial record Card", $"static bool {Projection}.IsReadable(Caller caller, StoredAttributes item) => true;" },
        { "Card.Projection", "partial record Card", $"static Card {Projection}.ReadItem(ref ItemReader item) => new(ref item);" },
        { "Book.Collection", "partial class BookReader", "public Task<ServiceResult<Book>> GetAsync(Caller caller, CollectionRequest request = default, CancellationToken cancellationToken = default) => throw new NotSupportedException();" },
        { "Book.Collection", "partial record Book", "public bool IsComplete => true;" },

        // What is there once.
        { "ShopApplication", "sealed partial class ShopApplication", "public static TableDefinition Table { get; } = new(\"pk\", \"sk\", []);" },
        { "ShopApplication", "sealed partial class ShopApplication", "public static string Manifest => \"{}\";" },
        { "ShopApplication", "sealed partial class ShopApplication", "public static ShopApplication Create(ServiceEnvironment environment) => CreateWith(environment, things: new ThingService(environment));" },
    };

    [Theory]
    [MemberData(nameof(Members))]
    public void A_member_by_hand_is_not_generated(string file, string type, string member)
    {
        var byHand = $"{Usings}namespace Shop;\n\npublic {type}\n{{\n    {member}\n}}\n".Replace("public static partial class KindNames", "internal static partial class KindNames")
            .Replace("public static partial class ShapeKinds", "internal static partial class ShapeKinds");
        var run = GeneratorRun.Of(Declarations, byHand);
        var files = run.Files;
        var name = Assert.Single(files.Where(static pair => Usual.Value[pair.Key] != pair.Value).Select(static pair => pair.Key));
        Assert.EndsWith($"{file}.g.cs", name, StringComparison.Ordinal);
        Assert.True(files[name].Length < Usual.Value[name].Length);
        Assert.DoesNotContain("{\n\n", files[name], StringComparison.Ordinal);
        Assert.DoesNotContain("\n\n\n", files[name], StringComparison.Ordinal);
        CompilerProblems.AssertNone(run);
        Assert.Empty(Findings.OfAll(Declarations, byHand));
    }

    [Fact]
    public void Every_kind_of_member_is_in_the_table()
    {
        var missing = new List<string>();
        foreach (var (name, text) in Usual.Value)
        {
            // Descriptions of what can be asked for or changed, claims, and the manifest are no behaviour; bodies are data.
            if (name.Contains("Change.g", StringComparison.Ordinal) || name.Contains("Sort.g", StringComparison.Ordinal) || name.Contains("Filter.g", StringComparison.Ordinal)
                || name.Contains("Manifest", StringComparison.Ordinal)) continue;
            if (!Members.Any(row => name.EndsWith($"{row.Data.Item1}.g.cs", StringComparison.Ordinal))) missing.Add(name);
        }

        Assert.Equal(["Shop.Circle.Document.g.cs"], missing);
    }
}
