namespace GeekCafe.Table.Tests.Scans;

/// <summary>Something to go through, in partitions of its own.</summary>
[Resource("scans-parcels")]
[PrimaryKey("TENANT#{TenantId}#SCANS-PARCEL#{Number}", "SCANS-PARCEL")]
[Allow(Operation.Read, Owner = nameof(Recipient))]
[Allow(Operation.Create, Anyone = true)]
[Allow(Operation.Delete, Anyone = true)]
public partial record Parcel
{
    public required int Number { get; init; }
    public string Recipient { get; init; } = "";
    public string Text { get; init; } = "";
    [TimeToLive] public DateTimeOffset? Until { get; init; }
}

/// <summary>Another type of the same table.</summary>
[Resource("scans-crates")]
[PrimaryKey("TENANT#{TenantId}#SCANS-CRATE", "SCANS-CRATE#{Id}")]
public partial record Crate
{
    public required string Text { get; init; }
}
