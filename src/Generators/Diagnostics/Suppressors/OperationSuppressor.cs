using System.Collections.Immutable;
using GeekCafe.Generators.Resources.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeekCafe.Generators.Diagnostics.Suppressors;

/// <summary>Silences CA1822 on methods marked [HttpOperation] or [Job]: generated handlers call them on the service's object, so none is static (GCG0086).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OperationSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor Suppression = new("GCGS0002", "CA1822", "Generated handlers call it on the service's object.");

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [Suppression];

    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is not { } tree) continue;
            var node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan);
            if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } declaration) continue;
            var method = context.GetSemanticModel(tree).GetDeclaredSymbol(declaration, context.CancellationToken);
            if (method?.Find(AttributeNames.HttpOperation) is null && method?.Find(AttributeNames.Job) is null) continue;
            context.ReportSuppression(Microsoft.CodeAnalysis.Diagnostics.Suppression.Create(Suppression, diagnostic));
        }
    }
}
