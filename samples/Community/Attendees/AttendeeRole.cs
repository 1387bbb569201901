namespace Community.Attendees;

/// <summary>What a person does at an event.</summary>
public enum AttendeeRole
{
    /// <summary>Takes part.</summary>
    Attendee,
    /// <summary>Helps.</summary>
    Volunteer,
    /// <summary>Speaks.</summary>
    Speaker,
    /// <summary>Invites, promotes and checks in, as the organizer does.</summary>
    CoHost,
    /// <summary>Who made the event.</summary>
    Organizer,
}
