using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Types;

/// <summary>A dictionary, kept as a map.</summary>
/// <param name="Name">The type in C#.</param>
/// <param name="Key">What its names are.</param>
/// <param name="Element">What it holds.</param>
/// <param name="Make">C# that makes one of a dictionary, which stands at <c>{0}</c>; at <c>{1}</c> a comparer can.</param>
public sealed record MapType(string Name, TypeModel Key, TypeModel Element, string Make) : TypeModel(Name, false)
{
    private const string MergePatch = "global::GeekCafe.Json.MergePatch";

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["System.Collections.Generic.Dictionary"] = "{0}",
        ["System.Collections.Generic.IDictionary"] = "{0}",
        ["System.Collections.Generic.IReadOnlyDictionary"] = "{0}",
        ["System.Collections.Generic.SortedDictionary"] = "new({0}{1})",
        ["System.Collections.Immutable.ImmutableDictionary"] = Collections.Immutable + ".ImmutableDictionary.ToImmutableDictionary({0})",
        ["System.Collections.Immutable.IImmutableDictionary"] = Collections.Immutable + ".ImmutableDictionary.ToImmutableDictionary({0})",
        ["System.Collections.Immutable.ImmutableSortedDictionary"] = Collections.Immutable + ".ImmutableSortedDictionary.ToImmutableSortedDictionary({0}{1})",
        ["System.Collections.Frozen.FrozenDictionary"] = Collections.Frozen + ".FrozenDictionary.ToFrozenDictionary({0})",
    };

    public override string Schema => $"\"type\":\"object\",\"values\":{{{Element.ElementSchema}}}";

    /// <summary>The type of its merge patch: null removes an entry.</summary>
    public string PatchName => $"{Collections.Generic}.Dictionary<{Key.Name}, {Element.Optional}>";

    private bool HasTexts => Key is ScalarType { IsText: true };

    public static bool IsMap(ITypeSymbol type) => Kinds.ContainsKey(Collections.NameOf(type));

    public static TypeModel? TryRecognize(ITypeSymbol type, RecognizedTypes types)
    {
        if (!Kinds.TryGetValue(Collections.NameOf(type), out var make)) return null;
        var arguments = ((INamedTypeSymbol)type).TypeArguments;
        if (types.Recognize(arguments[0]) is not { IsNullable: false, FitsName: true } key || types.Recognize(arguments[1]) is not { } element) return null;
        var name = Collections.Declared(type);
        return new MapType(name, key, element, make.Replace("new(", $"new {name}("));
    }

    public override string ReadValue(Format format) => Convert(Read(format, Element));

    public override string WriteValue(Format format, string writer, string value) => HasTexts
        ? $"{writer}.Map({value}, {Element.WriterOf(format)})"
        : $"{writer}.Map({value}, {Key.WriterOf(format)}, {Element.WriterOf(format)})";

    /// <summary>An expression that reads a merge patch.</summary>
    public string ReadPatch() => Read(Format.Api, Element with { IsNullable = true });

    /// <summary>An expression for the entries after a merge patch.</summary>
    public string Merge(string current, string patch)
    {
        var method = !Element.IsValueType ? "Apply" : Element.IsNullable ? "ApplyNullables" : "ApplyValues";
        var element = method == "ApplyNullables" ? Element.Name : Element.Declared;
        var types = HasTexts && method != "ApplyNullables" ? element : $"{Key.Name}, {element}";
        return Convert($"{MergePatch}.{method}<{types}>({current}, {patch})");
    }

    private string Read(Format format, TypeModel element) => HasTexts
        ? $"{format.Reader}.ReadMap<{element.Declared}>({element.ReaderOf(format)})"
        : $"{format.Reader}.ReadMap<{Key.Name}, {element.Declared}>({Key.ReaderOf(format)}, {element.ReaderOf(format)})";

    /// <summary>A dictionary of this type made of a plain one.</summary>
    public string Convert(string map) => string.Format(System.Globalization.CultureInfo.InvariantCulture, Make, map, HasTexts ? ", " + Collections.Ordinal : "");
}
