using System.ComponentModel.DataAnnotations;
using GeekCafe;

namespace Community.Attendees;

/// <summary>
/// A person at an event: invited, or having answered. One for each event and person. Only operations write it, together with the event's headcount.
/// </summary>
[Resource("attendees", Route = "/events/{eventId}/attendees", Http = Operation.Read)]
[PrimaryKey("TENANT#{TenantId}#EVENT#{EventId}", "ATTENDEE#{UserId}")]
[SecondaryIndex("ByUser", "TENANT#{TenantId}#USER#{UserId}", "ATTENDANCE#{EventId}", Route = "/users/{userId}/attendances")]
[SecondaryIndex("Waiting", "TENANT#{TenantId}#EVENT#{EventId}", "WAITING#{WaitingSince}#{UserId}", Route = "/events/{eventId}/waitlist")]
[Allow(Operation.Write)]
[Conditions]
public partial record Attendee
{
    /// <summary>Which event.</summary>
    public required string EventId { get; init; }

    /// <summary>Which person.</summary>
    public required string UserId { get; init; }

    /// <summary>What the person does there.</summary>
    public AttendeeRole Role { get; init; } = AttendeeRole.Attendee;

    /// <summary>What the person answered.</summary>
    public AttendeeStatus Status { get; init; } = AttendeeStatus.Invited;

    /// <summary>How many the person brings along.</summary>
    [Range(0, Rsvp.MaxPlusOnes)]
    public int PlusOnes { get; init; }

    /// <summary>Who invited the person; null if nobody did.</summary>
    public string? InvitedBy { get; init; }

    /// <summary>When the person answered last.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Since when the person waits for a seat; null if not waiting. Null keeps the person out of the waiting list's index.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>When the person came.</summary>
    public DateTimeOffset? CheckedInAt { get; init; }

    /// <summary>How many seats the person takes.</summary>
    public int Seats => Status == AttendeeStatus.Accepted ? 1 + PlusOnes : 0;
}
