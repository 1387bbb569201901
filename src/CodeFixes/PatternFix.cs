using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeekCafe.CodeFixes;

/// <summary>A fix that rewrites the text of a key pattern. Offered where the pattern is a literal; a constant may have other users.</summary>
public abstract class PatternFix : CodeFixProvider
{
    protected abstract string Title { get; }

    /// <summary>The pattern as it should be, or null if there is nothing to offer.</summary>
    protected abstract string? Mend(string pattern, Diagnostic diagnostic);

    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            var argument = root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeArgumentSyntax>();
            if (argument?.Expression is not LiteralExpressionSyntax literal || !literal.IsKind(SyntaxKind.StringLiteralExpression)) continue;
            if (Mend(literal.Token.ValueText, diagnostic) is not { } mended) continue;
            context.RegisterCodeFix(CodeAction.Create(Title, _ => Replace(context.Document, root!, literal, mended), Title), diagnostic);
        }
    }

    private static Task<Document> Replace(Document document, SyntaxNode root, LiteralExpressionSyntax literal, string text) => Task.FromResult(
        document.WithSyntaxRoot(root.ReplaceNode(literal, literal.WithToken(SyntaxFactory.Literal(text).WithTriviaFrom(literal.Token)))));
}
