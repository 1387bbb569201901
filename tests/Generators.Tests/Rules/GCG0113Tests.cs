using GeekCafe.CodeFixes;
using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0113Tests
{
    [Theory]
    [InlineData("static void Run", "_ = [|things.GetAsync(caller, key)|];")]
    [InlineData("static async Task Run", "_ = [|things.GetAsync(caller, key)|]; await Task.Yield();")]
    [InlineData("static void Run", "[|things.GetAsync(caller, key)|];")]
    [InlineData("static async Task Run", "Action later = () => [|things.GetAsync(caller, key)|]; later(); await Task.Yield();")]
    public void A_call_is_awaited(string method, string statements) => Findings.AssertOne("GCG0113",
        "Nobody waits for 'GetAsync': a function is stopped when its answer is sent, and the call with it; await it, or return its task", Source(method, statements));

    [Theory]
    [InlineData("static async Task Run", "_ = await things.GetAsync(caller, key);")]
    [InlineData("static Task Run", "return things.GetAsync(caller, key);")]
    [InlineData("static async Task Run", "var one = things.GetAsync(caller, key); var two = things.GetAsync(caller, key); await Task.WhenAll(one, two);")]
    [InlineData("static void Run", "_ = Task.Delay(1);")]
    public void Or_returned_or_someone_elses(string method, string statements) => Findings.AssertNone(Source(method, statements));

    [Fact]
    public void In_an_asynchronous_method_the_compiler_says_it_alone()
    {
        var found = Findings.WithWarnings(Source("static async Task Run", "things.GetAsync(caller, key); await Task.Yield();"));
        Assert.Equal(["CS4014"], found.Select(static diagnostic => diagnostic.Id));
    }

    [Fact]
    public void A_fix_awaits_it() => Fixed.AssertFixes<AwaitCallFix>(
        Source("static async Task Run", "_ = things.GetAsync(caller, key); await Task.Yield();"), Source("static async Task Run", "_ = await things.GetAsync(caller, key); await Task.Yield();"));

    [Fact]
    public void A_fix_awaits_all_of_a_file() => Fixed.AssertFixesAll<AwaitCallFix>(
        Source("static async Task Run", "_ = things.GetAsync(caller, key); _ = things.GetAsync(caller, key);"),
        Source("static async Task Run", "_ = await things.GetAsync(caller, key); _ = await things.GetAsync(caller, key);"));

    [Theory]
    [InlineData("static void Run", "_ = things.GetAsync(caller, key);")]
    [InlineData("static async Task Run", "Action later = () => { _ = things.GetAsync(caller, key); }; later(); await Task.Yield();")]
    public void What_is_not_asynchronous_cannot_await(string method, string statements) => Fixed.AssertNotOffered<AwaitCallFix>(Source(method, statements));

    private static string Source(string method, string statements) => Usage.Method($"public {method}(ThingService things, Caller caller, ThingKey key) {{ {statements} }}");
}
