using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Types;

/// <summary>An array or list, kept as a list in order.</summary>
/// <param name="Name">The type in C#.</param>
/// <param name="Element">What it holds.</param>
/// <param name="Method">The reader's method.</param>
/// <param name="Make">C# that makes one of what that returns, which stands at <c>{0}</c>.</param>
/// <param name="IsValueType">Whether it is an immutable array, which has a default without elements.</param>
public sealed record ListType(string Name, TypeModel Element, string Method, string Make, bool IsValueType) : TypeModel(Name, IsValueType)
{
    private static readonly Dictionary<string, (string Method, string Make)> Kinds = new(StringComparer.Ordinal)
    {
        ["System.Collections.Generic.List"] = ("ReadList", "{0}"),
        ["System.Collections.Generic.IList"] = ("ReadList", "{0}"),
        ["System.Collections.Generic.ICollection"] = ("ReadList", "{0}"),
        ["System.Collections.Generic.IEnumerable"] = ("ReadList", "{0}"),
        ["System.Collections.Generic.IReadOnlyList"] = ("ReadList", "{0}"),
        ["System.Collections.Generic.IReadOnlyCollection"] = ("ReadList", "{0}"),
        ["System.Collections.ObjectModel.Collection"] = ("ReadList", "new({0})"),
        ["System.Collections.ObjectModel.ReadOnlyCollection"] = ("ReadList", "{0}.AsReadOnly()"),
        ["System.Collections.Immutable.ImmutableArray"] = ("ReadArray", "global::System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray({0})"),
        ["System.Collections.Immutable.ImmutableList"] = ("ReadList", Collections.Immutable + ".ImmutableList.CreateRange({0})"),
        ["System.Collections.Immutable.IImmutableList"] = ("ReadList", Collections.Immutable + ".ImmutableList.CreateRange({0})"),
    };

    public override string Schema => $"\"type\":\"array\",\"items\":{{{Element.ElementSchema}}}";

    public static TypeModel? TryRecognize(ITypeSymbol type, RecognizedTypes types)
    {
        var (method, make) = ("ReadArray", "{0}");
        if (type is not IArrayTypeSymbol { Rank: 1 })
        {
            if (!Kinds.TryGetValue(Collections.NameOf(type), out var kind)) return null;
            (method, make) = kind;
        }

        var elementType = type is IArrayTypeSymbol array ? array.ElementType : ((INamedTypeSymbol)type).TypeArguments[0];
        if (types.Recognize(elementType) is not { } element) return null;
        var name = Collections.Declared(type);
        return new ListType(name, element, method, make.Replace("new(", $"new {name}("), type.IsValueType);
    }

    /// <summary>An expression that goes through the elements, of which there are none where the collection is null.</summary>
    public string Elements(string value, string local) => IsValueType ? $"{value} is {{ IsDefault: false }} {local} ? {local} : []" : IsNullable ? $"{value} ?? []" : value;

    public override string ReadValue(Format format) =>
        Convert($"{format.Reader}.{Method}<{Element.Declared}>({Element.ReaderOf(format)})");

    /// <summary>A list of this type made of a plain one.</summary>
    public string Convert(string list) => string.Format(System.Globalization.CultureInfo.InvariantCulture, Make, list);

    public override string WriteValue(Format format, string writer, string value) => $"{writer}.List({value}, {Element.WriterOf(format)})";
}
