using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeekCafe.CodeFixes;

/// <summary>GCG0023: makes a resource of a record that has a resource's attributes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddResourceFix)), Shared]
public sealed class AddResourceFix : SyntaxFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["GCG0023"];

    protected override string Title => "Add [Resource]";

    protected override (SyntaxNode Old, SyntaxNode? New)? Mend(SyntaxNode node, Diagnostic diagnostic)
    {
        // Arguments of the message: attribute, type, and the resource's name.
        if (node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type || diagnostic.Properties["2"] is not { } name) return null;
        var first = type.AttributeLists[0];
        var list = AttributeList("Resource", name).WithLeadingTrivia(first.GetLeadingTrivia()).WithTrailingTrivia(first.GetTrailingTrivia());
        return (type, type.WithAttributeLists(type.AttributeLists.Replace(first, first.WithLeadingTrivia(Indentation(first))).Insert(0, list)));
    }

    /// <summary>White space only: doc comments stay above the first attribute.</summary>
    private static SyntaxTriviaList Indentation(AttributeListSyntax list)
    {
        var trivia = list.GetLeadingTrivia();
        return trivia.Count > 0 && trivia[trivia.Count - 1].IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(trivia[trivia.Count - 1]) : default;
    }
}
