using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Core;

/// <summary>
/// Diagnostic ids of their own that obsolete symbols ask for. Generated code maps obsolete members like others, so it is silent about them;
/// the compiler's own CS0612 and CS0618 are silent in every generated file.
/// </summary>
internal static class Obsoletions
{
    /// <summary>The ids of a type, of what stands around it, of its members and of their types.</summary>
    public static EquatableArray<string> In(INamedTypeSymbol type)
    {
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        for (var outer = type; outer is not null; outer = outer.ContainingType) Add(ids, outer);
        foreach (var member in Resources.Parsing.Inheritance.Members(type))
        {
            if (member is IPropertySymbol property)
            {
                Add(ids, property);
                AddType(ids, property.Type);
            }
            else if (member is IFieldSymbol { IsConst: true })
            {
                Add(ids, member);
            }
        }

        return [.. ids];
    }

    private static void AddType(SortedSet<string> ids, ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            AddType(ids, array.ElementType);
            return;
        }

        for (var outer = type; outer is not null; outer = outer.ContainingType) Add(ids, outer);
        if (type is not INamedTypeSymbol { IsGenericType: true } generic) return;
        foreach (var argument in generic.TypeArguments) AddType(ids, argument);
    }

    private static void Add(SortedSet<string> ids, ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is not { Name: "ObsoleteAttribute", ContainingNamespace.Name: "System" }) continue;
            foreach (var argument in attribute.NamedArguments)
            {
                if (argument is { Key: "DiagnosticId", Value.Value: string id } && Microsoft.CodeAnalysis.CSharp.SyntaxFacts.IsValidIdentifier(id)) ids.Add(id);
            }
        }
    }
}
