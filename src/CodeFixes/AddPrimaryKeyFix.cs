using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeekCafe.CodeFixes;

/// <summary>GCG0009: adds the usual primary key below [Resource].</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddPrimaryKeyFix)), Shared]
public sealed class AddPrimaryKeyFix : CodeFixProvider
{
    private const string Title = "Add a primary key";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["GCG0009"];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { AttributeLists.Count: > 0 } declaration) continue;

            // Arguments of the message: type, and what sort keys begin with.
            var prefix = diagnostic.Properties["1"] ?? "";
            context.RegisterCodeFix(CodeAction.Create(
                Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(declaration, AddKey(declaration, prefix)))), Title), diagnostic);
        }
    }

    private static TypeDeclarationSyntax AddKey(TypeDeclarationSyntax declaration, string prefix)
    {
        var last = declaration.AttributeLists[declaration.AttributeLists.Count - 1];
        var key = SyntaxFactory.Attribute(SyntaxFactory.IdentifierName("PrimaryKey"), SyntaxFactory.AttributeArgumentList(SyntaxFactory.SeparatedList(
            [Argument("TENANT#{TenantId}"), Argument(prefix + "#{Id}")],
            [SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space)])));
        var list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(key)).WithLeadingTrivia(Indentation(last)).WithTrailingTrivia(last.GetTrailingTrivia());
        return declaration.WithAttributeLists(declaration.AttributeLists.Add(list));
    }

    private static AttributeArgumentSyntax Argument(string text) =>
        SyntaxFactory.AttributeArgument(SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text)));

    /// <summary>White space only: doc comments stay above the first attribute.</summary>
    private static SyntaxTriviaList Indentation(AttributeListSyntax list)
    {
        var trivia = list.GetLeadingTrivia();
        return trivia.Count > 0 && trivia[trivia.Count - 1].IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(trivia[trivia.Count - 1]) : default;
    }
}
