using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeekCafe.CodeFixes;

/// <summary>GCG0021: says that the server alone sets a member.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SetByServerFix)), Shared]
public sealed class SetByServerFix : SyntaxFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["GCG0021"];

    protected override string Title => "Mark it [SetByServer]";

    protected override (SyntaxNode Old, SyntaxNode? New)? Mend(SyntaxNode node, Diagnostic diagnostic) =>
        node.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is { } property && property.Identifier.Span == diagnostic.Location.SourceSpan
            ? (property, MarkMember.With(property, AttributeList("SetByServer"))) : null;
}
