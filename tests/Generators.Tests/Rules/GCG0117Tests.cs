using GeekCafe.CodeFixes;
using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0117Tests
{
    [Theory]
    [InlineData("DateTimeOffset.UtcNow")]
    [InlineData("DateTimeOffset.Now")]
    [InlineData("DateTime.UtcNow")]
    [InlineData("DateTime.Now")]
    [InlineData("DateTime.Today")]
    public void A_service_asks_its_own_clock(string clock) => Findings.AssertOne("GCG0117",
        $"'ThingService' asks {clock}, which tests cannot set and which need not agree with the times that are stored: ask Environment.Clock", Rule($"[|{clock}|]"));

    [Fact]
    public void A_class_that_is_none_may_ask() => Findings.AssertNone(Usage.Method("public static bool IsOver(Thing thing) => thing.Ends < DateTimeOffset.UtcNow;"));

    [Fact]
    public void Its_own_it_asks() => Findings.AssertNone(Rule("Environment.Clock.GetUtcNow()"));

    [Theory]
    [InlineData("DateTimeOffset.UtcNow", "Environment.Clock.GetUtcNow()")]
    [InlineData("System.DateTimeOffset.Now", "Environment.Clock.GetLocalNow()")]
    [InlineData("DateTime.UtcNow", "Environment.Clock.GetUtcNow().UtcDateTime")]
    [InlineData("DateTime.Now", "Environment.Clock.GetLocalNow().DateTime")]
    [InlineData("DateTime.Today", "Environment.Clock.GetLocalNow().Date")]
    public void A_fix_asks_it(string before, string after) => Fixed.AssertFixes<UseClockFix>(Rule(before), Rule(after));

    [Fact]
    public void A_fix_asks_it_everywhere() => Fixed.AssertFixesAll<UseClockFix>(
        Usage.Service("public bool Any => Is(DateTime.Now) || Is(DateTimeOffset.UtcNow); private static bool Is(object time) => time is not null;"),
        Usage.Service("public bool Any => Is(Environment.Clock.GetLocalNow().DateTime) || Is(Environment.Clock.GetUtcNow()); private static bool Is(object time) => time is not null;"));

    [Theory]
    [InlineData("public static bool IsOver(Thing thing) => thing.Ends < DateTimeOffset.UtcNow;")]
    [InlineData("public readonly DateTimeOffset Started = DateTimeOffset.UtcNow;")]
    [InlineData("public DateTimeOffset Started { get; } = DateTimeOffset.UtcNow;")]
    public void Without_its_object_there_is_no_clock(string members) => Fixed.AssertNotOffered<UseClockFix>(Usage.Service(members));

    private static string Rule(string clock) => Usage.Service($$"""
        protected override ValueTask ValidateAsync(Caller caller, Thing next, Thing? current, ValidationErrors errors, CancellationToken cancellationToken)
            {
                if (next.Ends < {{clock}}) errors.Add("ends", "must be in the future");
                return ValueTask.CompletedTask;
            }
        """);
}
