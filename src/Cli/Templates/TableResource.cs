using System.Text.Json.Nodes;
using GeekCafe.Description;

namespace GeekCafe.Cli;

/// <summary>The table as a CloudFormation resource.</summary>
internal static class TableResource
{
    public const string Id = "Table";

    /// <param name="manifest">What it holds.</param>
    /// <param name="hasStream">Whether its changes are streamed, with old and new images.</param>
    public static JsonObject Of(ApplicationManifest manifest, bool hasStream)
    {
        var table = manifest.Table;
        var properties = new JsonObject
        {
            ["BillingMode"] = "PAY_PER_REQUEST",
            ["AttributeDefinitions"] = new JsonArray([.. Attributes(table).Select(static key => new JsonObject { ["AttributeName"] = key.Name, ["AttributeType"] = Symbol(key.Type) })]),
            ["KeySchema"] = Keys([new(table.PartitionKey, "text")], [new(table.SortKey, "text")]),
        };
        Indexes(properties, "GlobalSecondaryIndexes", table.Indexes.Where(static index => !index.Local));
        Indexes(properties, "LocalSecondaryIndexes", table.Indexes.Where(static index => index.Local));
        if (table.TimeToLive is { } attribute) properties["TimeToLiveSpecification"] = new JsonObject { ["AttributeName"] = attribute, ["Enabled"] = true };
        if (hasStream) properties["StreamSpecification"] = new JsonObject { ["StreamViewType"] = "NEW_AND_OLD_IMAGES" };
        properties["PointInTimeRecoverySpecification"] = new JsonObject { ["PointInTimeRecoveryEnabled"] = true };
        properties["DeletionProtectionEnabled"] = true;
        return new JsonObject
        {
            ["Type"] = "AWS::DynamoDB::Table",
            ["DeletionPolicy"] = "Retain",
            ["UpdateReplacePolicy"] = "Retain",
            ["Properties"] = properties,
        };
    }

    /// <summary>Every attribute of a key, once.</summary>
    public static IEnumerable<ManifestKey> Attributes(ManifestTable table) =>
        new[] { new ManifestKey(table.PartitionKey, "text"), new ManifestKey(table.SortKey, "text") }
            .Concat(table.Indexes.SelectMany(static index => index.Partition.Concat(index.Sort))).DistinctBy(static key => key.Name);

    /// <summary>A type as DynamoDB calls it.</summary>
    public static string Symbol(string type) => type switch
    {
        "number" => "N",
        "binary" => "B",
        _ => "S",
    };

    /// <summary>A projection as DynamoDB calls it.</summary>
    public static string Projection(ManifestIndex index) => index.Projection switch
    {
        "keysOnly" => "KEYS_ONLY",
        "include" => "INCLUDE",
        _ => "ALL",
    };

    private static void Indexes(JsonObject properties, string name, IEnumerable<ManifestIndex> indexes)
    {
        var all = new JsonArray([.. indexes.Select(Index)]);
        if (all.Count > 0) properties[name] = all;
    }

    private static JsonObject Index(ManifestIndex index)
    {
        var projection = new JsonObject { ["ProjectionType"] = Projection(index) };
        if (index.Include.Count > 0) projection["NonKeyAttributes"] = Cfn.List(index.Include);
        return new() { ["IndexName"] = index.Name, ["KeySchema"] = Keys(index.Partition, index.Sort), ["Projection"] = projection };
    }

    private static JsonArray Keys(IEnumerable<ManifestKey> partition, IEnumerable<ManifestKey> sort) =>
        [.. partition.Select(static key => Key(key, "HASH")), .. sort.Select(static key => Key(key, "RANGE"))];

    private static JsonObject Key(ManifestKey key, string kind) => new() { ["AttributeName"] = key.Name, ["KeyType"] = kind };
}
