namespace GeekCafe.Community.Tests.Access;

/// <summary>A resource without rules of its own.</summary>
[Resource("access-notes")]
[PrimaryKey("TENANT#{TenantId}#ACCESS-NOTES", "ACCESS-NOTE#{Id}")]
public partial record Note
{
    public required string Text { get; init; }
}

/// <summary>A resource for those whom it lists.</summary>
[Resource("access-rooms")]
[PrimaryKey("TENANT#{TenantId}#ACCESS-ROOMS", "ACCESS-ROOM#{Id}")]
[Allow(Operation.Read, Members = nameof(Guests))]
[Allow(Operation.Read | Operation.Update, Members = nameof(Hosts))]
[Allow(Operation.Delete | Operation.Restore, Roles = "clerk")]
public partial record Room
{
    public required string Text { get; init; }
    public IReadOnlyList<string> Guests { get; init; } = [];
    public IReadOnlySet<string> Hosts { get; init; } = new HashSet<string>();
}
