using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeekCafe.CodeFixes;

/// <summary>GCG0005: leaves a member out of the table. Offered where it may stay unset.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NotStoredFix)), Shared]
public sealed class NotStoredFix : SyntaxFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["GCG0005"];

    protected override string Title => "Mark it [NotStored]";

    protected override (SyntaxNode Old, SyntaxNode? New)? Mend(SyntaxNode node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is not { } property || property.Modifiers.Any(SyntaxKind.RequiredKeyword)) return null;
        var mayBeUnset = property.Initializer is not null || property.Type is NullableTypeSyntax;
        return mayBeUnset ? (property, MarkMember.With(property, AttributeList("NotStored"))) : null;
    }
}
