using Community.Events;
using GeekCafe;
using GeekCafe.DynamoDb;
using GeekCafe.Validation;

namespace Community.Attendees;

/// <content>Inviting, answering, and who may do what. Each attendee is written together with the event's headcount: both or neither.</content>
public partial class AttendeeService
{
    private const string Counting = "keeps the headcount";

    // Made when it is needed: it holds this service in turn.
    private EventService Events => new(Environment);

    /// <summary>Invites a person.</summary>
    /// <param name="caller">A host.</param>
    /// <param name="eventId">To which event.</param>
    /// <param name="invitation">Whom.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpOperation("POST", "/events/{eventId}/attendees", Name = "invite")]
    public async Task<ServiceResult<UpdateResult<Attendee>>> InviteAsync(
        Caller caller, string eventId, Invitation invitation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        var refusal = await HostRefusalAsync(caller, eventId, cancellationToken);
        return refusal is null ? await InviteAsync(caller, new AttendeeKey(eventId, invitation.UserId), cancellationToken) : refusal;
    }

    /// <summary>Invites many, each by himself: who cannot be invited keeps no other from it.</summary>
    /// <param name="caller">A host.</param>
    /// <param name="eventId">To which event.</param>
    /// <param name="invitations">Whom.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpOperation("POST", "/events/{eventId}/invitations")]
    public async Task<ServiceResult<InvitationReport>> InviteManyAsync(
        Caller caller, string eventId, InvitationList invitations, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(invitations);
        if (invitations.UserIds is not { Count: > 0 and <= 100 }) return ServiceError.Invalid("userIds", "must have 1 to 100 elements");
        if (await HostRefusalAsync(caller, eventId, cancellationToken) is { } refusal) return refusal;
        var outcomes = new List<InvitationOutcome>();
        foreach (var userId in invitations.UserIds)
        {
            // One after the other: all of them move the same headcount.
            var result = await InviteAsync(caller, new AttendeeKey(eventId, userId), cancellationToken);
            outcomes.Add(new InvitationOutcome { UserId = userId, ErrorCode = result.Error?.Code.WireName() });
        }

        var failed = outcomes.Count(static each => each.ErrorCode is not null);
        return new InvitationReport { Invited = outcomes.Count - failed, Failed = failed, Results = outcomes };
    }

    /// <summary>Answers an event. Whoever accepts gets a seat, or waits for one: the answer says which.</summary>
    /// <param name="caller">The person; or a host, for others.</param>
    /// <param name="key">Who answers which event.</param>
    /// <param name="rsvp">The answer.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpOperation("POST", "/events/{eventId}/attendees/{userId}/rsvp")]
    public async Task<ServiceResult<Attendee>> RsvpAsync(Caller caller, AttendeeKey key, Rsvp rsvp, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(rsvp);
        if (rsvp.Status == AttendeeStatus.Invited) return ServiceError.Invalid("status", "must be accepted, declined, tentative or waitlist");
        if (await RefusalAsync(caller, key, rsvp.Status == AttendeeStatus.Declined, cancellationToken) is { } refusal) return refusal;
        return After(await MoveAsync(caller, key, (meeting, current) => Seating.Answer(meeting, current, key, rsvp, Environment.Clock.GetUtcNow()), cancellationToken));
    }

    /// <summary>Gives a seat to a person who waits for one.</summary>
    /// <param name="caller">A host.</param>
    /// <param name="key">Who waits for which event.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpOperation("POST", "/events/{eventId}/attendees/{userId}/promote")]
    public async Task<ServiceResult<Attendee>> PromoteAsync(Caller caller, AttendeeKey key, CancellationToken cancellationToken = default) =>
        await HostRefusalAsync(caller, key.EventId, cancellationToken) is { } refusal
            ? refusal
            : After(await MoveAsync(caller, key, Seating.Promote, cancellationToken));

