using System.Text;

namespace GeekCafe.DynamoDb;

/// <summary>Writes Scan requests.</summary>
internal static class ScanRequest
{
    /// <param name="table">The table.</param>
    /// <param name="type">The resource whose items are wanted; null for all, which are then told to be live as most are.</param>
    /// <param name="tenantId">The tenant whose items are wanted; null for all.</param>
    /// <param name="options">How.</param>
    /// <param name="segment">Which part of the table.</param>
    /// <param name="after">The LastEvaluatedKey of the page before; null for the first.</param>
    public static DynamoRequest Write(string table, ResourceDefinition? type, string? tenantId, ScanOptions options, int segment, byte[]? after)
    {
        var request = DynamoRequest.For(table);
        var json = request.Json;
        var names = type?.Names ?? ItemNames.Default;
        var filter = new StringBuilder();
        if (type is not null) filter.Append("#t=:t");
        if (tenantId is not null) filter.Append(filter.Length > 0 ? " AND " : "").Append("#o=:o");
        if (!options.IncludeDeleted) filter.Append(filter.Length > 0 ? " AND " : "").Append(names.IsLive);
        if (filter.Length > 0)
        {
            json.WriteString("FilterExpression"u8, filter.ToString());
            json.WriteStartObject("ExpressionAttributeNames"u8);
            if (type is not null) json.WriteString("#t"u8, names.Type);
            if (tenantId is not null) json.WriteString("#o"u8, ServiceAttributes.TenantId);
            if (!options.IncludeDeleted) json.WriteString("#d"u8, names.DeletedAt);
            json.WriteEndObject();
        }

        if (type is not null || tenantId is not null)
        {
            json.WriteStartObject("ExpressionAttributeValues"u8);
            if (type is not null) ItemRequests.Text(json, ":t", type.TypeName);
            if (tenantId is not null) ItemRequests.Text(json, ":o", tenantId);
            if (!options.IncludeDeleted) names.WriteValues(json);
            json.WriteEndObject();
        }

        if (options.Segments > 1)
        {
            json.WriteNumber("Segment"u8, segment);
            json.WriteNumber("TotalSegments"u8, options.Segments);
        }

        if (options.PageSize > 0) json.WriteNumber("Limit"u8, options.PageSize);
        if (options.Consistent) json.WriteBoolean("ConsistentRead"u8, true);
        if (after is not null)
        {
            json.WritePropertyName("ExclusiveStartKey"u8);
            json.WriteRawValue(after, skipInputValidation: true);
        }

        json.WriteEndObject();
        return request;
    }
}
