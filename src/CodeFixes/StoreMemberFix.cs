using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeekCafe.CodeFixes;

/// <summary>GCG0020: makes a member one that is stored: a property with <c>get</c> and <c>init</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StoreMemberFix)), Shared]
public sealed class StoreMemberFix : SyntaxFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["GCG0020"];

    protected override string Title => "Make it a property with 'get' and 'init'";

    protected override (SyntaxNode Old, SyntaxNode? New)? Mend(SyntaxNode node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member) return null;
        return member switch
        {
            PropertyDeclarationSyntax { AccessorList.Accessors: [{ RawKind: (int)SyntaxKind.GetAccessorDeclaration, Body: null, ExpressionBody: null }] } property =>
                (property, property.WithAccessorList(Accessors().WithTriviaFrom(property.AccessorList))),
            FieldDeclarationSyntax { Declaration.Variables: [var variable] } field => (field, Property(field, variable)),
            _ => null,
        };
    }

    private static PropertyDeclarationSyntax Property(FieldDeclarationSyntax field, VariableDeclaratorSyntax variable)
    {
        var modifiers = field.Modifiers;
        foreach (var modifier in modifiers)
        {
            if (modifier.IsKind(SyntaxKind.ReadOnlyKeyword)) modifiers = modifiers.Remove(modifier);
        }

        var property = SyntaxFactory.PropertyDeclaration(field.AttributeLists, modifiers, field.Declaration.Type, null, variable.Identifier.WithTrailingTrivia(SyntaxFactory.Space), Accessors());
        if (variable.Initializer is { } initializer)
        {
            property = property.WithInitializer(initializer.WithLeadingTrivia(SyntaxFactory.Space)).WithSemicolonToken(field.SemicolonToken);
        }

        return property.WithTriviaFrom(field);
    }

    private static AccessorListSyntax Accessors() => ((PropertyDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration("int X { get; init; }")!).AccessorList!;
}