    /// <summary>Notes that a person has come.</summary>
    /// <param name="caller">A host.</param>
    /// <param name="key">Who has come to which event.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpOperation("POST", "/events/{eventId}/attendees/{userId}/check-in")]
    public async Task<ServiceResult<Attendee>> CheckInAsync(Caller caller, AttendeeKey key, CancellationToken cancellationToken = default) =>
        await HostRefusalAsync(caller, key.EventId, cancellationToken) is { } refusal
            ? refusal
            : After(await MoveAsync(caller, key, (meeting, current) => Seating.CheckIn(meeting, current, Environment.Clock.GetUtcNow()), cancellationToken));

    /// <summary>Makes a person co-host, speaker, volunteer or plain attendee; who is not invited yet is.</summary>
    /// <param name="caller">The organizer, or an admin.</param>
    /// <param name="key">Who, at which event.</param>
    /// <param name="change">What the person is to be.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpOperation("PUT", "/events/{eventId}/attendees/{userId}/role")]
    public async Task<ServiceResult<Attendee>> GiveRoleAsync(Caller caller, AttendeeKey key, RoleChange change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (change.Role == AttendeeRole.Organizer) return ServiceError.Invalid("role", "must be attendee, volunteer, speaker or coHost");
        var found = await Events.GetAsync(caller, key.EventId, consistent: true, cancellationToken);
        if (!found.TryGet(out var meeting, out var error)) return error;
        if (!meeting.IsRunBy(caller)) return ServiceError.AccessDenied;
        return After(await MoveAsync(caller, key, (stands, current) => Seating.GiveRole(stands, current, key, change.Role, caller.UserId), cancellationToken));
    }

    /// <summary>Takes a person off an event; removing who is removed changes nothing. Whoever was removed can be invited again.</summary>
    /// <param name="caller">The person; or a host.</param>
    /// <param name="key">Who, at which event.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpOperation("DELETE", "/events/{eventId}/attendees/{userId}", Name = "delete")]
    public async Task<ServiceResult<NoContent>> RemoveAsync(Caller caller, AttendeeKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (await RefusalAsync(caller, key, isLeaving: true, cancellationToken) is { } refusal) return refusal;
        var transaction = new ServiceTransaction(Environment, caller);
        var attendee = transaction.Delete(this, key).AsSystem(Counting);
        transaction.Update(Events, new EventKey(key.EventId), each => each with { Headcount = each.Headcount.Move(attendee.Before, null) }).AsSystem(Counting);
        var result = await transaction.CommitAsync(cancellationToken);
        return result.IsSuccess ? new NoContent() : result.Error;
    }

    /// <summary>Who is invited to an event, or has answered.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="eventId">Which event.</param>
    /// <param name="page">Which page.</param>
    /// <param name="status">Only those who answered so. Null: all.</param>
    /// <param name="role">Only those who do that. Null: all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpOperation("GET", "/events/{eventId}/attendees", Name = "list")]
    public Task<ServiceResult<Page<Attendee>>> ListOfEventAsync(Caller caller, string eventId, PageRequest page,
        AttendeeStatus? status = null, AttendeeRole? role = null, CancellationToken cancellationToken = default) =>
        ListAsync(caller, eventId, Filter.All(status is { } answered ? AttendeeFilter.Status.Is(answered) : null, role is { } does ? AttendeeFilter.Role.Is(does) : null), page, cancellationToken);

