using GeekCafe.Generators.Tests.Harness;
using GeekCafe.Testing;

namespace GeekCafe.Generators.Tests.ByHand;

/// <summary>What is written by hand is what answers real requests.</summary>
public class RequestTests
{
    private const string Usings = """
        using GeekCafe.DynamoDb;
        using GeekCafe.Json;
        using GeekCafe.Lambda;
        using GeekCafe.Validation;
        using System.Threading;
        using System.Threading.Tasks;


        """;

    private const string Thing = Usings + """
        namespace Shop;

        [Resource("things")]
        [PrimaryKey("TENANT#{TenantId}", "THING#{Id}")]
        [SecondaryIndex("ByOwner", "TENANT#{TenantId}#OWNER#{OwnerId}", "THING#{Title}#{Id}", Route = "/owners/{ownerId}/things")]
        public partial record Thing
        {
            [StringLength(10)] public required string Title { get; init; }
            public string OwnerId { get; init; } = "";
            public Kind Kind { get; init; }
            public Place? Where { get; init; }
        }

        public enum Kind { New, Old }
        public partial record Place { public int Floor { get; init; } public string City { get; init; } = ""; }

        """;

    private static void Run(string byHand, string statements)
    {
        Assert.SkipWhen(LocalDynamo.Missing is not null, LocalDynamo.Missing ?? "");
        Program.Run(Thing + byHand, $$"""
            CallAsync().GetAwaiter().GetResult();

            static async System.Threading.Tasks.Task CallAsync()
            {
                await using var app = await GeekCafe.Testing.TestApplication<Shop.ShopApplication>.StartAsync();
                var ann = app.As("t1", "ann");
            {{statements}}
            }
            """);
    }

    [Fact]
    public void A_list_of_the_service() => Run("""
        public partial class ThingService
        {
            public Task<ServiceResult<Page<Thing>>> ListByOwnerAsync(
                Caller caller, string ownerId, PageRequest page = default, CancellationToken cancellationToken = default) =>
                ownerId == "me" ? ListByOwnerAsync(caller, caller.UserId, page, cancellationToken)
                    : QueryAsync(caller, new("things.listByOwner", "gsi1", "gsi1_pk", "gsi1_sk", ThingKeys.ByOwnerPartitionKey(caller.TenantId, ownerId), ThingKeys.ByOwnerSortPrefix), page, cancellationToken);
        }
        """, """
        var created = await ann.PostAsync("/things", "{\"title\":\"a\",\"ownerId\":\"ann\"}");
        Assert.Equal([created.Id], (await ann.GetAsync("/owners/me/things")).Ids);
        Assert.Equal([created.Id], (await app.As("t1", "bob").GetAsync("/owners/ann/things")).Ids);
        Assert.Empty((await app.As("t1", "bob").GetAsync("/owners/me/things")).Ids);
        Assert.Empty((await app.As("t2", "ann").GetAsync("/owners/me/things")).Ids);
        """);

    [Fact]
    public void The_mapping_of_one_member() => Run("""
        public partial record Place
        {
            void IDocument<Place>.WriteItem(ItemWriter item) => item.Name("at"u8).Value($"{Floor}/{City}");

            private Place(ref ItemReader item)
            {
                while (item.NextAttribute())
                {
                    if (!item.Is("at"u8))
                    {
                        item.Skip();
                        continue;
                    }

                    var parts = item.ReadString().Split('/', 2);
                    (Floor, City) = (int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), parts[1]);
                }
            }
        }

        internal static partial class KindNames
        {
            public static void Write(ItemWriter item, Kind value) => item.Text8(value == Kind.New ? "n"u8 : "o"u8);

            public static Kind Read(ref ItemReader item) => item.ReadText8().SequenceEqual("n"u8) ? Kind.New : Kind.Old;
        }
        """, """
        var created = await ann.PostAsync("/things", "{\"title\":\"a\",\"kind\":\"old\",\"where\":{\"floor\":3,\"city\":\"Oslo\"} }");
        Assert.Equal(201, created.StatusCode);
        var read = await ann.GetAsync("/things/" + created.Id);
        Assert.Equal("Oslo", read.Json.GetProperty("where").GetProperty("city").GetString());
        Assert.Equal("old", read.Text("kind"));
        var item = Harness(Stored(new Shop.Thing { Title = "a", Kind = Shop.Kind.Old, Where = new() { Floor = 3, City = "Oslo" } }));
        Assert.Contains("\"where\":{\"M\":{\"at\":{\"S\":\"3/Oslo\"}", item);
        Assert.Contains("\"kind\":{\"S\":\"o\"}", item);

        static string Harness(Shop.Thing thing) => ItemJson(thing);
        """);

