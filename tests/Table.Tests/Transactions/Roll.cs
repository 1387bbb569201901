namespace GeekCafe.Table.Tests.Transactions;

/// <summary>A roll of numbered slips: it knows the number of the last one.</summary>
[Resource("transactions-rolls")]
[PrimaryKey("TENANT#{TenantId}#ROLL#{Name}", "ROLL")]
[Allow(Operation.Update | Operation.Delete, Anyone = true)]
public partial record Roll
{
    [CreateOnly] public required string Name { get; init; }
    [SetByServer] public long Last { get; init; }
}

/// <summary>A slip. Nobody but code that knows its number makes one.</summary>
[Resource("transactions-slips")]
[PrimaryKey("TENANT#{TenantId}#ROLL#{Roll}", "SLIP#{Number}")]
[Allow(Operation.Create)]
[Allow(Operation.Delete | Operation.Restore, Roles = "admin")]
public partial record Slip
{
    [System.ComponentModel.DataAnnotations.StringLength(10)] public required string Text { get; init; }
    [SetByServer] public string Roll { get; init; } = "";
    [SetByServer] public long Number { get; init; }
    [SetByServer(ServerValue.UserId)] public string Writer { get; init; } = "";
}
