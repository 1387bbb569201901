using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeekCafe.CodeFixes;

/// <summary>GCG0082: takes a parameter of the route that nothing takes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RouteParameterFix)), Shared]
public sealed class RouteParameterFix : SyntaxFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["GCG0082"];

    protected override string Title => "Add the route's parameter";

    protected override (SyntaxNode Old, SyntaxNode? New)? Mend(SyntaxNode node, Diagnostic diagnostic)
    {
        // Arguments of the message: service, method, route, problem, and the parameter that is missing.
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method || !diagnostic.Properties.TryGetValue("4", out var name) || name is not { Length: > 0 }) return null;
        var parameters = method.ParameterList.Parameters;
        var at = 0;
        while (at < parameters.Count && parameters[at].Default is null && parameters[at].Type?.ToString().EndsWith("CancellationToken", StringComparison.Ordinal) == false) at++;
        return (method.ParameterList, method.ParameterList.WithParameters(OperationParameters.Insert(parameters, at, $"string {name}")));
    }
}
