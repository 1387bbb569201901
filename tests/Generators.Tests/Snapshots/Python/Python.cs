namespace Shop;

[Resource("events")]
[PythonItems]
[PrimaryKey("event#{Id}", "event#{Id}", CrossTenant = true)]
[SecondaryIndex("ByOrganizer", "user#{OrganizerId}", "model#event#ts#{CreatedAt}", Index = "gsi3", CrossTenant = true)]
[SecondaryIndex("ByTenant", "tenant#{TenantId}", "date#{StartsAt}#ts#{CreatedAt}", Index = "gsi5", Route = "/events")]
public partial record Event
{
    public required string Title { get; init; }
    [SetByServer(ServerValue.UserId)] public string OrganizerId { get; init; } = "";
    [EpochSeconds] public DateTimeOffset? StartsAt { get; init; }
}
