using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeekCafe.Generators.Tests.Harness;

/// <summary>
/// What analyzer and compiler say about a source in which <c>[|...|]</c> marks where something is to be reported.
/// </summary>
public static class Findings
{
    /// <summary>
    /// Asserts that exactly this is reported, at exactly this place, and that a pragma there and a severity in .editorconfig silence it. The
    /// compiler may add the ids given: what follows from nothing being generated.
    /// </summary>
    public static void AssertOne(string id, string message, string marked, params string[] alsoFromCompiler)
    {
        var (source, span) = Unmark(marked);
        var output = Generated([source]);
        var found = Relevant(Reported(output));
        var own = Assert.Single(found, static diagnostic => diagnostic.Id.StartsWith("GCG", StringComparison.Ordinal));
        Assert.Equal(id, own.Id);
        Assert.Equal(message, own.GetMessage());
        Assert.Equal(source[span.Start..(span.Start + span.Length)], source[own.Location.SourceSpan.Start..own.Location.SourceSpan.End]);
        Assert.Equal(span.Start, own.Location.SourceSpan.Start);
        Assert.Equal(alsoFromCompiler, found.Where(static diagnostic => diagnostic.Id.StartsWith("CS", StringComparison.Ordinal)).Select(static diagnostic => diagnostic.Id).Distinct());

        var tree = output.SyntaxTrees.Single(static tree => tree.FilePath == "File0.cs");
        AssertSilent(id, output.ReplaceSyntaxTree(tree, TestCompilation.Parse($"#pragma warning disable {id}\n{source}", tree.FilePath)));
        AssertSilent(id, With(output, (id, ReportDiagnostic.Suppress)));
    }

    /// <summary>Asserts that nothing is reported by anybody, and that what is generated compiles.</summary>
    public static void AssertNone(params string[] sources)
    {
        var run = Run(sources);
        CompilerProblems.AssertNone(run, Reported(run.Output));
    }

    /// <summary>Analyzer's findings and compiler's errors after generation.</summary>
    public static IReadOnlyList<Diagnostic> Of(string source, params (string Id, ReportDiagnostic Severity)[] severities) => Of([source], severities);

    public static IReadOnlyList<Diagnostic> OfAll(params string[] sources) => Of(sources, []);

    /// <summary>The compiler's warnings as well: for what it says itself, so that no rule needs to.</summary>
    public static IReadOnlyList<Diagnostic> WithWarnings(string source) => [.. Reported(Generated([source])).Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS1591")];

    private static IReadOnlyList<Diagnostic> Of(string[] sources, (string Id, ReportDiagnostic Severity)[] severities) =>
        Relevant(Reported(With(Generated(sources), severities)));

    private static IReadOnlyList<Diagnostic> Relevant(ImmutableArray<Diagnostic> found) =>
        [.. found.Where(static diagnostic => diagnostic.Id.StartsWith("GCG", StringComparison.Ordinal) || diagnostic.Severity == DiagnosticSeverity.Error)];

    /// <summary>The sources with what is generated from them.</summary>
    private static CSharpCompilation Generated(string[] sources) => Run(sources).Output;

    private static GeneratorRun Run(string[] sources)
    {
        var run = GeneratorRun.Of(TestCompilation.Create(sources));
        Assert.Null(run.Result.Exception);
        return run;
    }

    private static CSharpCompilation With(CSharpCompilation output, params (string Id, ReportDiagnostic Severity)[] severities) =>
        output.WithOptions(output.Options.WithSpecificDiagnosticOptions(
            output.Options.SpecificDiagnosticOptions.AddRange(severities.Select(static pair => KeyValuePair.Create(pair.Id, pair.Severity)))));

    private static ImmutableArray<Diagnostic> Reported(CSharpCompilation output)
    {
        var found = output.WithAnalyzers(Analyzers.All).GetAllDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
        Assert.DoesNotContain(found, static diagnostic => diagnostic.Id == "AD0001");
        return found;
    }

    private static void AssertSilent(string id, CSharpCompilation output)
    {
        var speaker = Analyzers.All.Where(analyzer => analyzer.SupportedDiagnostics.Any(rule => rule.Id == id)).ToImmutableArray();
        var found = output.WithAnalyzers(speaker).GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
        Assert.DoesNotContain(found, diagnostic => diagnostic.Id == id);
    }

    internal static (string Source, (int Start, int Length) Span) Unmark(string marked)
    {
        var start = marked.IndexOf("[|", StringComparison.Ordinal);
        var end = marked.IndexOf("|]", StringComparison.Ordinal) - 2;
        return (marked.Replace("[|", "").Replace("|]", ""), (start, end - start));
    }
}
