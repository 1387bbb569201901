// A key attribute of another type.
namespace Mistakes.GCG0048;

[Resource("racks")]
[PrimaryKey("TENANT#{TenantId}", "RACK#{Id}")]
[CompositeIndex("ByFloor", ["TenantId", "Floor"], ["Id"], Index = "byFloor")]
public partial record Rack
{
    public required int Floor { get; init; }
}

[Resource("flats")]
[PrimaryKey("TENANT#{TenantId}", "FLAT#{Id}")]
public partial record Flat
{
    public required string Floor { get; init; }
}
