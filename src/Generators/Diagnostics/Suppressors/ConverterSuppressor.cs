using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeekCafe.Generators.Diagnostics.Suppressors;

/// <summary>Silences CA1812 on converters: generated code calls their static methods, so that there is never an object of one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConverterSuppressor() : DeclarationSuppressor<TypeDeclarationSyntax>(new("GCGS0003", "CA1812", "Generated code calls its static methods."))
{
    private protected override bool IsFalse(TypeDeclarationSyntax node, SuppressionAnalysisContext context) =>
        context.GetSemanticModel(node.SyntaxTree).GetDeclaredSymbol(node, context.CancellationToken) is INamedTypeSymbol type && IsConverter(type);

    private static bool IsConverter(INamedTypeSymbol type)
    {
        foreach (var implemented in type.AllInterfaces)
        {
            if (implemented is { Name: "IValueConverter", TypeArguments.Length: 2, ContainingNamespace: { Name: "GeekCafe", ContainingNamespace.IsGlobalNamespace: true } }) return true;
        }

        return false;
    }
}
