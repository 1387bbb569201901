using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Types;

/// <summary>A set of texts, numbers or bytes, kept as DynamoDB's set of them.</summary>
/// <param name="Name">The type in C#.</param>
/// <param name="Element">What it holds.</param>
/// <param name="Make">C# that makes one of a hash set, which stands at <c>{0}</c>; at <c>{1}</c> a comparer can.</param>
public sealed record SetType(string Name, TypeModel Element, string Make) : TypeModel(Name, false)
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["System.Collections.Generic.HashSet"] = "{0}",
        ["System.Collections.Generic.ISet"] = "{0}",
        ["System.Collections.Generic.IReadOnlySet"] = "{0}",
        ["System.Collections.Generic.SortedSet"] = "new({0}{1})",
        ["System.Collections.Immutable.ImmutableHashSet"] = Collections.Immutable + ".ImmutableHashSet.ToImmutableHashSet({0}{1})",
        ["System.Collections.Immutable.IImmutableSet"] = Collections.Immutable + ".ImmutableHashSet.ToImmutableHashSet({0}{1})",
        ["System.Collections.Immutable.ImmutableSortedSet"] = Collections.Immutable + ".ImmutableSortedSet.ToImmutableSortedSet({0}{1})",
        ["System.Collections.Frozen.FrozenSet"] = Collections.Frozen + ".FrozenSet.ToFrozenSet({0}{1})",
    };

    public override string Schema => $"\"type\":\"set\",\"items\":{{{Element.Schema}}}";

    /// <summary>A set without elements.</summary>
    public string Empty => Convert($"new {Collections.Generic}.HashSet<{Element.Name}>({Comparer})");

    private bool IsOfTexts => Element is ScalarType { IsText: true };

    /// <summary>How elements are told apart, or empty for their own way.</summary>
    public string Comparer => IsOfTexts ? Collections.Ordinal : Element.SetOf == "B" ? "global::GeekCafe.ByteComparer.Instance" : "";

    public static bool IsSet(ITypeSymbol type) => Kinds.ContainsKey(Collections.NameOf(type));

    public static TypeModel? TryRecognize(ITypeSymbol type, RecognizedTypes types)
    {
        if (!Kinds.TryGetValue(Collections.NameOf(type), out var make)) return null;
        if (types.Recognize(((INamedTypeSymbol)type).TypeArguments[0]) is not { IsNullable: false, SetOf.Length: 1 } element) return null;
        if (type.Name.Contains("Sorted") && element is ScalarType { IsSortable: false }) return null;
        var name = Collections.Declared(type);
        return new SetType(name, element, make.Replace("new(", $"new {name}("));
    }

    public override string? HasContent(string value) => $"{value}.Count > 0";

    public override string ReadValue(Format format) => Convert(IsOfTexts
        ? $"{format.Reader}.ReadStringSet()"
        : $"{format.Reader}.ReadSet<{Element.Name}>({Element.ReaderOf(format)}{(Comparer.Length > 0 ? ", " + Comparer : "")})");

    public override string WriteValue(Format format, string writer, string value) => IsOfTexts
        ? $"{writer}.Set({value})"
        : $"{writer}.Set({(format == Format.Item ? $"\"{Element.SetOf}S\"u8, " : "")}{value}, {Element.WriterOf(format)})";

    /// <summary>A set of this type made of a hash set.</summary>
    public string Convert(string set) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, Make, set, Comparer.Length > 0 ? ", " + Comparer : "");
}