    /// <inheritdoc/>
    protected override ValueTask ValidateAsync(Caller caller, Attendee next, Attendee? current, ValidationErrors errors, CancellationToken cancellationToken)
    {
        if (!Identifier.IsValid(next.UserId)) errors.Add("userId", "must be 1 to 64 of A-Z a-z 0-9 _ -");
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async ValueTask<bool> AuthorizeAsync(Caller caller, Operation operation, Attendee resource, CancellationToken cancellationToken) =>
        operation != Operation.Read || (await AuthorizeReadsAsync(caller, [resource], cancellationToken))[0];

    /// <summary>Oneself, and all attendees of an event that one can read.</summary>
    protected override async ValueTask<IReadOnlyList<bool>> AuthorizeReadsAsync(Caller caller, IReadOnlyList<Attendee> resources, CancellationToken cancellationToken)
    {
        EventKey[] others = [.. resources.Where(each => each.UserId != caller.UserId).Select(static each => new EventKey(each.EventId)).Distinct()];
        var events = await Events.BatchGetAsync(caller, others, cancellationToken);
        if (events.FirstOrDefault(static each => each.Error is { Code: not ErrorCode.NotFound }) is { Error: { } failure }) throw new ServiceException(failure);
        var readable = others.Where((_, i) => events[i].IsSuccess).Select(static each => each.Id).ToHashSet();
        return [.. resources.Select(each => each.UserId == caller.UserId || readable.Contains(each.EventId))];
    }

    private Task<ServiceResult<UpdateResult<Attendee>>> InviteAsync(Caller caller, AttendeeKey key, CancellationToken cancellationToken) =>
        MoveAsync(caller, key, (meeting, current) => Seating.Invite(meeting, current, key, caller.UserId), cancellationToken);

    /// <summary>Changes an attendee and the headcount together, however many do so at once: again with what stands there while others are faster.</summary>
    private async Task<ServiceResult<UpdateResult<Attendee>>> MoveAsync(
        Caller caller, AttendeeKey key, Func<Event, Attendee?, Attendee> move, CancellationToken cancellationToken)
    {
        var transaction = new ServiceTransaction(Environment, caller);
        TransactionEntry<Event>? meeting = null;
        var attendee = transaction.Put(this, key, current => move(meeting!.Before ?? throw new ServiceException(ServiceError.NotFound), current)).AsSystem(Counting);
        meeting = transaction.Update(Events, new EventKey(key.EventId), each => each with { Headcount = each.Headcount.Move(attendee.Before, attendee.After) }).AsSystem(Counting);
        var result = await transaction.CommitAsync(cancellationToken);
        return result.IsSuccess ? new UpdateResult<Attendee>(attendee.Before, attendee.Result.Data) : result.Error;
    }

    private static ServiceResult<Attendee> After(ServiceResult<UpdateResult<Attendee>> result) => result.TryGet(out var moved, out var error) ? moved.After : error;

    /// <summary>Why the caller may not act for the attendee: himself he may, if he can read the event, and for others as a host.</summary>
    private async ValueTask<ServiceError?> RefusalAsync(Caller caller, AttendeeKey key, bool isLeaving, CancellationToken cancellationToken)
    {
        if (key.UserId != caller.UserId) return await HostRefusalAsync(caller, key.EventId, cancellationToken);
        var error = (await Events.GetAsync(caller, key.EventId, consistent: true, cancellationToken)).Error;
        if (!isLeaving || error?.Code != ErrorCode.NotFound) return error;

        // Whoever no longer sees the event, having left its group, gives back the seat all the same.
        return (await GetAsync(caller, key, consistent: true, cancellationToken)).Error;
    }

    /// <summary>Why the caller may not do what hosts do; null for the organizer, co-hosts and admins.</summary>
    private async ValueTask<ServiceError?> HostRefusalAsync(Caller caller, string eventId, CancellationToken cancellationToken)
    {
        var found = await Events.GetAsync(caller, eventId, consistent: true, cancellationToken);
        if (!found.TryGet(out var meeting, out var error)) return error;
        if (meeting.IsRunBy(caller)) return null;
        var own = await GetAsync(caller, new AttendeeKey(eventId, caller.UserId), consistent: true, cancellationToken);
        if (own.TryGet(out var host, out error)) return host.Role == AttendeeRole.CoHost ? null : ServiceError.AccessDenied;
        return error.Code == ErrorCode.NotFound ? ServiceError.AccessDenied : error;
    }
}
