using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Attributes of a stored member, which stand on its property or, in a positional record, on its parameter.</summary>
public static class MemberAttributes
{
    /// <summary>The attribute on a member, or null.</summary>
    public static AttributeData? Find(INamedTypeSymbol type, string member, string metadataName)
    {
        foreach (var symbol in type.GetMembers(member))
        {
            if (symbol is IPropertySymbol && symbol.Find(metadataName) is { } onProperty) return onProperty;
        }

        foreach (var constructor in type.InstanceConstructors)
        {
            foreach (var parameter in constructor.Parameters)
            {
                if (parameter.Name == member && parameter.Find(metadataName) is { } onParameter) return onParameter;
            }
        }

        return null;
    }

    /// <summary>The texts of an array argument; an element that is none is empty.</summary>
    public static IReadOnlyList<string> Texts(this AttributeData attribute, string name)
    {
        var texts = new List<string>();
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key != name || argument.Value.Kind != TypedConstantKind.Array || argument.Value.IsNull) continue;
            foreach (var element in argument.Value.Values) texts.Add(element.Value as string ?? "");
        }

        return texts;
    }
}
