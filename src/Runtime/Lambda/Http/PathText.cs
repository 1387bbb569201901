using System.Globalization;

namespace GeekCafe.Lambda;

/// <summary>Values as segments of a path, in the form in which routes read them back.</summary>
public static class PathText
{
    /// <summary>A text, percent-encoded.</summary>
    public static string Of(string value) => Uri.EscapeDataString(value);

    /// <summary>A truth value.</summary>
    public static string Of(bool value) => value ? "true" : "false";

    /// <summary>A value as invariant text that parses back to it, percent-encoded.</summary>
    public static string Of<T>(T value) where T : IFormattable =>
        Uri.EscapeDataString(value.ToString(value is DateTime or DateTimeOffset or DateOnly or TimeOnly ? "O" : null, CultureInfo.InvariantCulture));
}
