using GeekCafe.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GeekCafe.Generators.Usage;

/// <summary>GCG0110: services do not throw when something fails; who does not look at the result goes on as if it had not.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IgnoredResultAnalyzer() : UsageAnalyzer(Rules.IgnoredResult)
{
    private protected override void Register(CompilationStartAnalysisContext start, UsageSymbols symbols) =>
        start.RegisterOperationAction(operation => Check(operation, symbols), OperationKind.ExpressionStatement);

    private static void Check(OperationAnalysisContext context, UsageSymbols symbols)
    {
        var expression = ((IExpressionStatementOperation)context.Operation).Operation;
        if (expression is IAssignmentOperation || !symbols.IsResult(expression.Type)) return;
        var source = Source(expression);
        var method = (source as IInvocationOperation)?.TargetMethod;

        // What is read or written together has a result for each of its entries.
        if (method?.ContainingType is { Name: "ServiceReads" } type && symbols.IsOfRuntime(type)) return;
        context.ReportDiagnostic(Diagnostic.Create(Rules.IgnoredResult, expression.Syntax.GetLocation(), method?.Name ?? source.Syntax.ToString()));
    }

    /// <summary>What gives the result: it may be awaited, and configured on the way.</summary>
    private static IOperation Source(IOperation expression) => expression switch
    {
        IAwaitOperation awaited => Source(awaited.Operation),
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } configured } => Source(configured),
        _ => expression,
    };
}
