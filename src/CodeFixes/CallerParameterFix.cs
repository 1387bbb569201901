using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeekCafe.CodeFixes;

/// <summary>GCG0085: lets an operation learn who calls, or a public one not ask.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CallerParameterFix)), Shared]
public sealed class CallerParameterFix : SyntaxFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["GCG0085"];

    protected override string Title => "Add or remove the caller";

    protected override (SyntaxNode Old, SyntaxNode? New)? Mend(SyntaxNode node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method) return null;
        var parameters = method.ParameterList.Parameters;
        for (var i = 0; i < parameters.Count; i++)
        {
            // Whoever takes a caller and is reported is public; his name in the body is for the compiler to complain about.
            if (parameters[i].Type is { } type && type.ToString().EndsWith("Caller", StringComparison.Ordinal))
            {
                return (method.ParameterList, method.ParameterList.WithParameters(OperationParameters.Without(parameters, i)));
            }
        }

        return (method.ParameterList, method.ParameterList.WithParameters(OperationParameters.Insert(parameters, 0, "Caller caller")));
    }
}
