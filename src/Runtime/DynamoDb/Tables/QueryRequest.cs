using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>Writes Query requests.</summary>
internal static class QueryRequest
{
    /// <summary>Writes a request into the object that is open, and closes it.</summary>
    /// <returns>Why DynamoDB would refuse it, or null.</returns>
    public static ServiceError? Write<TRow, TReader>(
        Utf8JsonWriter json, in KeyQuery query, QueryPosition? after, int limit, bool descending, bool consistent) where TReader : struct, IRowReader<TRow>
    {
        if (query.Where?.Range?.Problem is { } problem) return problem;
        if (query.Index is not null) json.WriteString("IndexName"u8, query.Index);
        using var composite = query.CompositeSort is null ? null : new CompositeQuery(query.Partition);
        var bounds = Bounds.Of(query);
        if (composite is not null) composite.WriteCondition(json);
        else json.WriteString("KeyConditionExpression"u8, bounds.Expression);

        // Type and liveness are left to the database: it costs no more read units than it saves, and spares carrying what would be thrown away.
        // An index of keys alone has neither attribute; deleted items are not in it.
        var names = TReader.Names;
        using var filter = query.Where?.Filter is { } condition ? Filter(names.LiveOfType, condition) : null;
        if (filter?.Problem is { } excess) return excess;
        if (!query.KeysOnly) json.WriteString("FilterExpression"u8, filter is null ? names.LiveOfType : filter.Expression);
        TReader.Selection?.WriteExpression(json, query);

        json.WriteStartObject("ExpressionAttributeNames"u8);
        if (composite is not null) composite.WriteNames(json);
        else json.WriteString("#p"u8, query.PartitionAttribute);
        if (bounds.NamesSort) json.WriteString("#s"u8, query.SortAttribute);
        if (!query.KeysOnly)
        {
            json.WriteString("#t"u8, names.Type);
            json.WriteString("#d"u8, names.DeletedAt);
        }

        TReader.Selection?.WriteNames(json, query);
        filter?.WriteNames(json);
        json.WriteEndObject();

        json.WriteStartObject("ExpressionAttributeValues"u8);
        if (composite is not null) composite.WriteValues(json);
        else ItemRequests.Text(json, ":p", query.Partition);
        if (bounds.Low is not null) ItemRequests.Text(json, ":s", bounds.Low);
        if (bounds.High is not null) ItemRequests.Text(json, ":e", bounds.High);
        if (!query.KeysOnly)
        {
            ItemRequests.Text(json, ":t", TReader.TypeName);
            names.WriteValues(json);
        }

        filter?.WriteValues(json);
        json.WriteEndObject();

        json.WriteNumber("Limit"u8, limit);
        if (descending) json.WriteBoolean("ScanIndexForward"u8, false);
        if (consistent) json.WriteBoolean("ConsistentRead"u8, true);
        if (after is { } position) WriteStart<TRow, TReader>(json, query, position, composite);
        json.WriteEndObject();
        return null;
    }

    /// <summary>What is always demanded, and the caller's condition in parentheses where it has an OR.</summary>
    private static ExpressionBuilder Filter(ReadOnlySpan<byte> live, Condition condition)
    {
        var filter = new ExpressionBuilder();
        filter.Add(live, operators: 3);
        filter.Text(" AND "u8);
        filter.AddOperand(condition);
        return filter;
    }

    private static void WriteStart<TRow, TReader>(Utf8JsonWriter json, in KeyQuery query, in QueryPosition position, CompositeQuery? composite)
        where TReader : struct, IRowReader<TRow>
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

        if (query.Index is not null) TReader.WriteTableKey(json, query, position);
        json.WriteEndObject();
    }

    /// <summary>Writes the table's key beside an index's.</summary>
    public static void WriteTableKey<T>(Utf8JsonWriter json, in KeyQuery query, in QueryPosition position) where T : class, IResource<T> =>
        WriteTableKey(json, query, position, T.Definition);

    /// <inheritdoc cref="WriteTableKey{T}"/>
    public static void WriteTableKey(Utf8JsonWriter json, in KeyQuery query, in QueryPosition position, ResourceDefinition table)
    {
        // A local index has the table's partition key, which stands there already.
        if (query.PartitionAttribute != table.PartitionKey) ItemRequests.Text(json, table.PartitionKey, position.TablePartition!);
        ItemRequests.Text(json, table.SortKey, position.TableSort!);
    }

    /// <summary>The condition on the sort key.</summary>
    private readonly ref struct Bounds(ReadOnlySpan<byte> expression, string? low, string? high)
    {
        public ReadOnlySpan<byte> Expression { get; } = expression;

        public string? Low { get; } = low;

        public string? High { get; } = high;

        public bool NamesSort => Low is not null || High is not null;

        public static Bounds Of(in KeyQuery query)
        {
            var range = query.Where?.Range;
            var prefix = range is null ? query.SortPrefix : range.Prefix;
            if (prefix is not null) return prefix.Length == 0 ? new("#p=:p"u8, null, null) : new("#p=:p AND begins_with(#s,:s)"u8, prefix, null);
            return range! switch
            {
                { Low: null, High: null } => new("#p=:p"u8, null, null),
                { Low: { } low, High: null } => new("#p=:p AND #s>=:s"u8, low, null),
                { Low: null, High: { } high } => new(range!.ExcludesHigh ? "#p=:p AND #s<:e"u8 : "#p=:p AND #s<=:e"u8, null, high),
                { Low: var low, High: var high } when low == high => new("#p=:p AND #s=:s"u8, low, null),
                { Low: var low, High: var high } => new("#p=:p AND #s BETWEEN :s AND :e"u8, low, high),
            };
        }
    }
}
