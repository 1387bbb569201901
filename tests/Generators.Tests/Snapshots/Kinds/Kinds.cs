using System.Text.Json.Serialization;

namespace Shop;

[Resource("claims")]
[PrimaryKey("TENANT#{TenantId}", "CLAIM#{Id}")]
internal partial record Claim
{
    public required Cause Cause { get; init; }
    public Proof? Proof { get; init; }
    public List<Cause> Causes { get; init; } = [];
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "cause")]
[JsonDerivedType(typeof(Fire), 1)]
[JsonDerivedType(typeof(Flood), 2)]
public partial record Cause { [StringLength(40)] public string? Note { get; init; } }
public sealed partial record Fire : Cause { public int Rooms { get; init; } }
public partial record Flood(double Depth) : Cause;

[JsonDerivedType(typeof(Photo), "photo")]
internal abstract record Proof;
internal sealed partial record Photo(string Url) : Proof;
