namespace GeekCafe.Table.Tests.Scale;

/// <summary>A measurement of a device: small, and there are many.</summary>
[Resource("scale-samples")]
[PrimaryKey("TENANT#{TenantId}", "SCALE-SAMPLE#{Id}")]
[SecondaryIndex("ByDevice", "TENANT#{TenantId}#SCALE-DEVICE#{Device}", "at#{At}#{Id}")]
public partial record Sample
{
    public required string Device { get; init; }

    public required DateTimeOffset At { get; init; }

    public required int Value { get; init; }
}
