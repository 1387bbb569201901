using GeekCafe.Generators.Resources.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeekCafe.Benchmarks;

/// <summary>
/// What Roslyn spends for any generator that looks at marked records: it finds them, and for each asks the compiler what a parser has to know, the
/// attributes and types of its members. Nothing is made of that.
/// </summary>
internal sealed class BindingOnly : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.SyntaxProvider.ForAttributeWithMetadataName(
            AttributeNames.Resource,
            static (node, _) => node is TypeDeclarationSyntax,
            static (target, _) => Bind((INamedTypeSymbol)target.TargetSymbol)),
        static (_, _) => { });

    private static int Bind(INamedTypeSymbol type)
    {
        var count = Attributes(type);
        foreach (var member in type.GetMembers())
        {
            if (member is not IPropertySymbol { IsImplicitlyDeclared: false } property) continue;
            count += Attributes(property) + (int)property.Type.TypeKind;
        }

        return count;
    }

    private static int Attributes(ISymbol symbol)
    {
        var count = 0;
        foreach (var attribute in symbol.GetAttributes()) count += attribute.ConstructorArguments.Length + attribute.NamedArguments.Length;
        return count;
    }
}
