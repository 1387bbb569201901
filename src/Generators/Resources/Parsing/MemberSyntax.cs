using System.Collections.Immutable;
using GeekCafe.Generators.Core;
using GeekCafe.Generators.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>What only a member's text says: where it stands and what its initial value is.</summary>
public static class MemberSyntax
{
    public static ImmutableArray<IParameterSymbol> PrimaryParameters(INamedTypeSymbol type)
    {
        foreach (var constructor in type.InstanceConstructors)
        {
            if (constructor.DeclaringSyntaxReferences.Length > 0 && constructor.DeclaringSyntaxReferences[0].GetSyntax() is RecordDeclarationSyntax)
            {
                return constructor.Parameters;
            }
        }

        return [];
    }

    public static ExpressionSyntax? Initializer(IPropertySymbol property)
    {
        foreach (var reference in property.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is PropertyDeclarationSyntax { Initializer.Value: { } value }) return value;
        }

        return null;
    }

    /// <summary>Whether an initial value is plainly null.</summary>
    public static bool IsNull(ExpressionSyntax value) => value switch
    {
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.NullLiteralExpression) || literal.IsKind(SyntaxKind.DefaultLiteralExpression),
        PostfixUnaryExpressionSyntax postfix => IsNull(postfix.Operand),
        _ => false,
    };

    /// <summary>Whether an initial value is plainly null or empty, such as <c>[]</c> or <c>FrozenSet&lt;int&gt;.Empty</c>.</summary>
    public static bool IsEmpty(ExpressionSyntax value) => value switch
    {
        LiteralExpressionSyntax => IsNull(value),
        MemberAccessExpressionSyntax { Expression: GenericNameSyntax or MemberAccessExpressionSyntax { Name: GenericNameSyntax }, Name.Identifier.ValueText: "Empty" } => true,
        CollectionExpressionSyntax collection => collection.Elements.Count == 0,
        ImplicitObjectCreationExpressionSyntax { Initializer: null } created => created.ArgumentList.Arguments.Count == 0,
        ObjectCreationExpressionSyntax { Initializer: null } created => created.ArgumentList is null || created.ArgumentList.Arguments.Count == 0,
        PostfixUnaryExpressionSyntax postfix => IsEmpty(postfix.Operand),
        _ => false,
    };

    /// <summary>Where a member is declared.</summary>
    public static Location? Location(INamedTypeSymbol type, string name) => Inheritance.LocationOf(type, Inheritance.Find(type, name));

    /// <summary>Where a property's type is written.</summary>
    public static Location? TypeLocation(INamedTypeSymbol record, IPropertySymbol property)
    {
        if (Inheritance.IsForeign(record, property)) return record.Place();
        foreach (var reference in property.DeclaringSyntaxReferences)
        {
            var type = reference.GetSyntax() switch
            {
                PropertyDeclarationSyntax declaration => declaration.Type,
                ParameterSyntax parameter => parameter.Type,
                _ => null,
            };
            if (type is not null) return type.GetLocation();
        }

        return property.Place();
    }

    /// <summary>A parameter's default as C#.</summary>
    public static string DefaultValue(IParameterSymbol parameter, TypeModel type) => parameter.ExplicitDefaultValue switch
    {
        null => "default",
        string text => CSharp.Literal(text),
        char character => $"(char){(int)character}",
        bool flag => flag ? "true" : "false",
        double number when double.IsNaN(number) || double.IsInfinity(number) => "default",
        float number when float.IsNaN(number) || float.IsInfinity(number) => "default",
        IFormattable number => $"({type.Name})({number.ToString(null, System.Globalization.CultureInfo.InvariantCulture)}{(number is decimal ? "m" : number is float ? "f" : "")})",
        _ => "default",
    };
}
