using System.ComponentModel.DataAnnotations;

namespace Community.Attendees;

/// <summary>An answer to an event.</summary>
public partial record Rsvp
{
    /// <summary>The most that one person can bring along.</summary>
    public const int MaxPlusOnes = 10;

    /// <summary>Accepted, declined, tentative or waitlist.</summary>
    public required AttendeeStatus Status { get; init; }

    /// <summary>How many the person brings along.</summary>
    [Range(0, MaxPlusOnes)]
    public int PlusOnes { get; init; }
}

/// <summary>Invites a person.</summary>
public partial record Invitation
{
    /// <summary>Whom.</summary>
    [StringLength(64, MinimumLength = 1)]
    public required string UserId { get; init; }
}

/// <summary>Invites many.</summary>
public partial record InvitationList
{
    /// <summary>Whom.</summary>
    [MinLength(1), MaxLength(100)]
    public required IReadOnlyList<string> UserIds { get; init; }
}

/// <summary>What became of each invitation, in order.</summary>
public partial record InvitationReport
{
    /// <summary>How many were invited.</summary>
    public required int Invited { get; init; }

    /// <summary>How many could not be.</summary>
    public required int Failed { get; init; }

    /// <summary>One for each person.</summary>
    public required IReadOnlyList<InvitationOutcome> Results { get; init; }
}

/// <summary>What became of an invitation.</summary>
public partial record InvitationOutcome
{
    /// <summary>Whose.</summary>
    public required string UserId { get; init; }

    /// <summary>Why it failed, such as <c>ALREADY_EXISTS</c>; null if it did not.</summary>
    public string? ErrorCode { get; init; }
}

/// <summary>Gives a person something to do.</summary>
public partial record RoleChange
{
    /// <summary>What: anything but organizer.</summary>
    public required AttendeeRole Role { get; init; }
}
