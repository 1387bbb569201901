using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources;
using GeekCafe.Generators.Resources.Parsing;
using GeekCafe.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Tests.Caching;

/// <summary>Counts, for times are too noisy to gate on.</summary>
public class CostTests
{
    /// <summary>Bytes for one parse of twelve members, with symbols bound. Measured 54.5 KB on 2026-11, the same in every run; the rest is room for another option or two.</summary>
    private const long Ceiling = 65_000;

    [Fact]
    public void B4_a_key_in_a_method_costs_no_parse_and_one_elsewhere_a_parse_of_each_and_nothing_else()
    {
        var sources = Enumerable.Range(0, 50).Select(Resource).ToArray();
        var run = GeneratorRun.Of([.. sources, "class Other { int A() => 1; }"]);
        var typed = run.Then("File50.cs", "class Other { int A() => 12; }");
        Assert.Equal([IncrementalStepRunReason.Cached], Steps.Reasons(typed, MarkedModels.Step));

        var after = run.Then("File50.cs", "class Other { int x; int A() => 12; }");
        Assert.Equal([IncrementalStepRunReason.Unchanged], Steps.Reasons(after, MarkedModels.Step));
        Assert.Equal(50, Steps.Reasons(after, TrackingNames.Resource).Count);
        Assert.All(Steps.Reasons(after, TrackingNames.Resource), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.Equal(0, Steps.Written(after));
    }

    [Fact]
    public void B4_a_parse_allocates_less_than_its_ceiling()
    {
        var type = TestCompilation.Create(Resource(0)).GetTypeByMetadataName("Shop.Thing0")!;
        ResourceParser.Parse(type, Silence.Instance, CancellationToken.None);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10; i++) Assert.NotNull(ResourceParser.Parse(type, Silence.Instance, CancellationToken.None));
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 10, 1, Ceiling);
    }

    [Fact]
    public void B5_a_parse_ends_between_members_when_it_is_cancelled()
    {
        var type = TestCompilation.Create(Resource(0)).GetTypeByMetadataName("Shop.Thing0")!;
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => ResourceParser.Parse(type, Silence.Instance, cancelled.Token));
    }

    private static string Resource(int number) => $$"""
        namespace Shop;

        [Resource("things{{number}}")]
        [PrimaryKey("TENANT#{TenantId}", "THING{{number}}#{Id}")]
        [SecondaryIndex("ByOwner", "TENANT#{TenantId}#OWNER{{number}}#{OwnerId}", "THING{{number}}#{At}")]
        public partial record Thing{{number}}
        {
            [StringLength(200, MinimumLength = 1)] public required string Title { get; init; }
            public string? Body { get; init; }
            public required DateTimeOffset At { get; init; }
            public DateTimeOffset? Until { get; init; }
            [Range(1, 100)] public int? Count { get; init; }
            public decimal Price { get; init; }
            public bool IsOpen { get; init; } = true;
            public IReadOnlyList<string> Tags { get; init; } = [];
            public Dictionary<string, int> Numbers { get; init; } = new();
            public DayOfWeek Day { get; init; }
            public Guid? Code { get; init; }
            [SetByServer(ServerValue.UserId)] public string OwnerId { get; init; } = "";
        }
        """;
}
