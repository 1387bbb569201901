using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeekCafe.CodeFixes;

/// <summary>GCG0117: asks the service's clock. Offered where the service's object is at hand.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseClockFix)), Shared]
public sealed class UseClockFix : SyntaxFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["GCG0117"];

    protected override string Title => "Ask Environment.Clock";

    protected override (SyntaxNode Old, SyntaxNode? New)? Mend(SyntaxNode node, Diagnostic diagnostic)
    {
        if (node is not MemberAccessExpressionSyntax access || IsStatic(access)) return null;
        var type = access.Expression is MemberAccessExpressionSyntax qualified ? qualified.Name.Identifier.ValueText : access.Expression.ToString();
        var text = (type, access.Name.Identifier.ValueText) switch
        {
            ("DateTimeOffset", "UtcNow") => "Environment.Clock.GetUtcNow()",
            ("DateTimeOffset", "Now") => "Environment.Clock.GetLocalNow()",
            ("DateTime", "UtcNow") => "Environment.Clock.GetUtcNow().UtcDateTime",
            ("DateTime", "Now") => "Environment.Clock.GetLocalNow().DateTime",
            ("DateTime", "Today") => "Environment.Clock.GetLocalNow().Date",
            _ => null,
        };
        return text is null ? null : (access, SyntaxFactory.ParseExpression(text).WithTriviaFrom(access));
    }

    private static bool IsStatic(SyntaxNode node)
    {
        for (var current = node.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case AnonymousFunctionExpressionSyntax lambda when lambda.Modifiers.Any(SyntaxKind.StaticKeyword): return true;
                case LocalFunctionStatementSyntax local when local.Modifiers.Any(SyntaxKind.StaticKeyword): return true;

                // Initializers run before there is an object.
                case FieldDeclarationSyntax: return true;
                case BasePropertyDeclarationSyntax property: return property.Modifiers.Any(SyntaxKind.StaticKeyword) || property is PropertyDeclarationSyntax { Initializer: not null };
                case BaseMethodDeclarationSyntax method: return method.Modifiers.Any(SyntaxKind.StaticKeyword);
            }
        }

        return true;
    }
}
