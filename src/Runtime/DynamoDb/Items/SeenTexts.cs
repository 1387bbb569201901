using System.Buffers.Binary;
using System.Text;

namespace GeekCafe.DynamoDb;

/// <summary>
/// Short texts of one page, so that one that comes again is the same string: rows of a list share creators, owners and tags. Not for one item,
/// which would pay more for the room than it saves. Made and dropped with the page, so nothing of one caller reaches another.
/// </summary>
internal sealed class SeenTexts
{
    private const int MinLength = 4;
    private const int MaxLength = 64;
    private const int Slots = 64;

    private readonly string?[] _texts = new string?[Slots];

    /// <summary>The string of these bytes: an earlier one, or a new one that takes the slot of whatever was there.</summary>
    /// <param name="utf8">Text without escapes.</param>
    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is < MinLength or > MaxLength) return Encoding.UTF8.GetString(utf8);
        ref var slot = ref _texts[SlotOf(utf8)];
        if (slot is { } seen && Ascii.Equals(utf8, seen)) return seen; // Never true for what is not ASCII.
        return slot = Encoding.UTF8.GetString(utf8);
    }

    // Ids differ at their ends, where UUIDv7 is random; other words differ somewhere in the first or last four bytes.
    private static int SlotOf(ReadOnlySpan<byte> utf8)
    {
        var ends = BinaryPrimitives.ReadUInt32LittleEndian(utf8) ^ (BinaryPrimitives.ReadUInt32LittleEndian(utf8[^4..]) * 31) ^ (uint)utf8.Length;
        return (int)((ends * 2654435769u) >> 26); // Knuth's multiplicative hash; the upper six bits.
    }
}
