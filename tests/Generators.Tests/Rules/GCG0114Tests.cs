using GeekCafe.CodeFixes;
using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0114Tests
{
    [Theory]
    [InlineData("[|things.GetAsync(caller, key)|]", "GetAsync")]
    [InlineData("[|things.ListAsync(caller)|]", "ListAsync")]
    [InlineData("Task.Run(() => [|things.GetAsync(caller, key)|], token)", "GetAsync")]
    public void The_token_is_handed_on(string call, string name) => Findings.AssertOne("GCG0114",
        $"'{name}' would go on after the request's end: hand it 'token', or CancellationToken.None if it is meant to", Source("CancellationToken token", call));

    [Theory]
    [InlineData("CancellationToken token", "things.GetAsync(caller, key, cancellationToken: token)")]
    [InlineData("CancellationToken token", "things.GetAsync(caller, key, false, CancellationToken.None)")]
    [InlineData("CancellationToken token", "Task.Run(static () => 1)")]
    [InlineData("CancellationToken token", "Start(static (things, caller, key) => things.GetAsync(caller, key))")]
    [InlineData("int number", "things.GetAsync(caller, key)")]
    public void Where_there_is_one_and_the_call_is_ours(string parameter, string call) => Findings.AssertNone(Source(parameter, call));

    [Fact]
    public void The_innermost_token_is_meant() => Findings.AssertOne("GCG0114",
        "'GetAsync' would go on after the request's end: hand it 'inner', or CancellationToken.None if it is meant to",
        Source("CancellationToken token", "Parallel.ForAsync(0, 3, token, async (i, inner) => _ = await [|things.GetAsync(caller, key)|])"));

    [Theory]
    [InlineData("things.GetAsync(caller, key)", "things.GetAsync(caller, key, cancellationToken: token)")]
    [InlineData("things.GetAsync(caller, key, true)", "things.GetAsync(caller, key, true, token)")]
    [InlineData("things.GetAsync(key: key, caller: caller)", "things.GetAsync(key: key, caller: caller, cancellationToken: token)")]
    [InlineData("new ServiceTransaction(null!, caller).CommitAsync()", "new ServiceTransaction(null!, caller).CommitAsync(token)")]
    public void A_fix_hands_it_on(string before, string after) =>
        Fixed.AssertFixes<PassTokenFix>(Source("CancellationToken token", before), Source("CancellationToken token", after));

    [Fact]
    public void A_fix_hands_it_to_all() => Fixed.AssertFixesAll<PassTokenFix>(
        Source("CancellationToken token", "Task.WhenAll(things.GetAsync(caller, key), things.GetAsync(caller, key, true))"),
        Source("CancellationToken token", "Task.WhenAll(things.GetAsync(caller, key, cancellationToken: token), things.GetAsync(caller, key, true, token))"));

    private static string Source(string parameter, string call) => Usage.Method($"""
        public static Task RunAsync(ThingService things, Caller caller, ThingKey key, {parameter}) => {call};

            public static Task Start(Func<ThingService, Caller, ThingKey, Task> work) => Task.CompletedTask;
        """);
}
