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
            "say which type it is, such as string or a partial record",
        { IsTupleType: true } => "declare a partial record with names for its parts",
        { SpecialType: SpecialType.System_Char } => "use string",
        { SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } or INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } =>
            "a sequence may be computed anew each time it is read; use IReadOnlyList",
        INamedTypeSymbol { TypeKind: TypeKind.Enum } hidden when !EnumType.IsVisible(hidden) => "generated code cannot see it; make it internal or public",
        { IsRecord: true } when type.Find(AttributeNames.Resource) is not null => "it is a resource of its own; keep its id instead",
        { TypeKind: TypeKind.Interface } => "use a list, a dictionary or a partial record",
        { TypeKind: TypeKind.TypeParameter } => "generic members have no one mapping",
        { IsRecord: true, IsValueType: true } => "make it a record class: 'partial record'",
        { IsRecord: true } => "make it a plain partial record: neither generic nor abstract, declared in this project or generated for where it is",
        INamedTypeSymbol { IsGenericType: true, Name: "Dictionary" or "IDictionary" or "IReadOnlyDictionary", TypeArguments: [_, { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }] } =>
            "a merge patch removes an entry by null, so its values cannot be null",
        INamedTypeSymbol { IsGenericType: true, Name: "Dictionary" or "IDictionary" or "IReadOnlyDictionary" } =>
            "dictionaries have string keys and values of a supported type",
        INamedTypeSymbol { IsGenericType: true, Name: "HashSet" or "ISet" or "IReadOnlySet" } => "sets hold strings; use a list for other elements",
        IArrayTypeSymbol or INamedTypeSymbol { IsGenericType: true } => "its elements are of no supported type",
        { TypeKind: TypeKind.Class or TypeKind.Struct } => "turn it into a partial record, or mark the property as computed by removing its setter",
        _ => "see docs/types.md for the types that are",
    };
}
