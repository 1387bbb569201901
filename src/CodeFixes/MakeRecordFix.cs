using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeekCafe.CodeFixes;

/// <summary>GCG0011: makes a class or a record struct a record class.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeRecordFix)), Shared]
public sealed class MakeRecordFix : SyntaxFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["GCG0011"];

    protected override string Title => "Make it a record class";

    protected override (SyntaxNode Old, SyntaxNode? New)? Mend(SyntaxNode node, Diagnostic diagnostic)
    {
        var keyword = SyntaxFactory.Token(SyntaxKind.RecordKeyword);
        return node.FirstAncestorOrSelf<TypeDeclarationSyntax>() switch
        {
            RecordDeclarationSyntax { RawKind: (int)SyntaxKind.RecordStructDeclaration } record => (record, SyntaxFactory.RecordDeclaration(
                SyntaxKind.RecordDeclaration, record.AttributeLists, record.Modifiers, record.Keyword, default, record.Identifier, record.TypeParameterList, record.ParameterList,
                record.BaseList, record.ConstraintClauses, record.OpenBraceToken, record.Members, record.CloseBraceToken, record.SemicolonToken)),
            ClassDeclarationSyntax { ParameterList: null } type => (type, SyntaxFactory.RecordDeclaration(
                SyntaxKind.RecordDeclaration, type.AttributeLists, type.Modifiers, keyword.WithTriviaFrom(type.Keyword), default, type.Identifier, type.TypeParameterList, null,
                type.BaseList, type.ConstraintClauses, type.OpenBraceToken, type.Members, type.CloseBraceToken, type.SemicolonToken)),
            _ => null,
        };
    }
}
