using GeekCafe.Generators.Types;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>What to do about a type that cannot be stored.</summary>
public static class Advice
{
    /// <param name="type">The type; that it may be null makes no difference.</param>
    public static string For(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.None) switch
    {
        { TypeKind: TypeKind.Enum } when EnumType.IsFlags(type) && !FlagsType.NamesAllBits(type) => "some of its bits have no name of their own; give each one a member",
        { TypeKind: TypeKind.Dynamic } or { SpecialType: SpecialType.System_Object } => "use System.Text.Json.JsonElement for free-form values, or say which type it is",
        { ContainingNamespace.Name: "Nodes", Name: "JsonNode" or "JsonObject" or "JsonArray" or "JsonValue" } or { Name: "JsonDocument", ContainingNamespace.Name: "Json" } =>
            "use System.Text.Json.JsonElement for free-form values",
        _ when ConvertedType.Find(type.GetAttributes()) is not null =>
            "its [Converter<T>] must implement IValueConverter for it, with a stored type that can be stored and is not nullable",
        INamedTypeSymbol { TypeKind: TypeKind.Enum } hidden when !EnumType.IsVisible(hidden) => "generated code cannot see it; make it internal or public",
        { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } => "its size is the machine's; use long or ulong",
        { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => "an address means nothing elsewhere; keep the value",
        { TypeKind: TypeKind.Delegate } => "code cannot be stored; keep what it needs",
        { IsTupleType: true } => "declare a partial record with names for its parts",
        { IsRecord: true } when type.Find(AttributeNames.Resource) is not null => "it is a resource of its own; keep its id instead",
        { TypeKind: TypeKind.TypeParameter } => "generic members have no one mapping",
        INamedTypeSymbol { IsRecord: true, IsGenericType: true } => "generic records have no one mapping; declare a partial record for each case",
        { IsRecord: true, IsAbstract: true } => "it is abstract; list its kinds with [JsonDerivedType(typeof(...), \"...\")]",
        { IsRecord: true } => "make it a partial record, declared in this project or generated for where it is",
        IArrayTypeSymbol { Rank: > 1 } => "use an array of arrays",
        INamedTypeSymbol named => OfNamed(named),
        IArrayTypeSymbol => "its elements are of no supported type",
        _ => "see docs/types.md for the types that are",
    };

    private static string OfNamed(INamedTypeSymbol type)
    {
        if (SetType.IsSet(type)) return OfSet(type.TypeArguments[0]);
        if (MapType.IsMap(type)) return "dictionaries have names of string, char, Guid, an enum, whole numbers, dates or times, and values of a supported type";
        return Collections.NameOf(type) switch
        {
            "System.Collections.Generic.Queue" or "System.Collections.Generic.Stack" or "System.Collections.Generic.LinkedList"
                or "System.Collections.Immutable.ImmutableQueue" or "System.Collections.Immutable.ImmutableStack" => "use a list, whose order is kept",
            "System.Collections.Generic.KeyValuePair" => "use a dictionary, or a partial record with names for its parts",
            "System.Collections.Generic.IAsyncEnumerable" or "System.Threading.Tasks.Task" or "System.Threading.Tasks.ValueTask" or "System.Lazy" =>
                "keep the value, when it is there",
            "System.Span" or "System.ReadOnlySpan" => "use ReadOnlyMemory or an array",
            "System.Tuple" => "declare a partial record with names for its parts",
            _ => type.ToDisplayString() switch
            {
                "System.IO.Stream" or "System.IO.MemoryStream" => "use byte[] or ReadOnlyMemory<byte>",
                "System.Type" => "keep its name as a string",
                "System.Globalization.CultureInfo" => "keep its name, such as en-GB, as a string",
                _ => Otherwise(type),
            },
        };
    }

    private static string OfSet(ITypeSymbol element) => element switch
    {
        { NullableAnnotation: NullableAnnotation.Annotated } => "a set of DynamoDB holds no null",
        IArrayTypeSymbol or { Name: "Memory" or "ReadOnlyMemory" or "Uri" } => "its elements have no order; use HashSet",
        _ => "sets hold texts, numbers, bytes or what is written as one of these; use a list for other elements",
    };

    private static string Otherwise(INamedTypeSymbol type) => type switch
    {
        { IsGenericType: true, TypeKind: not TypeKind.Interface } => "its elements are of no supported type",
        { IsGenericType: true, ContainingNamespace.Name: "Generic" or "Immutable" } => "its elements are of no supported type",
        { TypeKind: TypeKind.Interface } => "use a list, a dictionary, or an abstract partial record that lists its kinds with [JsonDerivedType]",
        _ => "turn it into a partial record, name a [Converter<T>], or mark the property as computed by removing its setter",
    };
}
