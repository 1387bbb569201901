using GeekCafe.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GeekCafe.Generators.Usage;

/// <summary>GCG0113: Lambda stops a function when its answer is sent; what nobody waits for may be half done by then.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnawaitedCallAnalyzer() : UsageAnalyzer(Rules.UnawaitedCall)
{
    private protected override void Register(CompilationStartAnalysisContext start, UsageSymbols symbols) =>
        start.RegisterOperationAction(operation => Check(operation, symbols), OperationKind.ExpressionStatement);

    private static void Check(OperationAnalysisContext context, UsageSymbols symbols)
    {
        var expression = ((IExpressionStatementOperation)context.Operation).Operation;
        var discarded = expression is ISimpleAssignmentOperation { Target: IDiscardOperation, Value: var value } ? value : null;
        if ((discarded ?? expression) is not IInvocationOperation call || !UsageSymbols.IsTask(call.Type) || !symbols.IsOurs(call.TargetMethod)) return;

        // Of a call in an asynchronous method that is not even discarded the compiler speaks itself (CS4014).
        if (discarded is null && Scopes.MethodOf(context.Operation, context.ContainingSymbol) is { IsAsync: true }) return;
        context.ReportDiagnostic(Diagnostic.Create(Rules.UnawaitedCall, call.Syntax.GetLocation(), call.TargetMethod.Name));
    }
}
