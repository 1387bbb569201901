using GeekCafe.Testing;
using GeekCafe.Tests;

namespace GeekCafe.Generators.Tests.RandomResources;

/// <summary>
/// Random declarations, generated for, compiled without a warning and run on a real table through the HTTP engine, do what a model of them does.
/// GEEKCAFE_SEED repeats a run; GEEKCAFE_CAMPAIGN sets how many times as many there are.
/// </summary>
public sealed class RandomResourceTests(ITestOutputHelper output)
{
    private static readonly int Resources = 20 * Campaign.Times;
    private const int Steps = 100;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Random_resources_behave_as_declared(bool isNamedAsUsual)
    {
        Assert.SkipWhen(LocalDynamo.Missing is not null, LocalDynamo.Missing ?? "");
        var seed = int.TryParse(Environment.GetEnvironmentVariable("GEEKCAFE_SEED"), out var given) ? given : Environment.TickCount;
        output.WriteLine($"GEEKCAFE_SEED={seed}");
        var random = new Random(seed);
        var naming = isNamedAsUsual ? Policies.Default : Policies.Make(random);
        var dice = new Dice(random, naming);
        var specs = Enumerable.Range(0, Resources).Select(number => Spec.Make(dice, number)).ToList();
        await using var api = await Api.StartAsync(naming, specs);
        foreach (var spec in specs)
        {
            try
            {
                await new Walkthrough(api, spec, dice).RunAsync(Steps);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"GEEKCAFE_SEED={seed}: {naming}\n{spec}", exception);
            }
        }
    }
}
