using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeekCafe.Generators.Tests.Harness;

/// <summary>What the compiler says about a run's output.</summary>
internal static class CompilerProblems
{
    /// <summary>Errors and warnings; users' own missing doc comments do not count.</summary>
    public static IReadOnlyList<Diagnostic> Of(CSharpCompilation output, CSharpCompilation input) => Of(output.GetDiagnostics(), input);

    public static void AssertNone(GeneratorRun run) => AssertNone(run, run.Output.GetDiagnostics());

    /// <summary>The same, for what compiler and analyzers said.</summary>
    public static void AssertNone(GeneratorRun run, IEnumerable<Diagnostic> found)
    {
        var problems = Of(found, run.Input);
        if (problems.Count == 0) return;
        var shown = problems.Select(static problem =>
            $"{problem}\n    {problem.Location.SourceTree?.GetText().Lines[problem.Location.GetLineSpan().StartLinePosition.Line]}");
        Assert.Fail($"{problems.Count} problems:\n{string.Join("\n", shown.Take(12))}");
    }

    private static IReadOnlyList<Diagnostic> Of(IEnumerable<Diagnostic> found, CSharpCompilation input) =>
    [
        .. found.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed
            && !(diagnostic.Id is "CS1591" or "CS8981" && (diagnostic.Location.SourceTree is not { } tree || input.SyntaxTrees.Contains(tree)))),
    ];
}
