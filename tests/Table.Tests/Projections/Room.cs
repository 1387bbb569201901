namespace GeekCafe.Table.Tests.Projections;

/// <summary>A resource that is for those whom it lists.</summary>
[Resource("projections-rooms")]
[PrimaryKey("TENANT#{TenantId}#PROJECTIONS-ROOMS", "PROJECTIONS-ROOM#{Number}")]
[SecondaryIndex("All", "TENANT#{TenantId}#PROJECTIONS-ROOMS", "PROJECTIONS-ROOM#{Number}", Index = "projections_rooms", Projection = IndexProjection.Include,
    Include = [nameof(Number), nameof(Name), nameof(Guests), nameof(Hosts)])]
[Allow(Operation.Read, Members = nameof(Guests))]
[Allow(Operation.Read | Operation.Update, Members = nameof(Hosts))]
public partial record Room
{
    public required int Number { get; init; }
    public required string Name { get; init; }
    public IReadOnlyList<string> Guests { get; init; } = [];
    public IReadOnlySet<string> Hosts { get; init; } = new HashSet<string>();
}

/// <summary>A part without those who may read it.</summary>
[ProjectionOf<Room>]
public partial record RoomName(string Name);
