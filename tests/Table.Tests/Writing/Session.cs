namespace GeekCafe.Table.Tests.Writing;

/// <summary>A session that ends by itself; deleted ones are removed after a week.</summary>
[Resource("writing-sessions", PurgeAfterDays = 7)]
[PrimaryKey("TENANT#{TenantId}#WRITING-SESSIONS", "WRITING-SESSION#{Name}")]
public partial record Session
{
    public required string Name { get; init; }

    [TimeToLive] public DateTimeOffset? ValidUntil { get; init; }

    [Unique] public string? Token { get; init; }

    public int Hits { get; init; }
}
