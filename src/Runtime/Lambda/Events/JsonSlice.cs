using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace GeekCafe.Lambda;

/// <summary>Where a JSON value stands in an event's bytes, quotes or brackets included. Empty when the member is absent.</summary>
/// <remarks>Offsets instead of values: most members of an event are never asked for, and their order is not defined.</remarks>
internal readonly record struct JsonSlice(int Start, int Length)
{
    public bool IsPresent => Length > 0;

    public ReadOnlySpan<byte> In(ReadOnlySpan<byte> json) => json.Slice(Start, Length);

    public bool IsString(ReadOnlySpan<byte> json) => StartsWith(json, (byte)'"');

    public bool IsObject(ReadOnlySpan<byte> json) => StartsWith(json, (byte)'{');

    public bool IsArray(ReadOnlySpan<byte> json) => StartsWith(json, (byte)'[');

    public bool IsNull(ReadOnlySpan<byte> json) => StartsWith(json, (byte)'n');

    public bool IsTrue(ReadOnlySpan<byte> json) => StartsWith(json, (byte)'t');

    /// <summary>Whether this is exactly that text. Escapes are understood.</summary>
    public bool TextEquals(ReadOnlySpan<byte> json, ReadOnlySpan<byte> text)
    {
        if (!IsString(json)) return false;
        var reader = new Utf8JsonReader(In(json));
        return reader.Read() && reader.ValueTextEquals(text);
    }

    /// <summary>The text of a string value. False for anything else and for text that is not well-formed Unicode.</summary>
    public bool TryGetString(ReadOnlySpan<byte> json, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (!IsString(json)) return false;
        var raw = In(json)[1..^1];
        if (!raw.Contains((byte)'\\'))
        {
            // The event as a whole has been checked to be UTF-8.
            text = Encoding.UTF8.GetString(raw);
            return true;
        }

        var reader = new Utf8JsonReader(In(json));
        reader.Read();
        try
        {
            text = reader.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate such as \ud800: two different ones would become the same replacement character.
            return false;
        }
    }

    /// <summary>The text of a string value, or null.</summary>
    public string? GetString(ReadOnlySpan<byte> json) => TryGetString(json, out var text) ? text : null;

    private bool StartsWith(ReadOnlySpan<byte> json, byte first) => Length > 0 && json[Start] == first;
}
