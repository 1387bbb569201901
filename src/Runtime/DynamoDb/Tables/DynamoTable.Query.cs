using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <content>Queries.</content>
public sealed partial class DynamoTable
{
    /// <summary>Reads on in a partition: one request, at most 1 MB (API reference, Query). Deleted items and other types stay at the database.</summary>
    /// <param name="query">Which partition, and the prefix of sort keys wanted.</param>
    /// <param name="after">The position to go on after; null: from the start.</param>
    /// <param name="limit">The most items to read, those that are not shown included. At least 1.</param>
    /// <param name="descending">Whether the largest sort key comes first.</param>
    /// <param name="call">For whom.</param>
    public async ValueTask<ServiceResult<QueryPage<T>>> QueryAsync<T>(KeyQuery query, QueryPosition? after, int limit, bool descending, TableCall call)
        where T : class, IResource<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        using var request = DynamoRequest.For(Name);
        WriteQuery<T>(request.Json, query, after, limit, descending);
        var reply = await SendAsync(DynamoOperation.Query, request, call).ConfigureAwait(false);
        var owned = false;
        try
        {
            if (reply.Error is { } error) return DynamoFailures.Explain(error, isWrite: false);
            var page = QueryPage<T>.Read(reply, query, call.TenantId);
            owned = page.IsSuccess;
            return page;
        }
        catch (JsonException)
        {
            return DynamoFailures.Unavailable;
        }
        finally
        {
            if (!owned) reply.Dispose();
        }
    }

    private static void WriteQuery<T>(Utf8JsonWriter json, in KeyQuery query, QueryPosition? after, int limit, bool descending) where T : class, IResource<T>
    {
        var hasPrefix = query.SortPrefix.Length > 0;
        using var composite = query.CompositeSort is null ? null : new CompositeQuery(query.Partition);
        if (query.Index is not null) json.WriteString("IndexName"u8, query.Index);
        if (composite is not null) composite.WriteCondition(json);
        else json.WriteString("KeyConditionExpression"u8, hasPrefix ? "#p=:p AND begins_with(#s,:s)"u8 : "#p=:p"u8);

        // A filter costs no more read units than it saves, and spares carrying and reading what would be thrown away.
        json.WriteString("FilterExpression"u8, "#t=:t AND attribute_not_exists(#d)"u8);

        json.WriteStartObject("ExpressionAttributeNames"u8);
        if (composite is not null) composite.WriteNames(json);
        else json.WriteString("#p"u8, query.PartitionAttribute);
        if (hasPrefix) json.WriteString("#s"u8, query.SortAttribute);
        json.WriteString("#t"u8, ServiceAttributes.Type);
        json.WriteString("#d"u8, ServiceAttributes.DeletedAt);
        json.WriteEndObject();

        json.WriteStartObject("ExpressionAttributeValues"u8);
        if (composite is not null) composite.WriteValues(json);
        else ItemRequests.Text(json, ":p", query.Partition);
        if (hasPrefix) ItemRequests.Text(json, ":s", query.SortPrefix);
        ItemRequests.Text(json, ":t", T.Definition.TypeName);
        json.WriteEndObject();

        json.WriteNumber("Limit"u8, limit);
        if (descending) json.WriteBoolean("ScanIndexForward"u8, false);
        if (after is { } position) WriteStart<T>(json, query, position, composite);
        json.WriteEndObject();
    }

    private static void WriteStart<T>(Utf8JsonWriter json, in KeyQuery query, in QueryPosition position, CompositeQuery? composite) where T : class, IResource<T>
    {
        json.WriteStartObject("ExclusiveStartKey"u8);
        if (composite is not null)
        {
            composite.WriteStart(json, position.Sort);
        }
        else
        {
            ItemRequests.Text(json, query.PartitionAttribute, query.Partition);
            ItemRequests.Text(json, query.SortAttribute, position.Sort);
        }

        // A local index has the table's partition key, which stands there already.
        if (query.Index is not null && query.PartitionAttribute != T.Definition.PartitionKey) ItemRequests.Text(json, T.Definition.PartitionKey, position.TablePartition!);
        if (query.Index is not null) ItemRequests.Text(json, T.Definition.SortKey, position.TableSort!);
        json.WriteEndObject();
    }
}
