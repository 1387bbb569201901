using System.Buffers;
using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>
/// Where the attributes of an item's JSON begin and end: enough to compare, copy and look up without reading them. Rents its list; dispose it.
/// </summary>
internal ref struct AttributeList
{
    private readonly ReadOnlySpan<byte> _json;
    private Range[] _ranges;

    /// <summary>Goes through an item once.</summary>
    /// <param name="json">JSON that begins with the item's object; what follows it is not looked at.</param>
    /// <exception cref="JsonException">It is not an object.</exception>
    public AttributeList(ReadOnlySpan<byte> json)
    {
        _json = json;
        _ranges = ArrayPool<Range>.Shared.Rent(64);
        var reader = ItemJson.Reader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            // The token of a name ends before its colon: quote, bytes, quote.
            var start = (int)reader.TokenStartIndex;
            var name = new Range(start, start + reader.ValueSpan.Length + 2);
            reader.Read();
            var value = (int)reader.TokenStartIndex;
            reader.Skip();
            Add(name, new Range(value, (int)reader.BytesConsumed));
        }
    }

    /// <summary>How many attributes there are.</summary>
    public int Count { get; private set; }

    /// <summary>An attribute's name with its quotes, as it stands in the JSON.</summary>
    public readonly ReadOnlySpan<byte> Name(int index) => _json[_ranges[2 * index]];

    /// <summary>An attribute's value, such as <c>{"S":"text"}</c>.</summary>
    public readonly ReadOnlySpan<byte> Value(int index) => _json[_ranges[(2 * index) + 1]];

    /// <summary>Where the attribute with this quoted name is, or -1. Writers keep one order, so a search begins where a match is likely.</summary>
    public readonly int IndexOf(ReadOnlySpan<byte> quotedName, int likely = 0)
    {
        for (var i = likely; i < Count; i++)
        {
            if (Name(i).SequenceEqual(quotedName)) return i;
        }

        for (var i = 0; i < Math.Min(likely, Count); i++)
        {
            if (Name(i).SequenceEqual(quotedName)) return i;
        }

        return -1;
    }

    /// <summary>The value of the attribute with this quoted name; empty when there is none.</summary>
    public readonly ReadOnlySpan<byte> ValueOf(ReadOnlySpan<byte> quotedName) => IndexOf(quotedName) is >= 0 and var at ? Value(at) : default;

    /// <summary>Gives the list back.</summary>
    public void Dispose()
    {
        ArrayPool<Range>.Shared.Return(_ranges);
        _ranges = [];
        Count = 0;
    }

    private void Add(Range name, Range value)
    {
        var at = 2 * Count;
        if (at + 2 > _ranges.Length)
        {
            var larger = ArrayPool<Range>.Shared.Rent(_ranges.Length * 2);
            _ranges.AsSpan(0, at).CopyTo(larger);
            ArrayPool<Range>.Shared.Return(_ranges);
            _ranges = larger;
        }

        (_ranges[at], _ranges[at + 1]) = (name, value);
        Count++;
    }
}
