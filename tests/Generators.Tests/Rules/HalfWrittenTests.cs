using GeekCafe.Generators.Resources;
using GeekCafe.Generators.Tests.Harness;
using GeekCafe.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeekCafe.Generators.Tests.Rules;

/// <summary>
/// Code is half written most of the time: whatever is missing, neither the generator nor an analyzer fails, for then (CS8785, AD0001) an editor would say
/// nothing of use at all; and what is told is told once.
/// </summary>
public class HalfWrittenTests
{
    /// <summary>A resource with something of everything.</summary>
    private const string Rich = """
        using GeekCafe.DynamoDb;
        using System.Text.Json.Serialization;
        using System.Threading;
        using System.Threading.Tasks;

        namespace Shop;

        [Resource("orders", Route = "/shops/{shop}/orders", PurgeAfterDays = 30)]
        [PrimaryKey("TENANT#{TenantId}#SHOP#{Shop}", "ORDER#{Number:D8}", Shards = 4)]
        [SecondaryIndex("ByOwner", "TENANT#{TenantId}#OWNER#{OwnerId}", "AT#{At:yyyy-MM}#{Shop}#{Number}", Route = "/users/{ownerId}/orders")]
        [CompositeIndex("ByState", ["TenantId", "State"], ["Number"], Index = "states")]
        [LocalSecondaryIndex("ByNote", "NOTE#{Place.City:lower}#{Number}", Projection = IndexProjection.Include, Include = [nameof(Note), "State"])]
        [Allow(Operation.Read | Operation.Update, Owner = nameof(OwnerId), Members = nameof(Readers), Roles = "clerk,admin")]
        [Changes, Conditions, Audited(NameOnly = [nameof(Note)]), SchemaVersion(2)]
        public sealed partial record Order([StringLength(9)] string Shop, int Number = 1) : Named
        {
            [SetByServer(ServerValue.UserId)] public string OwnerId { get; init; } = "";
            [SetByServer(ServerValue.Now)] public DateTimeOffset At { get; init; }
            [Unique(Within = [nameof(Shop)], IgnoreCase = true)] public string? Note { get; init; }
            [Counter(Shards = 4)] public long Views { get; init; }
            [TimeToLive] public DateTimeOffset? Ends { get; init; }
            [Converter<MoneyConverter>, AttributeName("cost")] public required Money Price { get; init; }
            [Sensitive(Hidden = true), CreateOnly] public string Secret { get; init; } = "x";
            public HashSet<string> Readers { get; init; } = [];
            public Dictionary<Guid, List<Address?>> Places { get; init; } = new();
            public Address Place { get; init; } = new() { City = "Bern" };
            public Paying? Paying { get; init; }
            public State State { get; init; } = State.Open;
            public string Shown => $"{Shop}/{Number}";

            [Upcast(1)] private static void FromV1(ItemDocument item) => item.Remove("old");
        }

        public abstract record Named { public string? Name { get; init; } }
        public partial record Address { public string City { get; init; } = ""; }
        [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind"), JsonDerivedType(typeof(Card), "card")] public abstract partial record Paying;
        public partial record Card(string Number) : Paying;
        public enum State { Open, Closed = 3 }
        public readonly record struct Money(decimal Amount);
        public sealed class MoneyConverter : IValueConverter<Money, decimal> { public static decimal ToStored(Money value) => value.Amount; public static Money FromStored(decimal value) => new(value); }

        [ProjectionOf<Order>] public partial record OrderCard { public string? Note { get; init; } public State State { get; init; } }
        [ItemCollection(Index = "gsi1")] public partial record Shelf { public IReadOnlyList<Order> Orders { get; init; } = []; }

        public partial class OrderService
        {
            [HttpOperation("GET", "/shops/{shop}/best", Name = "best")]
            public async Task<ServiceResult<Order>> BestAsync(Caller caller, string shop, CancellationToken cancellationToken, int most = 3)
            {
                var found = await GetAsync(caller, new OrderKey(shop, most), cancellationToken: cancellationToken);
                _ = await ListByOwnerAsync<OrderCard>(caller, caller.UserId, cancellationToken: cancellationToken);
                return found.IsSuccess ? found.Data : found.Error;
            }

            [Job("count", Schedule = "rate(1 hour)")]
            public Task<ServiceResult<NoContent>> CountAsync(Caller caller, Address input) => throw new NotSupportedException();

            protected override ValueTask OnChangeAsync(StreamChange<Order> change, CancellationToken cancellationToken) => default;
        }
        """;

    /// <summary>Each 29th token, for every one takes a whole compilation; each with GEEKCAFE_CAMPAIGN=29.</summary>
    [Fact]
    public void Whichever_token_is_missing()
    {
        var tokens = CSharpSyntaxTree.ParseText(Rich).GetRoot().DescendantTokens().Where(static token => token.Span.Length > 0).ToList();
        Assert.True(tokens.Count > 500);
        AssertQuiet(Some(tokens, of: 29).Select(static token => (string[])[Rich.Remove(token.SpanStart, token.Span.Length)]));
    }

    [Fact]
    public void Wherever_the_file_ends() =>
        AssertQuiet(Some([.. Enumerable.Range(1, Rich.Length)], of: 97).Select(static end => (string[])[Rich[..end]]));

    /// <summary>Every line of every mistake, some at a time: each sixth, from the first to the sixth.</summary>
    [Fact]
    public void Whichever_line_of_a_mistake_is_missing()
    {
        var files = MistakesTests.Files.Values.Select(static file => file.Split('\n')).ToList();
        AssertQuiet(Enumerable.Range(0, 6).Select(rest => files.Select(file => string.Join('\n', file.Where((_, i) => i % 6 != rest))).ToArray()));
    }

    [Fact]
    public void The_whole_is_without_a_finding() => Findings.AssertNone(Rich);

    /// <summary>Each of so many; with a campaign, more of them.</summary>
    private static IEnumerable<T> Some<T>(IReadOnlyList<T> all, int of)
    {
        var step = Math.Max(1, of / Campaign.Times);
        return all.Where((_, i) => i % step == 0);
    }

    private static void AssertQuiet(IEnumerable<string[]> projects) => Parallel.ForEach(projects, static sources =>
    {
        var driver = CSharpGeneratorDriver.Create([new ResourceGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)TestCompilation.Parse("", "").Options)
            .RunGeneratorsAndUpdateCompilation(TestCompilation.Create(sources), out var output, out _);
        Assert.Null(driver.GetRunResult().Results[0].Exception);
        var found = output.WithAnalyzers([.. Analyzers.All, .. Analyzers.Suppressors]).GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
        Assert.DoesNotContain(found, static diagnostic => diagnostic.Id == "AD0001");
        Assert.Distinct(found.Select(static diagnostic => (diagnostic.Id, diagnostic.Location)));
    });
}
