using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeekCafe.CodeFixes;

/// <summary>GCG0086: makes an operation or a job a public method of the service's object.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CallableMethodFix)), Shared]
public sealed class CallableMethodFix : SyntaxFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["GCG0086"];

    protected override string Title => "Make it a public method of the object";

    protected override (SyntaxNode Old, SyntaxNode? New)? Mend(SyntaxNode node, Diagnostic diagnostic)
    {
        // What is generic has no machine's answer: a request names no types.
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { TypeParameterList: null } method) return null;
        var modifiers = new List<SyntaxToken> { SyntaxFactory.Token(SyntaxKind.PublicKeyword).WithTrailingTrivia(SyntaxFactory.Space) };
        foreach (var modifier in method.Modifiers)
        {
            if (!IsDropped(modifier.Kind())) modifiers.Add(modifier);
        }

        // What stands before the first modifier, such as a comment between it and the attributes, stays.
        var leading = method.Modifiers.Count > 0 ? method.Modifiers[0].LeadingTrivia : method.ReturnType.GetLeadingTrivia();
        modifiers[0] = modifiers[0].WithLeadingTrivia(leading);
        for (var i = 1; i < modifiers.Count; i++) modifiers[i] = modifiers[i].WithLeadingTrivia();
        return (method, method.WithReturnType(method.ReturnType.WithLeadingTrivia()).WithModifiers(SyntaxFactory.TokenList(modifiers)));
    }

    private static bool IsDropped(SyntaxKind kind) => kind is SyntaxKind.StaticKeyword
        or SyntaxKind.PublicKeyword or SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.InternalKeyword;
}
