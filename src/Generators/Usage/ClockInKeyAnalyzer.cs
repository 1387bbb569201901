using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Resources.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeekCafe.Generators.Usage;

/// <summary>GCG0116: a key is made from members again and again; one that changes by itself names another item each time.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClockInKeyAnalyzer() : UsageAnalyzer(Rules.ClockInKey)
{
    private protected override void Register(CompilationStartAnalysisContext start, UsageSymbols symbols) =>
        start.RegisterOperationAction(Check, OperationKind.PropertyReference, OperationKind.Invocation);

    private static void Check(OperationAnalysisContext context)
    {
        if (context.ContainingSymbol is not IMethodSymbol { AssociatedSymbol: IPropertySymbol { SetMethod: null } property }) return;
        if (Clocks.Find(context.Operation) is not { } clock || property.ContainingType.Find(AttributeNames.Resource) is null) return;
        if (ResourceParser.Parse(property.ContainingType, Silence.Instance, context.CancellationToken) is not { } resource || KeyOf(resource, property.Name) is not { } key) return;
        context.ReportDiagnostic(Diagnostic.Create(Rules.ClockInKey, context.Operation.Syntax.GetLocation(), property.ContainingType.Name, property.Name, clock, key));
    }

    /// <summary>The key that the member stands in, for the message; null if it stands in none.</summary>
    private static string? KeyOf(ResourceModel resource, string member)
    {
        if (Holds(resource.Partition, member) || Holds(resource.Sort, member)) return "its primary key";
        foreach (var index in resource.Indexes)
        {
            if (Holds(index.Partition, member) || Holds(index.Sort, member)) return $"the index '{index.Name}'";
        }

        return null;
    }

    private static bool Holds(KeyModel key, string member)
    {
        foreach (var part in key.Parts)
        {
            if (!part.IsLiteral && part.Text == member) return true;
        }

        return false;
    }
}
