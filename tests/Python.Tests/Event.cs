namespace GeekCafe.Python.Tests;

public enum Visibility { Public, Private, MembersOnly }

/// <summary>The Python SDK's event, declared over its own keys.</summary>
[Resource("events")]
[PythonItems]
[PrimaryKey("event#{Id}", "event#{Id}", CrossTenant = true)]
[SecondaryIndex("ByOrganizer", "user#{OrganizerId}", "model#event#ts#{CreatedAt}", Index = "gsi1", CrossTenant = true)]
[SecondaryIndex("ByGroup", "group#{GroupId}", "ts#{CreatedAt}", Index = "gsi2", CrossTenant = true)]
[SecondaryIndex("ByVisibility", "visibility#{Visibility}", "ts#{CreatedAt}", Index = "gsi3", CrossTenant = true)]
[SecondaryIndex("Upcoming", "event#date", "date#{DateTimestamp}#ts#{CreatedAt}", Index = "gsi4", CrossTenant = true)]
[SecondaryIndex("ByTenant", "tenant#{TenantId}", "model#event#ts#{CreatedAt}", Index = "gsi5", Route = "/events")]
[SecondaryIndex("Everywhere", "event#all", "ts#{CreatedAt}", Index = "gsi6", CrossTenant = true)]
public partial record Event
{
    public required string Title { get; init; }

    /// <summary>ISO 8601, as the Python SDK keeps it.</summary>
    public required string Date { get; init; }

    public string? Description { get; init; }

    public Visibility Visibility { get; init; } = Visibility.Public;

    public string? GroupId { get; init; }

    public IReadOnlyList<string> InvitedGuests { get; init; } = [];

    [SetByServer(ServerValue.UserId)]
    public string OrganizerId { get; init; } = "";

    [SetByServer(ServerValue.UserId)]
    public string UserId { get; init; } = "";

    public bool IsDraft { get; init; }

    [EpochSeconds]
    [AttributeName("end_utc_ts")]
    public DateTimeOffset? EndsAt { get; init; }

    public DateTimeOffset? DateTimestamp =>
        DateTimeOffset.TryParse(Date, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var date) ? date : null;
}

/// <summary>The Python SDK's guest list: items of a partition that begins with the event's own key.</summary>
[Resource("attendees", Route = "/events/{eventId}/attendees")]
[PythonItems(ModelName = "event_attendee")]
[PrimaryKey("event#{EventId}", "attendee#{UserId}", CrossTenant = true)]
[Allow(Operation.All, Roles = "admin")]
[Allow(Operation.Create | Operation.Read | Operation.Update | Operation.Delete | Operation.Restore, Owner = nameof(UserId))]
public partial record Attendee
{
    [CreateOnly]
    public required string EventId { get; init; }

    [SetByServer(ServerValue.UserId)]
    public string UserId { get; init; } = "";

    public string RsvpStatus { get; init; } = "invited";

    public int PlusOneCount { get; init; }
}

/// <summary>Keeps what it hears of changes, whoever made them.</summary>
public partial class EventService
{
    public List<StreamChange<Event>> Heard { get; } = [];

    protected override ValueTask OnChangeAsync(StreamChange<Event> change, CancellationToken cancellationToken)
    {
        lock (Heard) Heard.Add(change);
        return ValueTask.CompletedTask;
    }
}
