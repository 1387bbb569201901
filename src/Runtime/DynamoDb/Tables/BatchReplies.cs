using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>Reads what comes back from batches.</summary>
internal static class BatchReplies
{
    /// <summary>Reads the items of a BatchGetItem reply into those asked for.</summary>
    /// <returns>How many there were.</returns>
    /// <exception cref="JsonException">The reply is not DynamoDB's.</exception>
    public static int ReadItems<T>(ReadOnlySpan<byte> body, string tenantId, Dictionary<ItemKey, ServiceResult<T>> found) where T : class, IResource<T>
    {
        var count = 0;
        var json = ItemJson.Reader(body);
        if (!ItemJson.MoveTo(ref json, "Responses"u8) || json.TokenType != JsonTokenType.StartObject) return count;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            json.Read();
            while (json.Read() && json.TokenType == JsonTokenType.StartObject)
            {
                var start = (int)json.TokenStartIndex;
                var item = StoredItem.Read<T>(ref json, body, tenantId);
                var key = KeyOf<T>(body[start..(int)json.BytesConsumed]);
                if (!found.ContainsKey(key)) continue;
                found[key] = item;
                count++;
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

    /// <summary>The keys in a batch request, of gets or of puts.</summary>
    public static HashSet<ItemKey> Keys<T>(ReadOnlySpan<byte> request, string tableName) where T : class, IResource<T>
    {
        var keys = new HashSet<ItemKey>();
        var json = ItemJson.Reader(request);
        if (!ItemJson.MoveTo(ref json, "RequestItems"u8)) return keys;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var ours = json.ValueTextEquals(tableName);
            json.Read();
            if (!ours)
            {
                json.Skip();
                continue;
            }

            // Gets stand in {"Keys":[...]}, puts in an array right here.
            while (json.TokenType != JsonTokenType.StartArray && json.Read())
            {
                if (json.TokenType == JsonTokenType.PropertyName && !json.ValueTextEquals("Keys"u8)) json.Skip();
            }

            while (json.Read() && json.TokenType == JsonTokenType.StartObject)
            {
                var start = (int)json.TokenStartIndex;
                json.Skip();
                keys.Add(Key<T>(request[start..(int)json.BytesConsumed]));
            }

            break;
        }

        return keys;
    }

    /// <summary>The key of an entry: a key itself, an action's <c>Key</c> or <c>Item</c>, or a batch's <c>{"PutRequest":{"Item":...}}</c>.</summary>
    /// <exception cref="JsonException">It has none.</exception>
    public static ItemKey Key<T>(ReadOnlySpan<byte> entry) where T : class, IResource<T>
    {
        if (TryMember(entry, "PutRequest"u8, out var put)) entry = put;
        return KeyOf<T>(TryMember(entry, "Item"u8, out var item) ? item : TryMember(entry, "Key"u8, out var key) ? key : entry);
    }

    private static bool TryMember(ReadOnlySpan<byte> json, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        var reader = ItemJson.Reader(json);
        var found = ItemJson.MoveTo(ref reader, name);
        value = found ? json[(int)reader.TokenStartIndex..] : default;
        return found;
    }

    private static ItemKey KeyOf<T>(ReadOnlySpan<byte> item) where T : class, IResource<T>
    {
        using var attributes = new AttributeList(item);
        return new ItemKey(
            ItemJson.Text(attributes.ValueOf(ResourceNames<T>.PartitionKey)) ?? throw new JsonException(),
            ItemJson.Text(attributes.ValueOf(ResourceNames<T>.SortKey)) ?? throw new JsonException());
    }
}
