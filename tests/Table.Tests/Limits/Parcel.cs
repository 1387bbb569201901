namespace GeekCafe.Table.Tests.Limits;

/// <summary>Something of any size.</summary>
[Resource("limits-parcels")]
[PrimaryKey("TENANT#{TenantId}", "LIMITS-PARCEL#{Id}")]
public partial record Parcel
{
    public string? Text { get; init; }

    public byte[]? Bytes { get; init; }

    public decimal? Number { get; init; }

    public IReadOnlyList<int> Numbers { get; init; } = [];

    public IReadOnlyDictionary<string, bool> Flags { get; init; } = new Dictionary<string, bool>();

    public HashSet<string> Marks { get; init; } = [];
}
