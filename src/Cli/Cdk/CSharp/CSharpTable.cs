using GeekCafe.Description;
using static GeekCafe.Cli.CSharpText;

namespace GeekCafe.Cli;

/// <summary>The table of a CDK stack in C#.</summary>
internal static class CSharpTable
{
    public static string Of(DeploymentPlan plan)
    {
        var table = plan.Manifest.Table;
        return $$"""
                    var table = new Table(this, "Table", new TableProps
                    {
                        PartitionKey = {{Key(new(table.PartitionKey, "text"))}},
                        SortKey = {{Key(new(table.SortKey, "text"))}},
                        BillingMode = BillingMode.PAY_PER_REQUEST,{{(table.TimeToLive is { } attribute ? $"\n            TimeToLiveAttribute = {Text(attribute)}," : "")}}{{(plan.HasStream ? "\n            Stream = StreamViewType.NEW_AND_OLD_IMAGES," : "")}}
                        PointInTimeRecoverySpecification = new PointInTimeRecoverySpecification { PointInTimeRecoveryEnabled = true },
                        DeletionProtection = true,
                        RemovalPolicy = RemovalPolicy.RETAIN,
                    });
            {{string.Join('\n', table.Indexes.Select(Index))}}
            """;
    }

    private static string Index(ManifestIndex index)
    {
        var partition = index.Partition.Count == 1 ? $"PartitionKey = {Key(index.Partition[0])}" : $"PartitionKeys = [{string.Join(", ", index.Partition.Select(Key))}]";
        var sort = index.Sort.Count == 1 ? $"SortKey = {Key(index.Sort[0])}" : $"SortKeys = [{string.Join(", ", index.Sort.Select(Key))}]";
        var projection = index.Projection == "all" ? "" : $", ProjectionType = ProjectionType.{TableResource.Projection(index)}{(index.Include.Count > 0 ? $", NonKeyAttributes = {List(index.Include)}" : "")}";
        return index.Local
            ? $"        table.AddLocalSecondaryIndex(new LocalSecondaryIndexProps {{ IndexName = {Text(index.Name)}, {sort}{projection} }});"
            : $"        table.AddGlobalSecondaryIndex(new GlobalSecondaryIndexProps {{ IndexName = {Text(index.Name)}, {partition}, {sort}{projection} }});";
    }

    private static string Key(ManifestKey key) => $"new Attribute {{ Name = {Text(key.Name)}, Type = AttributeType.{Symbol(key.Type)} }}";

    private static string Symbol(string type) => type switch
    {
        "number" => "NUMBER",
        "binary" => "BINARY",
        _ => "STRING",
    };
}
