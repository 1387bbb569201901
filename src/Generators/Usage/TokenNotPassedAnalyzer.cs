using System.Collections.Immutable;
using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GeekCafe.Generators.Usage;

/// <summary>GCG0114: a call of a service that does not know of the request's end goes on after it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TokenNotPassedAnalyzer() : UsageAnalyzer(Rules.TokenNotPassed)
{
    private protected override void Register(CompilationStartAnalysisContext start, UsageSymbols symbols) =>
        start.RegisterOperationAction(operation => Check(operation, symbols), OperationKind.Invocation);

    private static void Check(OperationAnalysisContext context, UsageSymbols symbols)
    {
        var call = (IInvocationOperation)context.Operation;
        if (Omitted(call) is not { } parameter || !symbols.IsOurs(call.TargetMethod)) return;
        foreach (var scope in Scopes.Around(call, context.ContainingSymbol))
        {
            foreach (var given in scope.Parameters)
            {
                if (!UsageSymbols.IsToken(given.Type)) continue;
                context.ReportDiagnostic(Diagnostic.Create(Rules.TokenNotPassed, call.Syntax.GetLocation(), Properties(parameter, given), call.TargetMethod.Name, given.Name));
                return;
            }
        }
    }

    /// <summary>The parameter that takes a token and was left out, or null.</summary>
    private static IParameterSymbol? Omitted(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument is { ArgumentKind: ArgumentKind.DefaultValue, Parameter: { } parameter } && UsageSymbols.IsToken(parameter.Type)) return parameter;
        }

        return null;
    }

    /// <summary>What the code fix needs: which parameter of the call, and what to hand it.</summary>
    private static ImmutableDictionary<string, string?> Properties(IParameterSymbol parameter, IParameterSymbol given) => ImmutableDictionary<string, string?>.Empty
        .Add("parameter", parameter.Name).Add("position", CSharp.Literal(parameter.Ordinal)).Add("token", CSharp.Identifier(given.Name));
}
