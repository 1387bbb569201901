using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Tests.Harness;

/// <summary>What the steps of a run did.</summary>
public static class Steps
{
    /// <summary>Asserts that no named step found anything new and no output was written again.</summary>
    public static void AssertNothingDone(GeneratorRun run)
    {
        foreach (var name in GeneratorRun.StepNames)
        {
            foreach (var reason in Reasons(run, name))
            {
                Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"Step {name} was {reason}.");
            }
        }

        AssertNothingWritten(run);
    }

    /// <summary>Asserts that no output was written again.</summary>
    public static void AssertNothingWritten(GeneratorRun run) => Assert.Equal(0, Written(run));

    /// <summary>How many outputs were written rather than taken from the cache.</summary>
    public static int Written(GeneratorRun run) => OutputReasons(run).Count(static reason => reason is not IncrementalStepRunReason.Cached);

    /// <summary>What happened to the values of a named step.</summary>
    public static IReadOnlyList<IncrementalStepRunReason> Reasons(GeneratorRun run, string name) =>
        run.Result.TrackedSteps.TryGetValue(name, out var steps) ? [.. steps.SelectMany(static step => step.Outputs).Select(static output => output.Reason)] : [];

    /// <summary>What happened to each output.</summary>
    public static IEnumerable<IncrementalStepRunReason> OutputReasons(GeneratorRun run) =>
        run.Result.TrackedOutputSteps.Values.SelectMany(static steps => steps).SelectMany(static step => step.Outputs).Select(static output => output.Reason);

    /// <summary>The values of all named steps.</summary>
    public static IEnumerable<(string Name, object Value)> Values(GeneratorRunResult result)
    {
        foreach (var name in GeneratorRun.StepNames)
        {
            if (!result.TrackedSteps.TryGetValue(name, out var steps)) continue;
            foreach (var output in steps.SelectMany(static step => step.Outputs)) yield return (name, output.Value);
        }
    }

    /// <summary>The values of one named step.</summary>
    public static IReadOnlyList<T> Values<T>(GeneratorRun run, string name) => [.. Values(run.Result).Where(value => value.Name == name).Select(static value => (T)value.Value)];
}
