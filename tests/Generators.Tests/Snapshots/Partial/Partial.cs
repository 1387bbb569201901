[Resource("letters")]
[PrimaryKey("TENANT#{TenantId}#BOX#{Box}", "LETTER#{Number}")]
[SecondaryIndex("Cards", "TENANT#{TenantId}#STATUS#{Status}", "LETTER#{Number}", Projection = IndexProjection.Include, Include = ["Subject"])]
[SecondaryIndex("Names", "TENANT#{TenantId}", "LETTER#{Number}", Projection = IndexProjection.KeysOnly)]
public partial record Letter
{
    public required string Box { get; init; }
    public required int Number { get; init; }
    public required string Status { get; init; }
    [AttributeName("subj"), Sensitive] public required string Subject { get; init; }
}

[ProjectionOf<Letter>]
public partial record LetterCard
{
    public required string Subject { get; init; }
    [NotStored] public int Width { get; init; }
}

[ProjectionOf<Letter>]
public partial record LetterName(int Number)
{
    public required string Box { get; init; }
}

[Resource("passes")]
[PrimaryKey("TENANT#{TenantId}", "PASS#{Id}")]
public partial record Pass { [TimeToLive] public DateTimeOffset? ValidUntil { get; init; } }

[ProjectionOf<Pass>]
public partial record PassCard { public required string Id { get; init; } }
