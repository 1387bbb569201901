using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeekCafe.CodeFixes;

/// <summary>Takes away an attribute that does nothing where it stands, or cannot stand there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveAttributeFix)), Shared]
public sealed class RemoveAttributeFix : SyntaxFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ["GCG0012", "GCG0023", "GCG0042", "GCG0056", "GCG0057", "GCG0058", "GCG0080", "GCG0100"];

    protected override string Title => "Remove the attribute";

    protected override (SyntaxNode Old, SyntaxNode? New)? Mend(SyntaxNode node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is not { Parent: AttributeListSyntax list } attribute || attribute.Span != diagnostic.Location.SourceSpan) return null;
        if (list.Attributes.Count > 1) return (list, list.WithAttributes(list.Attributes.Remove(attribute)));

        // What stands before the list, such as a doc comment, belongs to the declaration.
        return list.Parent switch
        {
            MemberDeclarationSyntax member => (member, Without(member, member.AttributeLists, list, static (of, lists) => of.WithAttributeLists(lists))),
            ParameterSyntax parameter => (parameter, Without(parameter, parameter.AttributeLists, list, static (of, lists) => of.WithAttributeLists(lists))),
            _ => null,
        };
    }

    private static T Without<T>(T node, SyntaxList<AttributeListSyntax> lists, AttributeListSyntax list, Func<T, SyntaxList<AttributeListSyntax>, T> with) where T : SyntaxNode
    {
        var isFirst = lists[0] == list;
        var rest = with(node, lists.Remove(list));
        return isFirst ? rest.WithLeadingTrivia(node.GetLeadingTrivia()) : rest;
    }
}
