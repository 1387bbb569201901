using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>What one Scan read. Owns the reply; dispose it.</summary>
internal sealed class ScanPage : IDisposable
{
    private readonly DynamoReply _reply;
    private readonly List<Range> _items = [];

    private ScanPage(DynamoReply reply) => _reply = reply;

    public int Count => _items.Count;

    /// <summary>The key to go on after, as it came; null at the end of the segment.</summary>
    public byte[]? Next { get; private set; }

    /// <summary>All bytes of the reply.</summary>
    public ReadOnlySpan<byte> Body => _reply.Body.Span;

    /// <summary>An item's JSON. Valid until the page is disposed.</summary>
    public ReadOnlySpan<byte> this[int index] => Body[_items[index]];

    /// <summary>Reads a reply; the page owns it from here on.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static ScanPage Read(DynamoReply reply)
    {
        var page = new ScanPage(reply);
        var json = ItemJson.Reader(page.Body);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var (areItems, isKey) = (json.ValueTextEquals("Items"u8), json.ValueTextEquals("LastEvaluatedKey"u8));
            json.Read();
            var start = (int)json.TokenStartIndex;
            if (areItems && json.TokenType == JsonTokenType.StartArray) page.ReadItems(ref json);
            else json.Skip();
            if (isKey && json.TokenType == JsonTokenType.EndObject) page.Next = page.Body[start..(int)json.BytesConsumed].ToArray();
        }

        return page;
    }

    public void Dispose() => _reply.Dispose();

    private void ReadItems(ref Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType == JsonTokenType.StartObject)
        {
            var start = (int)json.TokenStartIndex;
            json.Skip();
            _items.Add(start..(int)json.BytesConsumed);
        }
    }
}
