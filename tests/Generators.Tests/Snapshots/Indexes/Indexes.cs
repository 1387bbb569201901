namespace Shop.Halls;

[Resource("racks")]
[PrimaryKey("TENANT#{TenantId}", "RACK#{Id}")]
[CompositeIndex("ByZone", ["TenantId", nameof(Rack.Zone), nameof(Rack.Code)], [nameof(Rack.State), nameof(Rack.Row)], Route = "/zones/{zone}/{code}/racks")]
[LocalSecondaryIndex("ByName", "NAME#{Name:lower}#{Site.City}", Route = "/racks-by-name")]
[SecondaryIndex("ByCity", "TENANT#{TenantId}#{Site.City:lower}", "{Site.Opens}#{Row:D5}#{Shown}")]
[SecondaryIndex("Labels", "TENANT#{TenantId}", "LABEL#{Name}", Projection = IndexProjection.Include, Include = ["Row"])]
[SecondaryIndex("Ids", "TENANT#{TenantId}", "ID#{Id}", Projection = IndexProjection.KeysOnly)]
public partial record Rack
{
    public string? Name { get; init; }
    public string? Zone { get; init; }
    public Guid Code { get; init; }
    public State? State { get; init; }
    public int Row { get; init; }
    public Site? Site { get; init; }
    public bool Shown => Row > 0;
}

public enum State { Empty, InUse }

public partial record Site
{
    public required string City { get; init; }
    public TimeOnly? Opens { get; init; }
}
