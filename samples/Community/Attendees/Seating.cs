using Community.Events;
using GeekCafe;

namespace Community.Attendees;

/// <summary>
/// Who gets a seat: from an event and an attendee as they stand to the attendee as he is to be, or why not. Nothing here reads or writes, so that a
/// transaction can ask again whenever others were faster.
/// </summary>
internal static class Seating
{
    public static Attendee Invite(Event meeting, Attendee? current, AttendeeKey key, string host)
    {
        if (current is not null) throw Refusal(new ServiceError(ErrorCode.AlreadyExists, "The person is invited already."));
        if (meeting.Status == EventStatus.Cancelled) throw Refusal("The event is cancelled.");
        return NewAttendee(meeting, key) with { InvitedBy = host };
    }

    public static Attendee Answer(Event meeting, Attendee? current, AttendeeKey key, Rsvp rsvp, DateTimeOffset now)
    {
        DemandOpen(meeting);
        var before = current ?? NewAttendee(meeting, key);
        var status = rsvp.Status is AttendeeStatus.Accepted or AttendeeStatus.Waitlist ? Place(meeting, before, rsvp) : rsvp.Status;
        return before with
        {
            Status = status,
            PlusOnes = rsvp.PlusOnes,
            AnsweredAt = now,
            WaitingSince = status == AttendeeStatus.Waitlist ? before.WaitingSince ?? now : null,
            CheckedInAt = status == AttendeeStatus.Accepted ? before.CheckedInAt : null,
        };
    }

    public static Attendee Promote(Event meeting, Attendee? current)
    {
        DemandOpen(meeting);
        if (current is null) throw Refusal(ServiceError.NotFound);
        if (current.Status != AttendeeStatus.Waitlist) throw Refusal("Only who waits for a seat can be promoted.");
        if (!Fits(meeting, current, current.PlusOnes)) throw Refusal("There are not enough free seats yet.");
        return current with { Status = AttendeeStatus.Accepted, WaitingSince = null };
    }

    public static Attendee CheckIn(Event meeting, Attendee? current, DateTimeOffset now)
    {
        DemandOpen(meeting);
        if (current is null) throw Refusal(ServiceError.NotFound);
        if (current.CheckedInAt is not null) throw Refusal("The person is checked in already.");
        if (current.Status != AttendeeStatus.Accepted) throw Refusal("Only who accepted can be checked in.");
        return current with { CheckedInAt = now };
    }

    public static Attendee GiveRole(Event meeting, Attendee? current, AttendeeKey key, AttendeeRole role, string organizer) =>
        meeting.Status == EventStatus.Cancelled ? throw Refusal("The event is cancelled.")
            : key.UserId == meeting.OrganizerId ? throw Refusal("The organizer stays the organizer.")
            : (current ?? NewAttendee(meeting, key) with { InvitedBy = organizer }) with { Role = role };

    /// <summary>A seat, or a place in the queue. Nobody overtakes those who wait.</summary>
    private static AttendeeStatus Place(Event meeting, Attendee before, Rsvp rsvp)
    {
        if (1 + rsvp.PlusOnes > meeting.Capacity) throw Refusal($"The event has {meeting.Capacity} seats in all.");
        var hasSeat = before.Status == AttendeeStatus.Accepted;
        var others = meeting.Headcount.Waiting - (before.Status == AttendeeStatus.Waitlist ? 1 : 0);
        var isFree = Fits(meeting, before, rsvp.PlusOnes) && (hasSeat || others == 0 || meeting.Capacity is null);
        if (rsvp.Status == AttendeeStatus.Waitlist) return isFree ? throw Refusal("There are free seats: accept instead.") : AttendeeStatus.Waitlist;

        // Who has a seat does not lose it by asking for more.
        if (hasSeat && !isFree) throw Refusal("There are not enough free seats for so many.");
        return isFree ? AttendeeStatus.Accepted : AttendeeStatus.Waitlist;
    }

    private static bool Fits(Event meeting, Attendee attendee, int plusOnes) =>
        meeting.Capacity is not { } capacity || meeting.Headcount.Seats - attendee.Seats + 1 + plusOnes <= capacity;

    private static void DemandOpen(Event meeting)
    {
        if (meeting.Status == EventStatus.Draft) throw Refusal("The event is not published yet.");
        if (meeting.Status == EventStatus.Cancelled) throw Refusal("The event is cancelled.");
    }

    private static Attendee NewAttendee(Event meeting, AttendeeKey key) => new()
    {
        EventId = key.EventId,
        UserId = key.UserId,
        Role = key.UserId == meeting.OrganizerId ? AttendeeRole.Organizer : AttendeeRole.Attendee,
    };

    private static ServiceException Refusal(string message) => new(ServiceError.State(message));

    private static ServiceException Refusal(ServiceError error) => new(error);
}
