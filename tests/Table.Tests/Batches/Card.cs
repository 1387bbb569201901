namespace GeekCafe.Table.Tests.Batches;

/// <summary>What batches are made of.</summary>
[Resource("batches-cards")]
[PrimaryKey("TENANT#{TenantId}", "BATCHES-CARD#{Id}")]
public partial record Card
{
    public required string Text { get; init; }
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
