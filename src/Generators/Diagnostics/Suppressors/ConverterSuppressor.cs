using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeekCafe.Generators.Diagnostics.Suppressors;

/// <summary>Silences CA1812 on converters: generated code calls their static methods, so that there is never an object of one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConverterSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor Suppression = new("GCGS0003", "CA1812", "Generated code calls its static methods.");

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [Suppression];

    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is not { } tree) continue;
            var node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan);
            if (node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration) continue;
            if (context.GetSemanticModel(tree).GetDeclaredSymbol(declaration, context.CancellationToken) is INamedTypeSymbol type && IsConverter(type))
            {
                context.ReportSuppression(Microsoft.CodeAnalysis.Diagnostics.Suppression.Create(Suppression, diagnostic));
            }
        }
    }

    private static bool IsConverter(INamedTypeSymbol type)
    {
        foreach (var implemented in type.AllInterfaces)
        {
            if (implemented is { Name: "IValueConverter", TypeArguments.Length: 2, ContainingNamespace: { Name: "GeekCafe", ContainingNamespace.IsGlobalNamespace: true } }) return true;
        }

        return false;
    }
}
