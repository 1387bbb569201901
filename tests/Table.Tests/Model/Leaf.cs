namespace GeekCafe.Table.Tests.Model;

/// <summary>A resource in a partition of its parent, ordered by a number, and not everybody's to read.</summary>
[Resource("model-leaves", Route = "/model-trees/{tree}/leaves")]
[PrimaryKey("TENANT#{TenantId}#MODEL-TREE#{Tree}", "MODEL-LEAF#{Number}")]
[Allow(Operation.Read, Owner = nameof(Reader), Roles = "desk")]
[Allow(Operation.Update | Operation.Delete | Operation.Restore, Anyone = true)]
public partial record Leaf
{
    public required string Tree { get; init; }

    public required int Number { get; init; }

    public string Reader { get; init; } = "ann";

    public double? Weight { get; init; }
}
