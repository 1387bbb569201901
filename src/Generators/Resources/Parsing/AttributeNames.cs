using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Attributes by metadata name, and easy access to what they were given.</summary>
public static class AttributeNames
{
    public const string Resource = "GeekCafe.ResourceAttribute";
    public const string HttpOperation = "GeekCafe.HttpOperationAttribute";
    public const string Job = "GeekCafe.JobAttribute";
    public const string PrimaryKey = "GeekCafe.PrimaryKeyAttribute";
    public const string SecondaryIndex = "GeekCafe.SecondaryIndexAttribute";
    public const string LocalSecondaryIndex = "GeekCafe.LocalSecondaryIndexAttribute";
    public const string CompositeIndex = "GeekCafe.CompositeIndexAttribute";
    public const string Allow = "GeekCafe.AllowAttribute";
    public const string StoreAsNumber = "GeekCafe.StoreAsNumberAttribute";
    public const string Conditions = "GeekCafe.ConditionsAttribute";
    public const string ProjectionOf = "GeekCafe.ProjectionOfAttribute`1";
    public const string ItemCollection = "GeekCafe.ItemCollectionAttribute";
    public const string SetByServer = "GeekCafe.SetByServerAttribute";
    public const string AttributeName = "GeekCafe.AttributeNameAttribute";
    public const string JsonPropertyName = "System.Text.Json.Serialization.JsonPropertyNameAttribute";
    public const string NotStored = "GeekCafe.NotStoredAttribute";
    public const string Computed = "GeekCafe.ComputedAttribute";
    public const string Sensitive = "GeekCafe.SensitiveAttribute";
    public const string CreateOnly = "GeekCafe.CreateOnlyAttribute";
    public const string SchemaVersion = "GeekCafe.SchemaVersionAttribute";
    public const string Upcast = "GeekCafe.UpcastAttribute";
    public const string TimeToLive = "GeekCafe.TimeToLiveAttribute";
    public const string Audited = "GeekCafe.AuditedAttribute";
    public const string Changes = "GeekCafe.ChangesAttribute";
    public const string Counter = "GeekCafe.CounterAttribute";
    public const string PythonItems = "GeekCafe.PythonItemsAttribute";
    public const string EpochSeconds = "GeekCafe.EpochSecondsAttribute";
    public const string Unique = "GeekCafe.UniqueAttribute";

    public const string JsonPolymorphic = "System.Text.Json.Serialization.JsonPolymorphicAttribute";
    public const string JsonDerivedType = "System.Text.Json.Serialization.JsonDerivedTypeAttribute";

    /// <summary>Compares from the right, without a text made: it is asked of every attribute of every member for each name.</summary>
    public static bool Is(this AttributeData attribute, string metadataName)
    {
        if (attribute.AttributeClass is not { ContainingType: null } type || !EndsWith(metadataName, metadataName.Length, type.MetadataName)) return false;
        var end = metadataName.Length - type.MetadataName.Length;
        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (end == 0 || metadataName[--end] != '.' || !EndsWith(metadataName, end, space.Name)) return false;
            end -= space.Name.Length;
        }

        return end == 0;
    }

    private static bool EndsWith(string text, int end, string part) =>
        end >= part.Length && string.CompareOrdinal(text, end - part.Length, part, 0, part.Length) == 0;

    public static AttributeData? Find(this ISymbol symbol, string metadataName)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.Is(metadataName)) return attribute;
        }

        return null;
    }

    /// <summary>A constructor argument as text; empty when it is missing or null.</summary>
    public static string Text(this AttributeData attribute, int position) =>
        position < attribute.ConstructorArguments.Length && attribute.ConstructorArguments[position] is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : "";

    /// <summary>A constructor argument that is a number; 0 when it is missing, as it is while somebody types.</summary>
    public static int Number(this AttributeData attribute, int position) =>
        position < attribute.ConstructorArguments.Length && attribute.ConstructorArguments[position] is { Kind: not TypedConstantKind.Array, Value: int value } ? value : 0;

    /// <summary>A named argument, or the default of its type.</summary>
    public static T? Named<T>(this AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value is { Kind: not TypedConstantKind.Array, Value: T value }) return value;
        }

        return default;
    }

    /// <summary>Where the symbol is declared, first; null for what no file declares, such as what a half-written one seems to.</summary>
    public static Location? Place(this ISymbol symbol) => symbol.Locations.Length > 0 ? symbol.Locations[0] : null;

    /// <summary>Where the attribute is written.</summary>
    public static Location? Location(this AttributeData attribute) => attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation();
}