    [Fact]
    public void The_mapping_of_a_whole_item() => Run("""
        public partial record Thing
        {
            void IResource<Thing>.WriteItem(ItemWriter item)
            {
                item.Name("pk"u8).Value(ThingKeys.PartitionKey(TenantId));
                item.Name("sk"u8).Value(ThingKeys.SortKey(Id));
                item.Name("all"u8).Value(string.Join('|', Id, TenantId, CreatedBy, Title));
                item.Name("version"u8).Value(Version);
            }

            [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
            private Thing(ref ItemReader item)
            {
                Title = "";
                while (item.NextAttribute())
                {
                    if (item.Is("version"u8)) Version = item.ReadInt64();
                    else if (!item.Is("all"u8)) item.Skip();
                    else if (item.ReadString().Split('|') is [var id, var tenant, var by, var title]) (Id, TenantId, CreatedBy, Title) = (id, tenant, by, title);
                }
            }
        }
        """, """
        var created = await ann.PostAsync("/things", "{\"title\":\"short\"}");
        Assert.Equal(201, created.StatusCode);
        Assert.Equal("short", (await ann.GetAsync("/things/" + created.Id)).Text("title"));
        Assert.Equal("ann", (await ann.GetAsync("/things/" + created.Id)).Text("createdBy"));
        Assert.Contains("\"all\":{\"S\":\"id-1|acme|anna|x\"}", ItemJson(Stored(new Shop.Thing { Title = "x" })));
        """);

    [Fact]
    public void The_rules() => Run("""
        public partial record Thing
        {
            public void Validate(ValidationErrors errors)
            {
                if (Title.StartsWith(' ')) errors.Add("title", "must not begin with a space");
            }
        }
        """, """
        Assert.Equal(201, (await ann.PostAsync("/things", "{\"title\":\"longer than ten characters\"}")).StatusCode);
        var refused = await ann.PostAsync("/things", "{\"title\":\" a\"}");
        Assert.Equal(400, refused.StatusCode);
        Assert.Contains("must not begin with a space", refused.Body);
        """);

    [Fact]
    public void Who_may_do_what() => Run("""
        public partial record Thing
        {
            static bool IResource<Thing>.IsAllowed(Caller caller, Operation operation, Thing resource) => operation != Operation.Delete || resource.Title == "old";
        }
        """, """
        var created = await ann.PostAsync("/things", "{\"title\":\"new\"}");
        Assert.Equal(403, (await ann.DeleteAsync("/things/" + created.Id)).StatusCode);
        Assert.Equal(200, (await app.As("t1", "bob").PatchAsync("/things/" + created.Id, "{\"title\":\"old\"}")).StatusCode);
        Assert.Equal(204, (await ann.DeleteAsync("/things/" + created.Id)).StatusCode);
        """);

    [Fact]
    public void A_handler() => Run("""
        public partial class ThingHandlers
        {
            /// <summary>Reads one, and says how fresh it is.</summary>
            public async ValueTask GetAsync(ApiContext context)
            {
                await _api.GetAsync(context);
                context.Response.SetHeader("x-by-hand", "1");
            }
        }
        """, """
        var created = await ann.PostAsync("/things", "{\"title\":\"a\"}");
        Assert.Null(created.Header("x-by-hand"));
        var read = await ann.GetAsync("/things/" + created.Id);
        Assert.Equal("a", read.Text("title"));
        Assert.Equal("1", read.Header("x-by-hand"));
        """);
}
