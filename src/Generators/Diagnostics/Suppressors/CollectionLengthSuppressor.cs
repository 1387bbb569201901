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
public sealed class CollectionLengthSuppressor() : DeclarationSuppressor<AttributeSyntax>(new("GCGS0001", "IL2026", "The generated check does not use reflection."))
{
    private protected override bool IsFalse(AttributeSyntax node, SuppressionAnalysisContext context) =>
        IsLength(node.Name.ToString()) && node.FirstAncestorOrSelf<RecordDeclarationSyntax>() is { } record
        && IsMapped(context.GetSemanticModel(node.SyntaxTree).GetDeclaredSymbol(record, context.CancellationToken) as INamedTypeSymbol);

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
