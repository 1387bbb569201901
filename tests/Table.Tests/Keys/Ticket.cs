namespace GeekCafe.Table.Tests.Keys;

/// <summary>In three global indexes and a local one, each by rules of its own.</summary>
[Resource("keys-tickets")]
[PrimaryKey("TENANT#{TenantId}", "KEYSTICKET#{Id}")]
[SecondaryIndex("ByEmail", "TENANT#{TenantId}#KEYSEMAIL#{Email:lower}", "KEYSTICKET#{Number:D8}#{Id}", Index = "gsi1", Route = "/keys-emails/{email}/tickets")]
[SecondaryIndex("ByCity", "TENANT#{TenantId}#KEYSCITY#{Venue.City}", "KEYSTICKET#{venue.opens}#{Id}", Index = "gsi2")]
[SecondaryIndex("ByMonth", "TENANT#{TenantId}", "KEYSMONTH#{Due:yyyy-MM}#{Label}#{Id}", Index = "gsi3")]
[LocalSecondaryIndex("ByTitle", "KEYSTITLE#{Title:lower}#{Id}")]
public partial record Ticket
{
    public string Title { get; init; } = "";
    public string? Email { get; init; }
    public int Number { get; init; }
    public Venue? Venue { get; init; }
    public DateOnly? Due { get; init; }

    /// <summary>Computed, and still in a key.</summary>
    public string? Label => Number % 3 == 0 ? null : $"{Title}/{Number % 3}";
}

public partial record Venue
{
    public required string City { get; init; }
    public TimeOnly? Opens { get; init; }
}

/// <summary>Shares partitions of an index with tickets.</summary>
[Resource("keys-stubs")]
[PrimaryKey("TENANT#{TenantId}", "KEYSSTUB#{Id}")]
[SecondaryIndex("ByEmail", "TENANT#{TenantId}#KEYSEMAIL#{Email:lower}", "KEYSSTUB#{Id}", Index = "gsi1")]
public partial record Stub
{
    public required string Email { get; init; }
}

/// <summary>One for each handle, in a partition of its own, under a constant sort key.</summary>
[Resource("keys-profiles", Route = "/keys-handles/{handle}/profile")]
[PrimaryKey("TENANT#{TenantId}#KEYSUSER#{Handle:lower}", "PROFILE")]
public partial record Profile
{
    public required string Handle { get; init; }
    public string? Motto { get; init; }
}

/// <summary>In two indexes of several key attributes.</summary>
[Resource("keys-racks")]
[PrimaryKey("TENANT#{TenantId}", "KEYSRACK#{Id}")]
[CompositeIndex("ByZone", ["TenantId", nameof(Rack.RackZone)], [nameof(Rack.RackState), "rack_row", nameof(Rack.RackMadeAt)], Index = "keys_zone", Route = "/keys-zones/{rackZone}/racks")]
[CompositeIndex("ByCode", [nameof(Rack.RackCode), nameof(Rack.TenantId), nameof(Rack.RackState)], [nameof(Rack.CreatedAt), nameof(Rack.RackRow)], Index = "keys_code")]
public partial record Rack
{
    public string? RackZone { get; init; }
    public RackState? RackState { get; init; }
    public int RackRow { get; init; }
    public DateTime RackMadeAt { get; init; }
    public byte[]? RackCode { get; init; }
}

public enum RackState { Empty, InUse }
