using System.Globalization;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Whether a format would throw when a key is built.</summary>
public static class Formats
{
    public static bool IsKnown(string type, string format)
    {
        if (format.Length == 0) return true;

        // Types that this framework does not have yet are tried as the time they are a part of.
        IFormattable sample = type switch
        {
            "SByte" or "Byte" or "Int16" or "UInt16" or "Int32" or "UInt32" or "Int64" or "UInt64" => 0L,
            "Guid" => Guid.Empty,
            _ => new DateTime(2026, 1, 31, 9, 30, 0, DateTimeKind.Utc),
        };
        try
        {
            return sample.ToString(format, CultureInfo.InvariantCulture).Length > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
