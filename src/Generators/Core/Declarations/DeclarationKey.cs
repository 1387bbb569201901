using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeekCafe.Generators.Core.Declarations;

/// <summary>
/// A name for one declaration of a type that has attributes, told from its syntax alone, and the same whatever is written in bodies and wherever other files
/// are: so an entry of the pipeline stays with its declaration when others come and go.
/// </summary>
internal static class DeclarationKey
{
    /// <summary>Whether a node is such a declaration.</summary>
    public static bool IsMarked(SyntaxNode node) => node is TypeDeclarationSyntax { AttributeLists.Count: > 0 };

    public static string Of(TypeDeclarationSyntax declaration, CancellationToken cancellationToken)
    {
        var name = Name(declaration);
        var earlier = 0;
        foreach (var node in DeclarationNodes.Of(declaration.SyntaxTree, cancellationToken))
        {
            if (node == declaration) break;
            if (IsMarked(node) && ((TypeDeclarationSyntax)node).Identifier.ValueText == declaration.Identifier.ValueText && Name(node) == name) earlier++;
        }

        return $"{name} {earlier} {declaration.SyntaxTree.FilePath}";
    }

    /// <summary>The key of a type: that of its first declaration with attributes. Null if there is none.</summary>
    public static string? Of(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax { AttributeLists.Count: > 0 } declaration) return Of(declaration, cancellationToken);
        }

        return null;
    }

    private static string Name(SyntaxNode declaration)
    {
        var name = new StringBuilder();
        for (var node = declaration; node is not null; node = node.Parent)
        {
            if (node is TypeDeclarationSyntax type) name.Insert(0, $".{type.Identifier.ValueText}`{type.TypeParameterList?.Parameters.Count ?? 0}");
            if (node is BaseNamespaceDeclarationSyntax space) name.Insert(0, $".{space.Name}");
        }

        return name.ToString();
    }
}
