using GeekCafe.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeekCafe.Generators.Usage;

/// <summary>GCG0117: services have a clock that tests set; who asks the machine's disagrees with what is stored.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClockInServiceAnalyzer() : UsageAnalyzer(Rules.ClockInService)
{
    private protected override void Register(CompilationStartAnalysisContext start, UsageSymbols symbols) =>
        start.RegisterOperationAction(operation => Check(operation, symbols), OperationKind.PropertyReference);

    private static void Check(OperationAnalysisContext context, UsageSymbols symbols)
    {
        if (Clocks.Time(context.Operation) is not { } clock || !symbols.IsService(context.ContainingSymbol.ContainingType)) return;
        context.ReportDiagnostic(Diagnostic.Create(Rules.ClockInService, context.Operation.Syntax.GetLocation(), context.ContainingSymbol.ContainingType.Name, clock));
    }
}
