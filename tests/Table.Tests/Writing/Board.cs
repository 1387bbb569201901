using System.Collections.Frozen;
using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace GeekCafe.Table.Tests.Writing;

/// <summary>A board that many write on at once, changed by DynamoDB itself.</summary>
[Resource("writing-boards")]
[Changes(Direct = true)]
[Conditions]
[PrimaryKey("TENANT#{TenantId}", "WRITING-BOARD#{Id}")]
[SecondaryIndex("ByOwner", "TENANT#{TenantId}#WRITING-BOARD-OWNER#{Owner}", "{Id}", Index = "gsi1")]
[Allow(Operation.Update, Owner = nameof(CreatedBy), Roles = "editor")]
public partial record Board
{
    [StringLength(20, MinimumLength = 1)] public required string Title { get; init; }

    public string? Owner { get; init; }

    public string? Note { get; init; }

    public int? Limit { get; init; } = 10;

    public int Seats { get; init; }

    public sbyte Stars { get; init; }

    [Range(0, 5)] public int Level { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];

    public ImmutableArray<int> Marks { get; init; } = [];

    public List<string>? Maybe { get; init; }

    public HashSet<string> Tags { get; init; } = [];

    public ImmutableHashSet<int> Days { get; init; } = [];

    public FrozenSet<decimal>? Prices { get; init; }

    public HashSet<byte[]> Hashes { get; init; } = new(ByteComparer.Instance);

    public SortedSet<Guid> Codes { get; init; } = [];

    public Dictionary<string, decimal> Fees { get; init; } = [];

    public ImmutableDictionary<string, int> Points { get; init; } = ImmutableDictionary<string, int>.Empty;

    public Corner? Corner { get; init; }

    public Pixel Pixel { get; init; }
}

/// <summary>A corner of it, which may hold another.</summary>
public partial record Corner
{
    [StringLength(9)] public string? Name { get; init; }

    public long Height { get; init; }

    public List<string> Marks { get; init; } = [];

    public Corner? Inner { get; init; }
}

/// <summary>A struct, which changes as a whole.</summary>
public readonly partial record struct Pixel(int X, int Y);
