namespace GeekCafe.Table.Tests.Keys;

/// <summary>A member for each key there is, to make each as long as it can be.</summary>
[Resource("keys-shelves")]
[PrimaryKey("TENANT#{TenantId}#KEYSSHELF#{Aisle}", "KEYSSHELF#{Code}")]
[SecondaryIndex("ByOwner", "TENANT#{TenantId}#KEYSOWNER#{Owner}", "KEYSSHELF#{Id}", Index = "gsi1")]
[SecondaryIndex("ByNote", "TENANT#{TenantId}#KEYSNOTE", "KEYSSHELF#{Note}", Index = "gsi2")]
[LocalSecondaryIndex("ByName", "KEYSNAME#{Name}")]
[SecondaryIndex("Labels", "TENANT#{TenantId}#KEYSLABELS", "KEYSSHELF#{Id}", Index = "keys_labels", Projection = IndexProjection.Include, Include = [nameof(Shelf.Note), "owner"])]
[SecondaryIndex("Ids", "TENANT#{TenantId}#KEYSIDS", "KEYSSHELF#{Id}", Index = "keys_ids", Projection = IndexProjection.KeysOnly)]
public partial record Shelf
{
    public required string Aisle { get; init; }
    public required string Code { get; init; }
    public string? Owner { get; init; }
    public string? Note { get; init; }
    public string? Name { get; init; }
}
