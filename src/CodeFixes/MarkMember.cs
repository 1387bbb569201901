using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeekCafe.CodeFixes;

/// <summary>Puts an attribute before a property.</summary>
internal static class MarkMember
{
    public static PropertyDeclarationSyntax With(PropertyDeclarationSyntax property, AttributeListSyntax list)
    {
        var bare = property.WithLeadingTrivia();
        return bare.WithAttributeLists(bare.AttributeLists.Insert(0, list)).WithLeadingTrivia(property.GetLeadingTrivia());
    }
}
