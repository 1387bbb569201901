using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeekCafe.CodeFixes;

/// <summary>GCG0114: hands a call the cancellation token that is at hand.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PassTokenFix)), Shared]
public sealed class PassTokenFix : SyntaxFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["GCG0114"];

    protected override string Title => "Hand on the cancellation token";

    protected override (SyntaxNode Old, SyntaxNode? New)? Mend(SyntaxNode node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>()?.ArgumentList is not { } list || diagnostic.Properties["token"] is not { } token) return null;
        var isNext = $"{list.Arguments.Count}" == diagnostic.Properties["position"];
        foreach (var argument in list.Arguments) isNext &= argument.NameColon is null;

        var added = SyntaxFactory.Argument(SyntaxFactory.ParseExpression(token));
        if (!isNext) added = added.WithNameColon(SyntaxFactory.NameColon(diagnostic.Properties["parameter"]!).WithTrailingTrivia(SyntaxFactory.Space));
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        var arguments = list.Arguments.GetWithSeparators();
        arguments = arguments.Count > 0 ? arguments.Add(comma).Add(added) : arguments.Add(added);
        return (list, list.WithArguments(SyntaxFactory.SeparatedList<ArgumentSyntax>(arguments)));
    }
}
