using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeekCafe.Generators.Core.Declarations;

/// <summary>The syntax of a file's namespaces, types and members, without what is in members.</summary>
internal static class DeclarationNodes
{
    public static IEnumerable<SyntaxNode> Of(SyntaxTree tree, CancellationToken cancellationToken = default) => tree.GetRoot(cancellationToken)
        .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax);
}
