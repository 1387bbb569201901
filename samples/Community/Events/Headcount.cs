using Community.Attendees;

namespace Community.Events;

/// <summary>How many people an event has, by what they answered.</summary>
public partial record Headcount
{
    /// <summary>Invited, and have not answered.</summary>
    public int Invited { get; init; }

    /// <summary>Accepted.</summary>
    public int Accepted { get; init; }

    /// <summary>Seats taken: those who accepted, and whom they bring.</summary>
    public int Seats { get; init; }

    /// <summary>May come.</summary>
    public int Tentative { get; init; }

    /// <summary>Do not come.</summary>
    public int Declined { get; init; }

    /// <summary>Wait for a seat.</summary>
    public int Waiting { get; init; }

    /// <summary>Have come.</summary>
    public int CheckedIn { get; init; }

    /// <summary>The count after one attendee has changed; null before he was there, and after he is gone.</summary>
    internal Headcount Move(Attendee? before, Attendee? after) => Add(before, -1).Add(after, 1);

    private Headcount Add(Attendee? attendee, int by) => attendee is null ? this : this with
    {
        Invited = Invited + (attendee.Status == AttendeeStatus.Invited ? by : 0),
        Accepted = Accepted + (attendee.Status == AttendeeStatus.Accepted ? by : 0),
        Seats = Seats + (by * attendee.Seats),
        Tentative = Tentative + (attendee.Status == AttendeeStatus.Tentative ? by : 0),
        Declined = Declined + (attendee.Status == AttendeeStatus.Declined ? by : 0),
        Waiting = Waiting + (attendee.Status == AttendeeStatus.Waitlist ? by : 0),
        CheckedIn = CheckedIn + (attendee.CheckedInAt is null ? 0 : by),
    };
}
