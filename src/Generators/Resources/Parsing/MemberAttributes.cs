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
}
