using System.Collections.Immutable;
using GeekCafe.Generators.Resources.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeekCafe.Generators.Diagnostics.Suppressors;

/// <summary>
/// Silences IL2026 on [MinLength], [MaxLength] and [Length]: their constructors warn of the reflection that DataAnnotations would do, and
/// generated checks do none.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CollectionLengthSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor Suppression = new("GCGS0001", "IL2026", "The generated check does not use reflection.");

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [Suppression];

    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is not { } tree) continue;
            var node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan);
            if (node.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute || !IsLength(attribute.Name.ToString())) continue;
            if (attribute.FirstAncestorOrSelf<RecordDeclarationSyntax>() is not { } record) continue;
            if (IsMapped(context.GetSemanticModel(tree).GetDeclaredSymbol(record, context.CancellationToken) as INamedTypeSymbol))
            {
                context.ReportSuppression(Microsoft.CodeAnalysis.Diagnostics.Suppression.Create(Suppression, diagnostic));
            }
        }
    }

    private static bool IsLength(string name) =>
        name.Substring(name.LastIndexOf('.') + 1).Replace("Attribute", "") is "MinLength" or "MaxLength" or "Length";

    private static bool IsMapped(INamedTypeSymbol? record)
    {
        if (record is null) return false;
        if (record.Find(AttributeNames.Resource) is not null) return true;
        foreach (var implemented in record.Interfaces)
        {
            if (implemented is { Name: "IDocument", ContainingNamespace.Name: "GeekCafe" }) return true;
        }

        return false;
    }
}
