namespace GeekCafe.Benchmarks;

/// <summary>The canned item as a resource of ours: nine members beside those every resource has.</summary>
[Resource("meetups")]
[PrimaryKey("TENANT#{TenantId}", "MEETUP#{Id}")]
public partial record Meetup
{
    public required string Title { get; init; }
    public required string Description { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public int Capacity { get; init; }
    public decimal Price { get; init; }
    public bool IsPublic { get; init; }
    public MeetupStatus Status { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];
    [SetByServer(ServerValue.UserId)] public string OrganizerId { get; init; } = "";
}

public enum MeetupStatus
{
    Draft,
    Published,
    Cancelled,
}
