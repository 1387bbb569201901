using System.Globalization;
using GeekCafe.Generators.Types;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>The bounds of [Range] as numbers of a member's type.</summary>
internal static class NumberBounds
{
    /// <summary>A bound, or null if it is no number that can be kept exactly. What bounds nothing, as double.MaxValue, is decimal's limit.</summary>
    public static decimal? Read(AttributeData attribute, int position)
    {
        var text = Text(attribute, position);
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var size) || double.IsNaN(size)) return null;
        if (Math.Abs(size) >= float.MaxValue) return size > 0 ? decimal.MaxValue : decimal.MinValue;
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && (value != 0 || size == 0) ? value : null;
    }

    /// <summary>A bound in C#; one that the type cannot hold is the type's own limit.</summary>
    public static string Literal(decimal bound, ScalarType number, bool isMinimum)
    {
        var text = bound.ToString(CultureInfo.InvariantCulture);
        var (least, most) = Limits(number.Name);
        if (bound <= least) return $"{number.Name}.MinValue";
        if (bound >= most) return $"{number.Name}.MaxValue";
        return number.Name switch
        {
            "decimal" => text + "m",
            "global::System.Int128" or "global::System.UInt128" => $"({number.Name}){(isMinimum ? decimal.Ceiling(bound) : decimal.Floor(bound)).ToString("F0", CultureInfo.InvariantCulture)}m",
            "double" or "float" or "global::System.Half" => $"({number.Name}){text}d",
            _ => $"({number.Name})({(isMinimum ? decimal.Ceiling(bound) : decimal.Floor(bound)).ToString("F0", CultureInfo.InvariantCulture)})",
        };
    }

    /// <summary>A bound in the manifest; null where it bounds nothing.</summary>
    public static string? Json(decimal bound) => bound is decimal.MinValue or decimal.MaxValue ? null : bound.ToString(CultureInfo.InvariantCulture);

    private static string? Text(AttributeData attribute, int position) =>
        position < attribute.ConstructorArguments.Length && attribute.ConstructorArguments[position] is { Kind: TypedConstantKind.Primitive, Value: { } value }
            ? value is double number ? number.ToString("R", CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture) : null;

    private static (decimal Least, decimal Most) Limits(string type) => type switch
    {
        "sbyte" => (sbyte.MinValue, sbyte.MaxValue),
        "byte" => (byte.MinValue, byte.MaxValue),
        "short" => (short.MinValue, short.MaxValue),
        "ushort" => (ushort.MinValue, ushort.MaxValue),
        "int" => (int.MinValue, int.MaxValue),
        "uint" => (uint.MinValue, uint.MaxValue),
        "long" => (long.MinValue, long.MaxValue),
        "ulong" => (ulong.MinValue, ulong.MaxValue),
        "global::System.UInt128" => (0, decimal.MaxValue),
        "global::System.Half" => (-65504, 65504),
        _ => (decimal.MinValue, decimal.MaxValue),
    };
}
