[Resource("readings")]
[PrimaryKey("TENANT#{TenantId}#SITE#{Site}", "READING#{At}#{Id}", Shards = 8)]
[SecondaryIndex("ByLevel", "TENANT#{TenantId}", "LEVEL#{Level}#{Site}#{At}#{Id}", Shards = 4)]
[LocalSecondaryIndex("ByDevice", "DEVICE#{Device}#{At}#{Id}")]
public partial record Reading
{
    public required string Site { get; init; }
    public required DateTimeOffset At { get; init; }
    public int? Level { get; init; }
    public string? Device { get; init; }
}
