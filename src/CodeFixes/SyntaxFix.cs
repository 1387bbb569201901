using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeekCafe.CodeFixes;

/// <summary>A fix that replaces one node of the file in which the finding stands.</summary>
public abstract class SyntaxFix : CodeFixProvider
{
    /// <summary>What is offered.</summary>
    protected abstract string Title { get; }

    /// <summary>What is replaced, and by what, or null if there is nothing to offer. A replacement that is null takes the node away.</summary>
    /// <param name="node">The node at the finding's place, the innermost one.</param>
    /// <param name="diagnostic">The finding; its properties are the arguments of its message.</param>
    protected abstract (SyntaxNode Old, SyntaxNode? New)? Mend(SyntaxNode node, Diagnostic diagnostic);

    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return;
        foreach (var diagnostic in context.Diagnostics)
        {
            var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (Mend(node, diagnostic) is not { } change) continue;
            context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(Apply(context.Document, root, change)), Title), diagnostic);
        }
    }

    private static Document Apply(Document document, SyntaxNode root, (SyntaxNode Old, SyntaxNode? New) change) => document.WithSyntaxRoot(
        change.New is { } replacement ? root.ReplaceNode(change.Old, replacement) : root.RemoveNode(change.Old, SyntaxRemoveOptions.KeepNoTrivia)!);

    /// <summary>An attribute as code has it: <c>[Name("text")]</c>.</summary>
    protected static AttributeListSyntax AttributeList(string name, string? text = null)
    {
        var attribute = SyntaxFactory.Attribute(SyntaxFactory.IdentifierName(name));
        if (text is not null)
        {
            var literal = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text));
            attribute = attribute.AddArgumentListArguments(SyntaxFactory.AttributeArgument(literal));
        }

        return SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute));
    }
}
