using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Arrays of texts that attributes were given.</summary>
internal static class AttributeTexts
{
    /// <summary>A constructor's argument.</summary>
    public static IReadOnlyList<string> Of(AttributeData attribute, int position) =>
        Of(attribute.ConstructorArguments[position], attribute.ArgumentSyntax(position)?.Expression);

    /// <summary>A property's value; empty if it is not set.</summary>
    public static IReadOnlyList<string> Of(AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name) return Of(argument.Value, attribute.NamedSyntax(name)?.Expression);
        }

        return [];
    }

    private static List<string> Of(TypedConstant constant, ExpressionSyntax? syntax)
    {
        var texts = new List<string>();
        if (constant is { Kind: TypedConstantKind.Array, IsNull: false })
        {
            foreach (var value in constant.Values)
            {
                if (value is { Kind: TypedConstantKind.Primitive, Value: string text }) texts.Add(text);
            }

            if (texts.Count == constant.Values.Length) return texts;
        }

        // nameof(Thing.TenantId) has no value before that member is generated, and the analyzer, which runs afterwards, would see another list.
        texts.Clear();
        foreach (var node in syntax?.DescendantNodes() ?? [])
        {
            if (node is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression)) texts.Add(literal.Token.ValueText);
            if (node is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: [{ Expression: var named }] })
            {
                texts.Add(named is MemberAccessExpressionSyntax access ? access.Name.Identifier.ValueText : named.ToString());
            }
        }

        return texts;
    }
}
