namespace Community.Attendees;

/// <summary>What a person answered.</summary>
public enum AttendeeStatus
{
    /// <summary>Nothing yet.</summary>
    Invited,
    /// <summary>Comes, and has a seat.</summary>
    Accepted,
    /// <summary>Does not come.</summary>
    Declined,
    /// <summary>May come. Has no seat.</summary>
    Tentative,
    /// <summary>Wants to come, and waits for a seat.</summary>
    Waitlist,
}
