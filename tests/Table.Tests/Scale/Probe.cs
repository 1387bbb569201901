namespace GeekCafe.Table.Tests.Scale;

/// <summary>A measurement of a tenant whose partition has shards.</summary>
[Resource("scale-probes")]
[PrimaryKey("TENANT#{TenantId}", "SCALE-PROBE#{Id}", Shards = 4)]
[SecondaryIndex("ByDevice", "TENANT#{TenantId}#SCALE-PROBE-DEVICE#{Device}", "at#{At}#{Id}", Shards = 4)]
public partial record Probe
{
    public required string Device { get; init; }

    public required DateTimeOffset At { get; init; }
}
