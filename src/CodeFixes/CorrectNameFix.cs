using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeekCafe.CodeFixes;

/// <summary>Writes the member that was probably meant where an attribute names one that is not there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CorrectNameFix)), Shared]
public sealed class CorrectNameFix : SyntaxFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["GCG0004", "GCG0014", "GCG0059", "GCG0090"];

    protected override string Title => "Correct the name";

    protected override (SyntaxNode Old, SyntaxNode? New)? Mend(SyntaxNode node, Diagnostic diagnostic)
    {
        // Arguments of the message: type, name, advice, and the member meant.
        if (diagnostic.Properties["1"] is not { Length: > 0 } name || diagnostic.Properties["3"] is not { Length: > 0 } meant) return null;
        if (node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not { } argument) return null;
        foreach (var inner in argument.DescendantNodes())
        {
            if (inner is not LiteralExpressionSyntax literal || literal.Token.ValueText != name) continue;

            // A path, or the name of an attribute, is no member of the type: nameof cannot say it.
            return (literal, (diagnostic.Id == "GCG0004" ? (ExpressionSyntax)Literal(meant) : SyntaxFactory.ParseExpression($"nameof({meant})")).WithTriviaFrom(literal));
        }

        return null;
    }

    private static LiteralExpressionSyntax Literal(string text) => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text));
}
