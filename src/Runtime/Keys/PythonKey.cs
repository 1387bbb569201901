using System.Globalization;
using System.Runtime.CompilerServices;
using GeekCafe.DynamoDb;

namespace GeekCafe.Keys;

/// <summary>
/// Builds key text as the key builder of boto3-assist does: values as <c>str()</c> of Python writes them, all of it in lower case, nothing escaped
/// and nothing padded. Different values can so have one key; services compare what they read with what was asked for.
/// </summary>
public static class PythonKey
{
    private const int MaxId = 128;

    /// <summary>The key's text.</summary>
    /// <exception cref="ArgumentException">A value is null, empty, ill-formed or not a number.</exception>
    public static string Create(ref PythonKeyHandler text) => text.ToStringAndClear();

    /// <summary>
    /// Whether a text may be a value in a primary key: not null, empty or ill-formed, and without <c>#</c>, which would stand there as the end of the value.
    /// </summary>
    public static bool IsValue([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] string? value) => KeyText.IsValue(value) && !value.Contains('#', StringComparison.Ordinal);

    /// <summary>Whether a text may be the id of an item: an identifier, in which colons and points may stand, as in ids from before boto3-assist 0.64.</summary>
    public static bool IsId([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] string? value)
    {
        if (value is not { Length: > 0 and <= MaxId }) return false;
        foreach (var character in value)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('-' or '_' or ':' or '.')) return false;
        }

        return true;
    }
}

/// <summary>Writes the values of an interpolated string as the Python SDK does.</summary>
[InterpolatedStringHandler]
public ref struct PythonKeyHandler(int literalLength, int formattedCount)
{
    private DefaultInterpolatedStringHandler _text = new(literalLength, formattedCount, CultureInfo.InvariantCulture);

    /// <summary>Literal text of the pattern.</summary>
    public void AppendLiteral(string value) => _text.AppendLiteral(value);

    /// <summary>A text, in lower case.</summary>
    public void AppendFormatted(string? value)
    {
        if (!KeyText.IsValue(value)) throw new ArgumentException("A value in a key is null, empty or not well-formed.");
        _text.AppendLiteral(value.ToLowerInvariant());
    }

    /// <summary>A whole number, not padded.</summary>
    public void AppendFormatted(long value) => _text.AppendFormatted(value);

    /// <summary>A number, as a float.</summary>
    public void AppendFormatted(double value) => _text.AppendLiteral(EpochSeconds.ToText(value));

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public void AppendFormatted(bool value) => _text.AppendLiteral(value ? "true" : "false");

    /// <summary>Seconds since 1970, as a float.</summary>
    public void AppendFormatted(DateTimeOffset value) => _text.AppendLiteral(EpochSeconds.ToText(value));

    internal string ToStringAndClear() => _text.ToStringAndClear();
}
