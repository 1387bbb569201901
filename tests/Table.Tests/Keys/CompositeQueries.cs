using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GeekCafe.DynamoDb;

namespace GeekCafe.Table.Tests.Keys;

/// <summary>
/// Answers queries of indexes with several key attributes as DynamoDB's documents say it does (developer guide, Multi-attribute keys pattern):
/// by a scan of a local database, none of which can. dynoxide 1.2.1 takes the definition and knows the first attributes only.
/// </summary>
internal sealed class CompositeQueries(IDynamoTransport inner, TableDefinition definition) : IDynamoTransport
{
    public async ValueTask<DynamoReply> SendAsync(DynamoOperation operation, ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        var query = JsonNode.Parse(request.Span)!;
        var index = definition.Indexes.FirstOrDefault(each => each.Name == (string?)query["IndexName"]);
        if (operation != DynamoOperation.Query || index is null or { PartitionAttributes.Count: 1, SortAttributes.Count: 1 }) return await inner.SendAsync(operation, request, cancellationToken);

        using var scan = await inner.SendAsync(DynamoOperation.Scan, JsonSerializer.SerializeToUtf8Bytes(new { TableName = (string?)query["TableName"] }), cancellationToken);
        Assert.Null(scan.Error);
        var answer = Answer(query, index, [.. JsonNode.Parse(scan.Body.Span)!["Items"]!.AsArray().Select(static item => item!.AsObject())]);
        var body = new PooledBuffer();
        body.Write(JsonSerializer.SerializeToUtf8Bytes(answer));
        return DynamoReply.Success(body);
    }

    public ValueTask WarmUpAsync(CancellationToken cancellationToken) => inner.WarmUpAsync(cancellationToken);

    private JsonObject Answer(JsonNode query, IndexDefinition index, JsonObject[] items)
    {
        var names = query["ExpressionAttributeNames"]!;
        var values = query["ExpressionAttributeValues"]!;
        var conditions = ((string)query["KeyConditionExpression"]!).Split(" AND ").Select(static each => each.Split('=')).ToDictionary(each => (string)names[each[0]]!, each => values[each[1]]!);
        Assert.Equal(index.PartitionAttributes.Select(static key => key.Name), conditions.Keys);
        Assert.Equal("#t=:t AND attribute_not_exists(#d)", (string?)query["FilterExpression"]);

        string[] order = [.. index.SortAttributes.Select(static key => key.Name), definition.PartitionKey, definition.SortKey];
        var found = items
            .Where(item => index.PartitionAttributes.Concat(index.SortAttributes).All(key => item.ContainsKey(key.Name)) && conditions.All(each => JsonNode.DeepEquals(item[each.Key], each.Value)))
            .Order(Comparer<JsonObject>.Create((one, other) => Compare(order, one, other))).ToList();
        if ((bool?)query["ScanIndexForward"] == false) found.Reverse();
        if (query["ExclusiveStartKey"] is JsonObject start)
        {
            Assert.Equal(conditions.Keys.Concat(order).Order(), start.Select(static each => each.Key).Order());
            Assert.All(conditions, each => Assert.True(JsonNode.DeepEquals(each.Value, start[each.Key])));
            var sign = (bool?)query["ScanIndexForward"] == false ? -1 : 1;
            found = [.. found.Where(item => sign * Compare(order, item, start) > 0)];
        }

        var read = found.Take((int)query["Limit"]!).ToList();
        var shown = read.Where(item => JsonNode.DeepEquals(item["_type"], values[":t"]) && !item.ContainsKey("deleted_at")).Select(static item => item.DeepClone()).ToArray();
        var answer = new JsonObject { ["Items"] = new JsonArray(shown), ["Count"] = shown.Length, ["ScannedCount"] = read.Count };
        if (read.Count < found.Count) answer["LastEvaluatedKey"] = new JsonObject(conditions.Keys.Concat(order).Select(name => KeyValuePair.Create(name, read[^1][name]?.DeepClone())));
        return answer;
    }

    private static int Compare(string[] order, JsonObject one, JsonObject other) =>
        order.Select(name => Compare(one[name]!.AsObject().First(), other[name]!.AsObject().First())).FirstOrDefault(static each => each != 0);

    private static int Compare(KeyValuePair<string, JsonNode?> one, KeyValuePair<string, JsonNode?> other)
    {
        Assert.Equal(one.Key, other.Key);
        return one.Key switch
        {
            "N" => decimal.Parse((string)one.Value!, System.Globalization.CultureInfo.InvariantCulture).CompareTo(decimal.Parse((string)other.Value!, System.Globalization.CultureInfo.InvariantCulture)),
            "B" => Convert.FromBase64String((string)one.Value!).AsSpan().SequenceCompareTo(Convert.FromBase64String((string)other.Value!)),
            _ => Encoding.UTF8.GetBytes((string)one.Value!).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes((string)other.Value!)),
        };
    }
}
