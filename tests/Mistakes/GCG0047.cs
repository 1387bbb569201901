// One index in two ways.
namespace Mistakes.GCG0047;

[Resource("pens")]
[PrimaryKey("TENANT#{TenantId}", "PEN#{Id}")]
[SecondaryIndex("ByInk", "TENANT#{TenantId}#INK#{Ink}", "PEN#{Id}", Index = "byInk")]
public partial record Pen
{
    public string Ink { get; init; } = "";
}

[Resource("pencils")]
[PrimaryKey("TENANT#{TenantId}", "PENCIL#{Id}")]
[CompositeIndex("ByInk", ["TenantId", "Color"], ["Id"], Index = "byInk")]
public partial record Pencil
{
    public string Color { get; init; } = "";
}
