using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>Writes what requests and transactions have in common, into the object that is open.</summary>
internal static class ItemRequests
{
    public static void Key<T>(Utf8JsonWriter json, in ItemKey key) where T : class, IResource<T>
    {
        json.WriteStartObject("Key"u8);
        KeyMembers<T>(json, key);
        json.WriteEndObject();
    }

    public static void KeyMembers<T>(Utf8JsonWriter json, in ItemKey key) where T : class, IResource<T>
    {
        Text(json, T.Definition.PartitionKey, key.Partition);
        Text(json, T.Definition.SortKey, key.Sort);
    }

    /// <summary>Writes the item with what services note on it.</summary>
    /// <returns>Why DynamoDB would not take it, or null.</returns>
    public static ServiceError? Item<T>(DynamoRequest request, T item, string token, string? bodyHash) where T : class, IResource<T>
    {
        var json = request.Json;
        json.WritePropertyName("Item"u8);
        var start = request.Position;
        json.WriteStartObject();
        item.WriteItem(new ItemWriter(json));
        Text(json, T.Definition.Names.Type, T.Definition.TypeName);
        Text(json, ServiceAttributes.WriteToken, token);
        if (bodyHash is not null) Text(json, ServiceAttributes.BodyHash, bodyHash);
        json.WriteEndObject();
        return Check<T>(request.Since(start));
    }

    /// <summary>The condition that no item has the key but one that has expired, and that the one which has is returned.</summary>
    public static void IfAbsent<T>(Utf8JsonWriter json, TimeProvider clock) where T : class, IResource<T>
    {
        var expires = T.Definition.Expires;
        json.WriteString("ConditionExpression"u8, expires ? "attribute_not_exists(#p) OR #l<=:l"u8 : "attribute_not_exists(#p)"u8);
        json.WriteStartObject("ExpressionAttributeNames"u8);
        json.WriteString("#p"u8, T.Definition.PartitionKey);
        if (expires) json.WriteString("#l"u8, TimeToLive.Attribute);
        json.WriteEndObject();
        if (expires)
        {
            json.WriteStartObject("ExpressionAttributeValues"u8);
            new ItemWriter(json).Name(":l"u8).Value(clock.GetUtcNow().ToUnixTimeSeconds());
            json.WriteEndObject();
        }

        ReturnExisting(json);
    }

    /// <summary>The condition that the item is the tenant's, or is not there.</summary>
    public static void IfOfTenantOrAbsent<T>(Utf8JsonWriter json, string tenantId) where T : class, IResource<T>
    {
        json.WriteString("ConditionExpression"u8, "attribute_not_exists(#p) OR #t=:t"u8);
        json.WriteStartObject("ExpressionAttributeNames"u8);
        json.WriteString("#p"u8, T.Definition.PartitionKey);
        json.WriteString("#t"u8, ServiceAttributes.TenantId);
        json.WriteEndObject();
        json.WriteStartObject("ExpressionAttributeValues"u8);
        Text(json, ":t", tenantId);
        json.WriteEndObject();
    }

    /// <summary>The condition that the item is the tenant's and not deleted.</summary>
    public static void IfLive<T>(Utf8JsonWriter json, string tenantId) where T : class, IResource<T>
    {
        var names = T.Definition.Names;
        json.WriteString("ConditionExpression"u8, names.LiveOfType);
        json.WriteStartObject("ExpressionAttributeNames"u8);
        json.WriteString("#t"u8, ServiceAttributes.TenantId);
        json.WriteString("#d"u8, names.DeletedAt);
        json.WriteEndObject();
        json.WriteStartObject("ExpressionAttributeValues"u8);
        Text(json, ":t", tenantId);
        names.WriteValues(json);
        json.WriteEndObject();
    }

    /// <summary>The condition that the item is the tenant's and of the version that was read.</summary>
    public static void IfVersion<T>(Utf8JsonWriter json, string tenantId, T item) where T : class, IResource<T>
    {
        json.WriteString("ConditionExpression"u8, "#t=:t AND #v=:v"u8);
        json.WriteStartObject("ExpressionAttributeNames"u8);
        json.WriteString("#t"u8, ServiceAttributes.TenantId);
        json.WriteString("#v"u8, T.Definition.Names.Version);
        json.WriteEndObject();
        json.WriteStartObject("ExpressionAttributeValues"u8);
        Text(json, ":t", tenantId);
        var value = new ItemWriter(json).Name(":v"u8);
        if (T.Definition.Format == ItemFormat.Python) value.EpochSeconds(item.System.UpdatedAt);
        else value.Value(item.System.Version);
        json.WriteEndObject();
    }

    public static void ReturnExisting(Utf8JsonWriter json) => json.WriteString("ReturnValuesOnConditionCheckFailure"u8, "ALL_OLD"u8);

    public static void Text(Utf8JsonWriter json, string name, string value)
    {
        json.WriteStartObject(name);
        json.WriteString("S"u8, value);
        json.WriteEndObject();
    }

    /// <summary>Why DynamoDB would not take the item: its size, or the length of a key. Null if it would.</summary>
    public static ServiceError? Check<T>(ReadOnlySpan<byte> item) where T : class, IResource<T>
    {
        if (!ItemSize.Fits(item)) return DynamoFailures.TooLarge;

        // Most items are shorter than the shortest limit of a key and hold no empty text: then no key can be wrong.
        if (item.Length <= ItemKey.MaxSortBytes && item.IndexOf("\":\"\"}"u8) < 0) return null;
        using var attributes = new AttributeList(item);
        if (!Fits(attributes.ValueOf(ResourceNames<T>.PartitionKey), ItemKey.MaxPartitionBytes) ||
            !Fits(attributes.ValueOf(ResourceNames<T>.SortKey), ItemKey.MaxSortBytes))
        {
            return DynamoFailures.KeyTooLong;
        }

        foreach (var (name, limit) in ResourceNames<T>.IndexKeys)
        {
            var value = attributes.ValueOf(name);
            if (!value.IsEmpty && !Fits(value, limit)) return DynamoFailures.KeyTooLong;
        }

        foreach (var (names, limit) in ResourceNames<T>.CompositeKeys)
        {
            if (!FitTogether(attributes, names, limit)) return DynamoFailures.KeyTooLong;
        }

        return null;
    }

    /// <summary>Whether the attributes of one key are short enough together; DynamoDB's documents name one limit for a key, not for each of its attributes.</summary>
    private static bool FitTogether(in AttributeList attributes, byte[][] names, int limit)
    {
        foreach (var name in names)
        {
            var value = attributes.ValueOf(name);
            if (value.IsEmpty) continue;
            var size = KeySize(value);
            if (size == 0) return false;
            limit -= size;
        }

        return limit >= 0;
    }

    /// <summary>How many bytes a value takes in a key: 0 for one that cannot be in it.</summary>
    private static int KeySize(ReadOnlySpan<byte> value)
    {
        if (ItemJson.Text(value) is { } text) return global::System.Text.Encoding.UTF8.GetByteCount(text);
        var json = ItemJson.Reader(value);
        return ItemJson.MoveTo(ref json, "B"u8) ? json.GetBytesFromBase64().Length : 0;
    }

    private static bool Fits(ReadOnlySpan<byte> value, int limit)
    {
        // {"S":""} takes eight bytes, and escapes only make a text longer than it is.
        const int Around = 8;
        if (value.Length > Around && value.Length <= limit + Around) return true;
        return KeySize(value) is > 0 and var size && size <= limit;
    }
}
