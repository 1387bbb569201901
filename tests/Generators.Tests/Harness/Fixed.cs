using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeekCafe.Generators.Tests.Harness;

/// <summary>What a code fix makes of a source.</summary>
public static class Fixed
{
    /// <summary>Asserts that the fix makes this of it, and that the result compiles and breaks no rule.</summary>
    public static void AssertFixes<TFix>(string source, string expected) where TFix : CodeFixProvider, new()
    {
        AssertChanges<TFix>(source, expected);
        Findings.AssertNone(expected);
    }

    /// <summary>Asserts that the fix makes this of it; what is left to do is its author's.</summary>
    public static void AssertChanges<TFix>(string source, string expected) where TFix : CodeFixProvider, new()
    {
        var actions = Actions<TFix>(source, out var document);
        Assert.Equal(expected, Apply(Assert.Single(actions), document));
    }

    /// <summary>Asserts that all findings of a file are mended at once, as an editor's "fix all in document" does.</summary>
    public static void AssertFixesAll<TFix>(string source, string expected) where TFix : CodeFixProvider, new()
    {
        var fix = new TFix();
        var document = Open(source);
        var found = Find(document).Where(diagnostic => fix.FixableDiagnosticIds.Contains(diagnostic.Id)).ToImmutableArray();
        Assert.True(found.Length > 1, "There is one finding at most; that is no test of mending all.");
        var key = Actions<TFix>(source, out _)[0].EquivalenceKey;
        var context = new FixAllContext(document, fix, FixAllScope.Document, key, found.Select(static diagnostic => diagnostic.Id).Distinct(), new Given(found), CancellationToken.None);
        var action = fix.GetFixAllProvider()!.GetFixAsync(context).GetAwaiter().GetResult();
        Assert.Equal(expected, Apply(action!, document));
        Findings.AssertNone(expected);
    }

    /// <summary>Asserts that nothing is offered.</summary>
    public static void AssertNotOffered<TFix>(string source) where TFix : CodeFixProvider, new() => Assert.Empty(Actions<TFix>(source, out _));

    private static List<CodeAction> Actions<TFix>(string source, out Document document) where TFix : CodeFixProvider, new()
    {
        var fix = new TFix();
        Assert.NotNull(fix.GetFixAllProvider());
        var opened = document = Open(source);
        var tree = opened.GetSyntaxTreeAsync().GetAwaiter().GetResult();
        var actions = new List<CodeAction>();
        foreach (var diagnostic in Find(opened).Where(diagnostic => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            Assert.Same(tree, diagnostic.Location.SourceTree);
            fix.RegisterCodeFixesAsync(new CodeFixContext(opened, diagnostic, (action, _) => actions.Add(action), CancellationToken.None)).GetAwaiter().GetResult();
        }

        return actions;
    }

    private static ImmutableArray<Diagnostic> Find(Document document)
    {
        var compilation = document.Project.GetCompilationAsync().GetAwaiter().GetResult()!;
        return compilation.WithAnalyzers(Analyzers.All).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
    }

    private static string Apply(CodeAction action, Document document)
    {
        var operations = action.GetOperationsAsync(CancellationToken.None).GetAwaiter().GetResult();
        var solution = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return solution.GetDocument(document.Id)!.GetTextAsync().GetAwaiter().GetResult().ToString();
    }

    /// <summary>A project with the source and, as in an editor, with what is generated from it.</summary>
    private static Document Open(string source)
    {
        var compilation = GeneratorRun.Of(TestCompilation.Create(source)).Output;
        var project = ProjectId.CreateNewId();
        var solution = new AdhocWorkspace().CurrentSolution
            .AddProject(ProjectInfo.Create(project, VersionStamp.Default, "Shop", "Shop", LanguageNames.CSharp, compilationOptions: compilation.Options,
                parseOptions: compilation.SyntaxTrees[0].Options, metadataReferences: TestCompilation.References));
        foreach (var tree in compilation.SyntaxTrees) solution = solution.AddDocument(DocumentId.CreateNewId(project), tree.FilePath, tree.GetText(), filePath: tree.FilePath);
        return solution.GetProject(project)!.Documents.Single(static document => document.Name == "File0.cs");
    }

    private sealed class Given(ImmutableArray<Diagnostic> found) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(found);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(found);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(found);
    }
}
