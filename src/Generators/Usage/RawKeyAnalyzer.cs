using GeekCafe.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GeekCafe.Generators.Usage;

/// <summary>GCG0111: a key written by hand escapes no values, and stays as it is when the pattern changes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RawKeyAnalyzer() : UsageAnalyzer(Rules.RawKey)
{
    private protected override void Register(CompilationStartAnalysisContext start, UsageSymbols symbols) =>
        start.RegisterOperationAction(operation => Check(operation, symbols), OperationKind.Argument);

    private static void Check(OperationAnalysisContext context, UsageSymbols symbols)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (argument.Parameter is not { Type.SpecialType: SpecialType.System_String } parameter || !symbols.IsOfRuntime(parameter)) return;

        // Patterns in attributes are what keys are made from.
        if (parameter.ContainingType.BaseType is { Name: "Attribute" } || !IsKey(parameter.Name)) return;
        if (!IsWritten(argument.Value)) return;
        var builder = parameter.Name is "sort" or "Sort" ? "SortKey" : "PartitionKey";
        var resource = argument.Parent is IInvocationOperation { TargetMethod.TypeArguments: [{ TypeKind: TypeKind.Class } type] } ? type.Name : "Thing";
        context.ReportDiagnostic(Diagnostic.Create(Rules.RawKey, argument.Value.Syntax.GetLocation(), argument.Value.Syntax.ToString(), $"{resource}Keys.{builder}(...)"));
    }

    private static bool IsKey(string parameter) => parameter is "partition" or "sort" or "Partition" or "Sort";

    /// <summary>Whether the text is put together here: a literal with a separator in it, or anything with values in it.</summary>
    private static bool IsWritten(IOperation value) => value switch
    {
        IConversionOperation conversion => IsWritten(conversion.Operand),
        ILiteralOperation { ConstantValue.Value: string text } => text.IndexOf('#') >= 0,
        IInterpolatedStringOperation => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } => true,
        _ => false,
    };
}
