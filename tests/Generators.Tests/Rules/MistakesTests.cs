using System.Collections.Immutable;
using System.Text;
using GeekCafe.Generators.Tests.Docs;
using GeekCafe.Generators.Tests.Harness;
using GeekCafe.Testing.Snapshots;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeekCafe.Generators.Tests.Rules;

/// <summary>
/// Every mistake in one project, tests/Mistakes, and what a build says about it: tests/Mistakes/output.verified.txt, which should read like help.
/// <c>ACCEPT_SNAPSHOTS=1</c> writes it anew.
/// </summary>
public class MistakesTests
{
    private const string Folder = "tests/Mistakes";

    /// <summary>The project after generation; its analysis takes long enough to be shared.</summary>
    private static readonly Lazy<CSharpCompilation> Project = new(static () => Generated(TestCompilation.Create([.. Files!.Values])));

    private static readonly Lazy<ImmutableArray<Diagnostic>> Found = new(static () => Analyze(Project.Value, null));

    internal static SortedDictionary<string, string> Files { get; } = new(Directory.GetFiles(Path.Combine(Pages.Root, Folder), "GCG*.cs")
        .ToDictionary(static path => Path.GetFileName(path), static path => File.ReadAllText(path).Replace("\r\n", "\n")), StringComparer.Ordinal);

    public static TheoryData<string> Ids => [.. RuleBookTests.All.Select(static rule => rule.Id)];

    [Fact]
    public void The_output_of_a_build_reads_like_help()
    {
        var text = new StringBuilder();
        foreach (var diagnostic in Found.Value.OrderBy(static diagnostic => Name(diagnostic), StringComparer.Ordinal).ThenBy(static diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            var at = diagnostic.Location.GetLineSpan().StartLinePosition;
            text.Append(Name(diagnostic)).Append('(').Append(at.Line + 1).Append(',').Append(at.Character + 1).Append("): ")
                .Append(diagnostic.Severity == DiagnosticSeverity.Error ? "error " : "warning ").Append(diagnostic.Id).Append(": ").Append(diagnostic.GetMessage()).Append('\n');
        }

        Snapshot.MatchText(text.ToString(), "output", Path.Combine(Pages.Root, Folder, "GCG0001.cs"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_mistake_is_told_once_where_it_is(string id)
    {
        var told = Assert.Single(Found.Value, diagnostic => Name(diagnostic) == $"{id}.cs");
        Assert.Equal(id, told.Id);
    }

    [Fact]
    public void Every_severity_can_be_set_in_an_editorconfig()
    {
        foreach (var (text, expected) in (( string, DiagnosticSeverity?)[])[("error", DiagnosticSeverity.Error), ("suggestion", DiagnosticSeverity.Info), ("none", null)])
        {
            var lines = RuleBookTests.All.Select(rule => $"dotnet_diagnostic.{rule.Id}.severity = {text}");
            var found = Analyze(Project.Value, new EditorConfig($"[*.cs]\n{string.Join("\n", lines)}\n"));
            Assert.All(found, diagnostic => Assert.Equal(expected, diagnostic.Severity));
            Assert.Equal(expected is null ? [] : Files.Keys.Select(static file => file[..7]), found.Select(static diagnostic => diagnostic.Id).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Every_rule_can_be_silenced_by_a_pragma()
    {
        string[] sources = [.. Files.Select(static file => $"#pragma warning disable {file.Key[..7]}\n{file.Value}")];
        Assert.Empty(Analyze(Generated(TestCompilation.Create(sources)), null));
    }

    private static CSharpCompilation Generated(CSharpCompilation project)
    {
        var run = GeneratorRun.Of(project);
        Assert.Null(run.Result.Exception);
        return run.Output;
    }

    /// <summary>What analyzers say, and the compiler's errors: mistakes that follow from mistakes.</summary>
    private static ImmutableArray<Diagnostic> Analyze(CSharpCompilation project, EditorConfig? config)
    {
        if (config is not null) project = project.WithOptions(project.Options.WithSyntaxTreeOptionsProvider(config));
        var found = project.WithAnalyzers(Analyzers.All).GetAllDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
        Assert.DoesNotContain(found, static diagnostic => diagnostic.Id == "AD0001");
        return [.. found.Where(static diagnostic => diagnostic.Id.StartsWith("GCG", StringComparison.Ordinal) || diagnostic.Severity == DiagnosticSeverity.Error)];
    }

    /// <summary>The file in which it is: the compilation numbers them.</summary>
    private static string Name(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.FilePath is { } path && path.StartsWith("File", StringComparison.Ordinal) && int.TryParse(path.AsSpan(4, path.Length - 7), out var number)
            ? Files.Keys.ElementAt(number) : diagnostic.Location.SourceTree?.FilePath ?? "";

    /// <summary>An .editorconfig, read as the compiler reads it.</summary>
    private sealed class EditorConfig(string text) : SyntaxTreeOptionsProvider
    {
        private readonly ImmutableDictionary<string, ReportDiagnostic> _severities = AnalyzerConfigSet
            .Create((List<AnalyzerConfig>)[AnalyzerConfig.Parse(text, "/.editorconfig")]).GetOptionsForSourcePath("/File.cs").TreeOptions;

        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            _severities.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = default;
            return false;
        }
    }
}
