using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GeekCafe.Generators.Usage;

/// <summary>GCG0115: a scan reads, and bills, every item of every tenant; it is background work that says so.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ScanAnalyzer() : UsageAnalyzer(Rules.ScanForPeople)
{
    private protected override void Register(CompilationStartAnalysisContext start, UsageSymbols symbols) =>
        start.RegisterOperationAction(operation => Check(operation, symbols), OperationKind.Invocation);

    private static void Check(OperationAnalysisContext context, UsageSymbols symbols)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.ContainingType is not { Name: "TableScan" or "TableExport" } type || !symbols.IsOfRuntime(type)) return;
        if (call.Arguments is not [{ Parameter.Type.Name: "Caller", Value: var caller }, ..] || IsBackground(caller)) return;

        // The caller of a job is background work already.
        if (context.ContainingSymbol.Find(AttributeNames.Job) is not null) return;
        context.ReportDiagnostic(Diagnostic.Create(Rules.ScanForPeople, call.Syntax.GetLocation(), $"{type.Name}.{call.TargetMethod.Name}"));
    }

    /// <summary>Whether it is seen here that the caller is no person: made by ForSystem or AsSystem, or a variable that was.</summary>
    private static bool IsBackground(IOperation caller) => caller switch
    {
        IInvocationOperation { TargetMethod.Name: "ForSystem" or "AsSystem" } => true,
        ILocalReferenceOperation { Local: var local, SemanticModel: { } model } => IsBackground(local, model),
        _ => false,
    };

    private static bool IsBackground(ILocalSymbol local, SemanticModel model)
    {
        foreach (var reference in local.DeclaringSyntaxReferences)
        {
            if (model.GetOperation(reference.GetSyntax()) is IVariableDeclaratorOperation { Initializer.Value: { } value } && IsBackground(value)) return true;
        }

        return false;
    }
}
