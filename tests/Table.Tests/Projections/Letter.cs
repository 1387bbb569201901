namespace GeekCafe.Table.Tests.Projections;

/// <summary>A resource whose rules need members that its parts do not hold, in an index that holds only some of them.</summary>
[Resource("projections-letters")]
[PrimaryKey("TENANT#{TenantId}#PROJECTIONS-LETTERS", "PROJECTIONS-LETTER#{Number}")]
[SecondaryIndex("ByBox", "TENANT#{TenantId}#PROJECTIONS-BOX#{Box}", "PROJECTIONS-LETTER#{Number}", Index = "projections_cards", Projection = IndexProjection.Include,
    Include = [nameof(Number), nameof(Subject), nameof(Status), nameof(OwnerId), nameof(ValidUntil)])]
[Allow(Operation.Read, Owner = nameof(OwnerId), Roles = "clerk")]
[Conditions]
public partial record Letter
{
    public required int Number { get; init; }
    public required string Box { get; init; }
    [AttributeName("the.subject")] public required string Subject { get; init; }
    public string? Status { get; init; }
    [SetByServer(ServerValue.UserId)] public string OwnerId { get; init; } = "";
    [TimeToLive] public DateTimeOffset? ValidUntil { get; init; }
    [Sensitive(Hidden = true)] public string? Pin { get; init; }
    public string? Body { get; init; }
}

/// <summary>What the index holds; a reserved word among it.</summary>
[ProjectionOf<Letter>]
public partial record LetterCard
{
    public required int Number { get; init; }
    public required string Subject { get; init; }
    public string? Status { get; init; }
}

/// <summary>What must not be shown in a log.</summary>
[ProjectionOf<Letter>]
public partial record LetterLock(string? Pin);

/// <summary>A resource in indexes of keys alone, one of which is shared by tenants.</summary>
[Resource("projections-tags")]
[PrimaryKey("TENANT#{TenantId}#PROJECTIONS-TAGS#{Kind}", "PROJECTIONS-TAG#{Number}")]
[SecondaryIndex("All", "TENANT#{TenantId}#PROJECTIONS-TAGS", "PROJECTIONS-TAG#{Number}", Index = "projections_ids", Projection = IndexProjection.KeysOnly)]
[SecondaryIndex("ByKind", "PROJECTIONS-KIND#{Kind}", "PROJECTIONS-TAG#{Number}#{Id}", Index = "projections_kinds", CrossTenant = true, Projection = IndexProjection.KeysOnly)]
public partial record Tag
{
    public required string Kind { get; init; }
    public required int Number { get; init; }
    public string? Text { get; init; }
}

/// <summary>What the keys of a tag tell.</summary>
[ProjectionOf<Tag>]
public partial record TagName(string Kind)
{
    public required int Number { get; init; }
}
