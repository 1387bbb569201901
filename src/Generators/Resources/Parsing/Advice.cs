using GeekCafe.Generators.Types;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>What to do about a type that cannot be stored.</summary>
public static class Advice
{
    public static string For(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Enum } when EnumType.IsFlags(type) => "a [Flags] enum has no one name; use a list of a plain enum",
        { SpecialType: SpecialType.System_Object or SpecialType.None, TypeKind: TypeKind.Dynamic } or { SpecialType: SpecialType.System_Object } =>
            "use System.Text.Json.JsonElement for free-form values, or say which type it is",
        { ContainingNamespace.Name: "Nodes", Name: "JsonNode" or "JsonObject" or "JsonArray" or "JsonValue" } or { Name: "JsonDocument", ContainingNamespace.Name: "Json" } =>
            "use System.Text.Json.JsonElement for free-form values",
        _ when ConvertedType.Find(type.GetAttributes()) is not null =>
            "its [Converter<T>] must implement IValueConverter for it, with a stored type that can be stored and is not nullable",
        { IsTupleType: true } => "declare a partial record with names for its parts",
        { SpecialType: SpecialType.System_Char } => "use string",
        { SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } or INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } =>
            "a sequence may be computed anew each time it is read; use IReadOnlyList",
        INamedTypeSymbol { TypeKind: TypeKind.Enum } hidden when !EnumType.IsVisible(hidden) => "generated code cannot see it; make it internal or public",
        { IsRecord: true } when type.Find(AttributeNames.Resource) is not null => "it is a resource of its own; keep its id instead",
        { TypeKind: TypeKind.Interface } => "use a list, a dictionary, or an abstract partial record that lists its kinds with [JsonDerivedType]",
        { TypeKind: TypeKind.TypeParameter } => "generic members have no one mapping",
        INamedTypeSymbol { IsRecord: true, IsGenericType: true } => "generic records have no one mapping; declare a partial record for each case",
        { IsRecord: true, IsAbstract: true } => "it is abstract; list its kinds with [JsonDerivedType(typeof(...), \"...\")]",
        { IsRecord: true } => "make it a partial record, declared in this project or generated for where it is",
        INamedTypeSymbol { IsGenericType: true, Name: "Dictionary" or "IDictionary" or "IReadOnlyDictionary", TypeArguments: [_, { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }] } =>
            "a merge patch removes an entry by null, so its values cannot be null",
        INamedTypeSymbol { IsGenericType: true, Name: "Dictionary" or "IDictionary" or "IReadOnlyDictionary" } =>
            "dictionaries have string keys and values of a supported type",
        INamedTypeSymbol { IsGenericType: true, Name: "HashSet" or "ISet" or "IReadOnlySet" } => "sets hold strings; use a list for other elements",
        IArrayTypeSymbol or INamedTypeSymbol { IsGenericType: true } => "its elements are of no supported type",
        { TypeKind: TypeKind.Class or TypeKind.Struct } => "turn it into a partial record, name a [Converter<T>], or mark the property as computed by removing its setter",
        _ => "see docs/types.md for the types that are",
    };
}
