using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeekCafe.Generators.Core.Declarations;

/// <summary>A file's text without the bodies of its methods, constructors and operators, and without top-level statements.</summary>
internal static class Skeleton
{
    /// <summary>What stands for what was left out: a character that is in no source.</summary>
    private const char Body = '\u0001';

    public static string Of(SyntaxTree tree)
    {
        var text = tree.GetText();
        var skeleton = new StringBuilder(text.Length);
        var from = 0;
        foreach (var node in DeclarationNodes.Of(tree))
        {
            if (BodyOf(node) is not { } body || body.ContainsDirectives) continue; // A directive reaches beyond the body it is in.
            Append(TextSpan.FromBounds(from, body.SpanStart));
            skeleton.Append(Body);
            from = body.Span.End;
        }

        Append(TextSpan.FromBounds(from, text.Length));
        return skeleton.ToString();

        void Append(TextSpan span) => skeleton.Append(text.ToString(span));
    }

    private static SyntaxNode? BodyOf(SyntaxNode node) => node switch
    {
        GlobalStatementSyntax => node,

        // Whether a hook waits is read from its body.
        BaseMethodDeclarationSyntax method when !method.Modifiers.Any(SyntaxKind.OverrideKeyword) => (SyntaxNode?)method.Body ?? method.ExpressionBody,
        _ => null,
    };
}
