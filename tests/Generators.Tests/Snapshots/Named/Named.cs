// Projections that are read from the keys of an item, and some that cannot be.
namespace Shop;

[Resource("letters")]
[PrimaryKey("TENANT#{TenantId}#BOX#{Box}", "LETTER#{Number}#{Box}#{Page}", Shards = 4)]
[SecondaryIndex("Names", "TENANT#{TenantId}", "LETTER#{Number}#{Box}#{Page}", Projection = IndexProjection.KeysOnly)]
[SecondaryIndex("Whole", "TENANT#{TenantId}", "LETTER#{Page}")]
[SecondaryIndex("Pages", "TENANT#{TenantId}#PAGE#{Page}", "LETTER#{Number}", Projection = IndexProjection.KeysOnly)]
public partial record Letter { public required string Box { get; init; } public required int Number { get; init; } public required int Page { get; init; } }

[ProjectionOf<Letter>]
public partial record LetterName(int Number, string Box);

[ProjectionOf<Letter>]
public partial record LetterPage { public required int Page { get; init; } }

[Resource("folders")]
[PrimaryKey("TENANT#{TenantId}", "FOLDER#{Title:lower}")]
[SecondaryIndex("Names", "TENANT#{TenantId}", "FOLDER#{Title}", Projection = IndexProjection.KeysOnly)]
public partial record Folder { public required string Title { get; init; } }

[ProjectionOf<Folder>]
public partial record FolderName(string Title);

[Resource("shelves")]
[PrimaryKey("TENANT#{TenantId}", "SHELF#{Number}")]
public partial record Shelf { public required int Number { get; init; } }

[ProjectionOf<Shelf>]
public partial record ShelfName(int Number);

[Resource("notes")]
[PrimaryKey("TENANT#{TenantId}", "NOTE#{Number}")]
[SecondaryIndex("Names", "TENANT#{TenantId}", "NOTE#{Number}", Projection = IndexProjection.KeysOnly)]
[Allow(Operation.Read, Owner = nameof(OwnerId))]
public partial record Note { public required int Number { get; init; } [SetByServer(ServerValue.UserId)] public string OwnerId { get; init; } = ""; }

[ProjectionOf<Note>]
public partial record NoteName(int Number);
