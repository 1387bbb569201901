using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace GeekCafe.CodeFixes;

/// <summary>GCG0043: adds the method that reads items of an older version. What it does is for its author to write.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddUpcasterFix)), Shared]
public sealed class AddUpcasterFix : SyntaxFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["GCG0043"];

    protected override string Title => "Add the upcaster";

    protected override (SyntaxNode Old, SyntaxNode? New)? Mend(SyntaxNode node, Diagnostic diagnostic)
    {
        // Arguments of the message: type, its version, and the older one.
        if (node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { OpenBraceToken.RawKind: (int)SyntaxKind.OpenBraceToken } type || diagnostic.Properties["2"] is not { } from) return null;
        var method = SyntaxFactory.ParseMemberDeclaration(
            $"[Upcast({from})]\nprivate static void FromV{from}(GeekCafe.DynamoDb.ItemDocument item) =>\n    throw new System.NotImplementedException(\"Say how an item of version {from} becomes one of the next.\");\n")!;
        return (type, type.AddMembers(method.WithAdditionalAnnotations(Formatter.Annotation)).WithAdditionalAnnotations(Formatter.Annotation));
    }
}
