using GeekCafe.Generators.Resources;
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
        var actions = Actions<TFix>(source, out var document);
        var operations = Assert.Single(actions).GetOperationsAsync(CancellationToken.None).GetAwaiter().GetResult();
        var solution = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        Assert.Equal(expected, solution.GetDocument(document.Id)!.GetTextAsync().GetAwaiter().GetResult().ToString());
        Findings.AssertNone(expected);
    }

    /// <summary>Asserts that nothing is offered.</summary>
    public static void AssertNotOffered<TFix>(string source) where TFix : CodeFixProvider, new() => Assert.Empty(Actions<TFix>(source, out _));

    private static List<CodeAction> Actions<TFix>(string source, out Document document) where TFix : CodeFixProvider, new()
    {
        var fix = new TFix();
        Assert.NotNull(fix.GetFixAllProvider());
        document = Open(source);
        var compilation = document.Project.GetCompilationAsync().GetAwaiter().GetResult()!;
        var tree = document.GetSyntaxTreeAsync().GetAwaiter().GetResult();
        var found = compilation.WithAnalyzers([new ResourceAnalyzer()]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        var actions = new List<CodeAction>();
        foreach (var diagnostic in found.Where(diagnostic => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            Assert.Same(tree, diagnostic.Location.SourceTree);
            fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None)).GetAwaiter().GetResult();
        }

        return actions;
    }

    private static Document Open(string source)
    {
        var compilation = TestCompilation.Create(source);
        var project = ProjectId.CreateNewId();
        var solution = new AdhocWorkspace().CurrentSolution
            .AddProject(ProjectInfo.Create(project, VersionStamp.Default, "Shop", "Shop", LanguageNames.CSharp, compilationOptions: compilation.Options,
                parseOptions: compilation.SyntaxTrees[0].Options, metadataReferences: TestCompilation.References));
        foreach (var tree in compilation.SyntaxTrees) solution = solution.AddDocument(DocumentId.CreateNewId(project), tree.FilePath, tree.GetText(), filePath: tree.FilePath);
        return solution.GetProject(project)!.Documents.Single(static document => document.Name == "File0.cs");
    }
}
