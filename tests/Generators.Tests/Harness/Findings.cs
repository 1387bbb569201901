using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
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
        var found = Of(source);
        var own = Assert.Single(found, static diagnostic => diagnostic.Id.StartsWith("GCG", StringComparison.Ordinal));
        Assert.Equal(id, own.Id);
        Assert.Equal(message, own.GetMessage());
        Assert.Equal(source[span.Start..(span.Start + span.Length)], source[own.Location.SourceSpan.Start..own.Location.SourceSpan.End]);
        Assert.Equal(span.Start, own.Location.SourceSpan.Start);
        Assert.Equal(alsoFromCompiler, found.Where(static diagnostic => diagnostic.Id.StartsWith("CS", StringComparison.Ordinal)).Select(static diagnostic => diagnostic.Id).Distinct());

        Assert.DoesNotContain(Of($"#pragma warning disable {id}\n{source}"), diagnostic => diagnostic.Id == id);
        Assert.DoesNotContain(Of(source, (id, ReportDiagnostic.Suppress)), diagnostic => diagnostic.Id == id);
    }

    /// <summary>Asserts that nothing is reported by anybody, and that what is generated compiles.</summary>
    public static void AssertNone(params string[] sources)
    {
        Assert.DoesNotContain(OfAll(sources), static diagnostic => diagnostic.Id.StartsWith("GCG", StringComparison.Ordinal));
        GeneratorRun.Compiled(sources);
    }

    /// <summary>Analyzer's findings and compiler's errors after generation.</summary>
    public static IReadOnlyList<Diagnostic> Of(string source, params (string Id, ReportDiagnostic Severity)[] severities) => Of([source], severities);

    public static IReadOnlyList<Diagnostic> OfAll(params string[] sources) => Of(sources, []);

    /// <summary>The compiler's warnings as well: for what it says itself, so that no rule needs to.</summary>
    public static IReadOnlyList<Diagnostic> WithWarnings(string source) => [.. All([source], []).Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS1591")];

    private static IReadOnlyList<Diagnostic> Of(string[] sources, (string Id, ReportDiagnostic Severity)[] severities) =>
        [.. All(sources, severities).Where(static diagnostic => diagnostic.Id.StartsWith("GCG", StringComparison.Ordinal) || diagnostic.Severity == DiagnosticSeverity.Error)];

    private static ImmutableArray<Diagnostic> All(string[] sources, (string Id, ReportDiagnostic Severity)[] severities)
    {
        var run = GeneratorRun.Of(TestCompilation.Create(sources));
        Assert.Null(run.Result.Exception);
        var output = run.Output;
        var options = output.Options.SpecificDiagnosticOptions.AddRange(severities.Select(static pair => KeyValuePair.Create(pair.Id, pair.Severity)));
        var analyzed = output.WithOptions(output.Options.WithSpecificDiagnosticOptions(options)).WithAnalyzers(Analyzers.All);
        var found = analyzed.GetAllDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
        Assert.DoesNotContain(found, static diagnostic => diagnostic.Id == "AD0001");
        return found;
    }

    internal static (string Source, (int Start, int Length) Span) Unmark(string marked)
    {
        var start = marked.IndexOf("[|", StringComparison.Ordinal);
        var end = marked.IndexOf("|]", StringComparison.Ordinal) - 2;
        return (marked.Replace("[|", "").Replace("|]", ""), (start, end - start));
    }
}
