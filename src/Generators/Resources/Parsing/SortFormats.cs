using GeekCafe.Generators.Resources.Model;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Whether texts of keys sort as the values do: else a range would say something else than it reads.</summary>
public static class SortFormats
{
    private static readonly string[] Units = ["yyyy", "MM", "dd", "HH", "mm", "ss"];

    public static bool Sorts(KeyPart part)
    {
        if (part.EnumNames.Length > 0 || part.TypeName is "bool" or "global::System.Guid") return false;
        if (part.Format.Length == 0 || part.Format is "O" or "o") return true;
        var first = part.TypeName switch
        {
            "global::System.DateTimeOffset" or "global::System.DateTime" or "global::System.DateOnly" => 0,
            "global::System.TimeOnly" => 3,
            _ => -1,
        };
        return first >= 0 && HasUnitsInOrder(part.Format, first);
    }

    /// <summary>Whether a format is made of units of fixed width, the largest first and none left out, with marks between them.</summary>
    private static bool HasUnitsInOrder(string format, int unit)
    {
        var start = unit;
        for (var at = 0; at < format.Length;)
        {
            if (unit < Units.Length && string.CompareOrdinal(format, at, Units[unit], 0, Units[unit].Length) == 0)
            {
                at += Units[unit].Length;
                unit++;
            }
            else if (format[at] is '-' or '.' or ':' or 'T' or 'Z' or ' ' or '_') at++;
            else return false;
        }

        return unit > start;
    }
}
