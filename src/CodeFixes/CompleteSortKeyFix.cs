using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeekCafe.CodeFixes;

/// <summary>GCG0072: ends a sharded index's sort key with the member that tells its items apart.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CompleteSortKeyFix)), Shared]
public sealed class CompleteSortKeyFix : SyntaxFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["GCG0072"];

    protected override string Title => "End the sort key with what is missing";

    protected override (SyntaxNode Old, SyntaxNode? New)? Mend(SyntaxNode node, Diagnostic diagnostic)
    {
        // Arguments of the message: type, index, and the placeholder that is missing.
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is not { ArgumentList: { } arguments } attribute || diagnostic.Properties["2"] is not { } missing) return null;

        // A local index has no partition of its own to name.
        var last = attribute.Name.ToString().Contains("Local") ? 1 : 2;
        for (var i = 0; i < arguments.Arguments.Count; i++)
        {
            var argument = arguments.Arguments[i];
            var isSort = argument.NameColon is { } name ? name.Name.Identifier.ValueText == "sort" : argument.NameEquals is null && i == last;
            if (!isSort || argument.Expression is not LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal) continue;
            return (literal, literal.WithToken(SyntaxFactory.Literal($"{literal.Token.ValueText}#{missing}").WithTriviaFrom(literal.Token)));
        }

        return null;
    }
}
