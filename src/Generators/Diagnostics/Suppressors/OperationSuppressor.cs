using GeekCafe.Generators.Resources.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeekCafe.Generators.Diagnostics.Suppressors;

/// <summary>Silences CA1822 on methods marked [HttpOperation] or [Job]: generated handlers call them on the service's object, so none is static (GCG0086).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OperationSuppressor() : DeclarationSuppressor<MethodDeclarationSyntax>(new("GCGS0002", "CA1822", "Generated handlers call it on the service's object."))
{
    private protected override bool IsFalse(MethodDeclarationSyntax node, SuppressionAnalysisContext context)
    {
        var method = context.GetSemanticModel(node.SyntaxTree).GetDeclaredSymbol(node, context.CancellationToken);
        return method?.Find(AttributeNames.HttpOperation) is not null || method?.Find(AttributeNames.Job) is not null;
    }
}
