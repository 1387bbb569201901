using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>Reads what goes into batches and comes back from them.</summary>
internal static class BatchReplies
{
    /// <summary>Reads the items of a BatchGetItem reply into those asked for.</summary>
    /// <returns>How many there were.</returns>
    /// <exception cref="JsonException">The reply is not DynamoDB's.</exception>
    public static int ReadItems(ReadOnlySpan<byte> body, string tenantId, KeyNames names, Dictionary<ItemKey, ItemRead> wanted)
    {
        var count = 0;
        var json = ItemJson.Reader(body);
        if (!ItemJson.MoveTo(ref json, "Responses"u8) || json.TokenType != JsonTokenType.StartObject) return count;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            json.Read();
            while (json.Read() && json.TokenType == JsonTokenType.StartObject)
            {
                if (wanted.TryGetValue(names.Of(body[(int)json.TokenStartIndex..]), out var read))
                {
                    read.Take(ref json, body, tenantId);
                    count++;
                }
                else
                {
                    json.Skip();
                }
            }
        }

        return count;
    }

    /// <summary>The next request: what DynamoDB left over has the form in which it is asked for again. Null when nothing is left.</summary>
    public static DynamoRequest? Leftovers(ReadOnlySpan<byte> body, ReadOnlySpan<byte> member)
    {
        var json = ItemJson.Reader(body);
        if (!ItemJson.MoveTo(ref json, member) || json.TokenType != JsonTokenType.StartObject) return null;
        var start = (int)json.TokenStartIndex;
        var inside = json;
        if (!inside.Read() || inside.TokenType == JsonTokenType.EndObject) return null;
        json.Skip();

        var next = DynamoRequest.Rent();
        next.Json.WriteStartObject();
        next.Json.WritePropertyName("RequestItems"u8);
        next.Json.WriteRawValue(body[start..(int)json.BytesConsumed], skipInputValidation: true);
        next.Json.WriteEndObject();
        return next;
    }

    /// <summary>The entries of a batch request, of gets, puts or deletes: their keys, and where each stands.</summary>
    public static List<(ItemKey Key, Range Entry)> Entries(ReadOnlySpan<byte> request, string tableName, KeyNames names)
    {
        var entries = new List<(ItemKey, Range)>();
        var json = ItemJson.Reader(request);
        if (!ItemJson.MoveTo(ref json, "RequestItems"u8)) return entries;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var ours = json.ValueTextEquals(tableName);
            json.Read();
            if (!ours)
            {
                json.Skip();
                continue;
            }

            // Gets stand in {"Keys":[...]}, puts and deletes in an array right here.
            while (json.TokenType != JsonTokenType.StartArray && json.Read())
            {
                if (json.TokenType == JsonTokenType.PropertyName && !json.ValueTextEquals("Keys"u8)) json.Skip();
            }

            while (json.Read() && json.TokenType == JsonTokenType.StartObject)
            {
                var start = (int)json.TokenStartIndex;
                json.Skip();
                var entry = start..(int)json.BytesConsumed;
                entries.Add((Key(request[entry], names), entry));
            }

            break;
        }

        return entries;
    }

    /// <summary>The key of an entry: a key itself, an action's <c>Key</c> or <c>Item</c>, or these inside a batch's <c>PutRequest</c> or <c>DeleteRequest</c>.</summary>
    /// <exception cref="JsonException">It has none.</exception>
    public static ItemKey Key(ReadOnlySpan<byte> entry, KeyNames names)
    {
        if (TryMember(entry, "PutRequest"u8, out var request) || TryMember(entry, "DeleteRequest"u8, out request)) entry = request;
        return names.Of(TryMember(entry, "Item"u8, out var item) ? item : TryMember(entry, "Key"u8, out var key) ? key : entry);
    }

    /// <summary>The item of a batch's <c>{"PutRequest":{"Item":...}}</c>.</summary>
    public static ReadOnlySpan<byte> ItemOf(ReadOnlySpan<byte> entry)
    {
        if (!TryMember(entry, "PutRequest"u8, out var request) || !TryMember(request, "Item"u8, out var item)) throw new JsonException();
        var json = ItemJson.Reader(item);
        json.Read();
        json.Skip();
        return item[..(int)json.BytesConsumed];
    }

    private static bool TryMember(ReadOnlySpan<byte> json, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        var reader = ItemJson.Reader(json);
        var found = ItemJson.MoveTo(ref reader, name);
        value = found ? json[(int)reader.TokenStartIndex..] : default;
        return found;
    }
}
