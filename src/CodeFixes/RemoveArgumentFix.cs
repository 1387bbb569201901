using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeekCafe.CodeFixes;

/// <summary>Takes away an attribute's argument that does nothing, or cannot be had here.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveArgumentFix)), Shared]
public sealed class RemoveArgumentFix : SyntaxFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["GCG0065", "GCG0070", "GCG0071", "GCG0100"];

    protected override string Title => "Remove the argument";

    protected override (SyntaxNode Old, SyntaxNode? New)? Mend(SyntaxNode node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not { NameEquals: not null, Parent: AttributeArgumentListSyntax { Parent: AttributeSyntax attribute } list } argument) return null;
        if (list.Arguments.Count == 1) return (attribute, attribute.WithArgumentList(null).WithTrailingTrivia(attribute.GetTrailingTrivia()));
        return (list, list.WithArguments(list.Arguments.Remove(argument)));
    }
}
