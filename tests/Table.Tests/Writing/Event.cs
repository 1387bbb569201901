using System.ComponentModel.DataAnnotations;

namespace GeekCafe.Table.Tests.Writing;

/// <summary>Something with members of every kind of change.</summary>
[Resource("writing-events")]
[Changes]
[PrimaryKey("TENANT#{TenantId}", "WRITING-EVENT#{Id}")]
[SecondaryIndex("ByOwner", "TENANT#{TenantId}#WRITING-OWNER#{Owner}", "{Title}", Index = "gsi1")]
public partial record Event
{
    [StringLength(20, MinimumLength = 1)] public required string Title { get; init; }

    public string? Owner { get; init; }

    public int Seats { get; init; }

    public byte Stars { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];

    public HashSet<string> Tags { get; init; } = [];

    public Dictionary<string, decimal> Fees { get; init; } = [];

    public Place? Place { get; init; }

    [SetByServer] public bool IsOpen { get; init; }
}

/// <summary>Where it is; may lie in another.</summary>
public partial record Place
{
    public required string City { get; init; }

    public int Floor { get; init; }

    public Place? Around { get; init; }
}
