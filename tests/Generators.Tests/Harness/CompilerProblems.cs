using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeekCafe.Generators.Tests.Harness;

/// <summary>What the compiler says about a run's output.</summary>
internal static class CompilerProblems
{
    /// <summary>Errors and warnings; users' own missing doc comments do not count.</summary>
    public static IReadOnlyList<Diagnostic> Of(CSharpCompilation output, CSharpCompilation input) =>
    [
        .. output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed
            && !(diagnostic.Id is "CS1591" or "CS8981" && (diagnostic.Location.SourceTree is not { } tree || input.SyntaxTrees.Contains(tree)))),
    ];

    public static void AssertNone(GeneratorRun run)
    {
        var problems = Of(run.Output, run.Input);
        if (problems.Count == 0) return;
        var shown = problems.Select(static problem =>
            $"{problem}\n    {problem.Location.SourceTree?.GetText().Lines[problem.Location.GetLineSpan().StartLinePosition.Line]}");
        Assert.Fail($"{problems.Count} problems:\n{string.Join("\n", shown.Take(12))}");
    }
}
