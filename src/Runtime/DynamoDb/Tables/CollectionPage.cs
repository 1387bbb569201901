using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>What one Query read of a partition that several resources share; the items are in their parts.</summary>
/// <param name="Scanned">How many items were read, those that a filter left at the database included.</param>
/// <param name="Bytes">How large the reply was.</param>
/// <param name="Skipped">What came and is in no part.</param>
/// <param name="Next">Where to go on; null when the partition ends here.</param>
internal readonly record struct CollectionPage(int Scanned, int Bytes, SkippedItems Skipped, QueryPosition? Next)
{
    /// <summary>Writes a request into the object that is open, and closes it. The types are told apart here, so that those unknown can be counted.</summary>
    public static void Write(Utf8JsonWriter json, in KeyQuery query, QueryPosition? after, int limit, bool consistent, ResourceDefinition table)
    {
        var hasPrefix = query.SortPrefix.Length > 0;
        if (query.Index is not null) json.WriteString("IndexName"u8, query.Index);
        json.WriteString("KeyConditionExpression"u8, hasPrefix ? "#p=:p AND begins_with(#s,:s)"u8 : "#p=:p"u8);
        json.WriteString("FilterExpression"u8, "attribute_not_exists(#d)"u8);
        json.WriteStartObject("ExpressionAttributeNames"u8);
        json.WriteString("#p"u8, query.PartitionAttribute);
        if (hasPrefix) json.WriteString("#s"u8, query.SortAttribute);
        json.WriteString("#d"u8, ServiceAttributes.DeletedAt);
        json.WriteEndObject();
        json.WriteStartObject("ExpressionAttributeValues"u8);
        ItemRequests.Text(json, ":p", query.Partition);
        if (hasPrefix) ItemRequests.Text(json, ":s", query.SortPrefix);
        json.WriteEndObject();
        json.WriteNumber("Limit"u8, limit);
        if (consistent) json.WriteBoolean("ConsistentRead"u8, true);
        if (after is { } position)
        {
            json.WriteStartObject("ExclusiveStartKey"u8);
            ItemRequests.Text(json, query.PartitionAttribute, query.Partition);
            ItemRequests.Text(json, query.SortAttribute, position.Sort);
            if (query.Index is not null) QueryRequest.WriteTableKey(json, query, position, table);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>Reads a reply into the parts.</summary>
    public static ServiceResult<CollectionPage> Read(ReadOnlySpan<byte> body, in KeyQuery query, IReadOnlyList<CollectionPart> parts, string tenantId)
    {
        var page = new CollectionPage(0, body.Length, default, null);
        var json = ItemJson.Reader(body);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("Items"u8))
            {
                if (!ReadItems(ref json, body, parts, tenantId).TryGet(out var skipped, out var error)) return error;
                page = page with { Skipped = skipped };
            }
            else if (json.ValueTextEquals("ScannedCount"u8))
            {
                json.Read();
                page = page with { Scanned = json.GetInt32() };
            }
            else if (json.ValueTextEquals("LastEvaluatedKey"u8))
            {
                json.Read();
                var start = (int)json.TokenStartIndex;
                json.Skip();
                if (json.TokenType == JsonTokenType.EndObject) page = page with { Next = QueryPosition.Read(body[start..(int)json.BytesConsumed], query, parts[0].Definition) };
            }
            else
            {
                json.Read();
                json.Skip();
            }
        }

        return page;
    }

    private static ServiceResult<SkippedItems> ReadItems(ref Utf8JsonReader json, ReadOnlySpan<byte> body, IReadOnlyList<CollectionPart> parts, string tenantId)
    {
        json.Read();
        var seen = new SeenTexts();
        var (others, withheld) = (0, 0);
        while (json.Read() && json.TokenType == JsonTokenType.StartObject)
        {
            var start = (int)json.TokenStartIndex;
            var item = json;
            json.Skip();
            using var attributes = new AttributeList(body[start..(int)json.BytesConsumed]);
            if (!string.Equals(ItemJson.Text(attributes.ValueOf(AttributeNames.TenantId)), tenantId, StringComparison.Ordinal)) withheld++;
            else if (PartOf(ItemJson.Text(attributes.ValueOf(AttributeNames.Type)), parts) is not { } part) others++;
            else if (part.Read(ref item, body, tenantId, seen) is { } error)
            {
                if (error.Code != ErrorCode.NotFound) return error;
                withheld++;
            }
        }

        return new SkippedItems(others, withheld);
    }

    private static CollectionPart? PartOf(string? type, IReadOnlyList<CollectionPart> parts)
    {
        foreach (var part in parts)
        {
            if (string.Equals(part.Definition.TypeName, type, StringComparison.Ordinal)) return part;
        }

        return null;
    }
}
