using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0110Tests
{
    [Theory]
    [InlineData("[|await things.GetAsync(caller, key, false, token)|];", "GetAsync")]
    [InlineData("[|await things.GetAsync(caller, key, false, token).ConfigureAwait(false)|];", "GetAsync")]
    [InlineData("[|await things.IncrementAsync(caller, key, ThingCounters.Views, 1, token)|];", "IncrementAsync")]
    [InlineData("[|await things.BatchGetAsync(caller, [key], token)|];", "BatchGetAsync")]
    [InlineData("var task = things.GetAsync(caller, key, false, token); [|await task|];", "task")]
    public void A_result_is_looked_at(string statement, string name) => Findings.AssertOne("GCG0110",
        $"Nobody looks at the result of '{name}', so that an error goes unnoticed: ask IsSuccess or TryGet, return it, or write '_ =' before it if it does not matter",
        Source(statement));

    [Theory]
    [InlineData("_ = await things.GetAsync(caller, key, false, token);")]
    [InlineData("var thing = await things.GetAsync(caller, key, false, token); if (!thing.IsSuccess) throw new ServiceException(thing.Error);")]
    [InlineData("await Task.Delay(1, token);")]
    [InlineData("var both = new ServiceTransaction(environment, caller); var entry = both.Delete(things, key); await both.CommitAsync(token); if (!entry.Result.IsSuccess) throw new ServiceException(entry.Result.Error);")]
    [InlineData("var one = things.GetAsync(caller, key, false, token); await Task.WhenAll(one); if (!(await one).IsSuccess) throw new TimeoutException();")]
    [InlineData("await new ServiceReads(environment, caller).TransactGetAsync(token);")]
    [InlineData("await Answer(await things.GetAsync(caller, key, false, token)); static Task Answer(ServiceResult<Thing> thing) => Task.CompletedTask;")]
    public void Or_said_not_to_matter(string statement) => Findings.AssertNone(Source(statement));

    private static string Source(string statement) => Usage.Method(
        $"public static async Task RunAsync(ThingService things, ServiceEnvironment environment, Caller caller, ThingKey key, CancellationToken token) {{ {statement} }}");
}
