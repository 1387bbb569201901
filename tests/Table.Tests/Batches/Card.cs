namespace GeekCafe.Table.Tests.Batches;

/// <summary>What batches are made of; it can nest deeper than DynamoDB lets it.</summary>
[Resource("batches-cards")]
[PrimaryKey("TENANT#{TenantId}", "BATCHES-CARD#{Id}")]
public partial record Card
{
    public required string Text { get; init; }

    public Leaf? Leaf { get; init; }
}

/// <summary>A leaf that holds another.</summary>
public partial record Leaf
{
    public Leaf? Inner { get; init; }
}

/// <summary>Another resource of the same partition.</summary>
[Resource("batches-labels")]
[PrimaryKey("TENANT#{TenantId}", "BATCHES-LABEL#{Id}")]
public partial record Label
{
    public required string Name { get; init; }
}

public partial class CardService
{
    /// <summary>The table, past the service.</summary>
    public DynamoDb.DynamoTable Direct => Table;
}
