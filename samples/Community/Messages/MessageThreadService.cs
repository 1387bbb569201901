using Community.Users;
using GeekCafe;
using GeekCafe.DynamoDb;
using GeekCafe.Validation;

namespace Community.Messages;

/// <content>The rules of threads beyond those declared, and what is written together with them.</content>
public partial class MessageThreadService
{
    /// <summary>How often a page of somebody's threads is filled up, as for any list.</summary>
    private const int MaxQueries = 10;

    private ParticipationService Participations => new(Environment);

    /// <summary>Begins a thread, with the states of its participants and the first message, all or nothing.</summary>
    [HttpOperation("POST", "/threads", Name = "create")]
    public async Task<ServiceResult<UpdateResult<MessageThread>>> StartAsync(Caller caller, NewThread start, CancellationToken cancellationToken = default)
    {
        var (now, count) = (Environment.Clock.GetUtcNow(), start.InitialMessage is null ? 0 : 1);
        var participants = start.Participants.Any(each => each.UserId == caller.UserId)
            ? start.Participants
            : [new Participant { UserId = caller.UserId, Role = "owner" }, .. start.Participants];

        var transaction = new ServiceTransaction(Environment, caller) { IdempotencyKey = caller.IdempotencyKey };
        var input = new MessageThreadInput { Subject = start.Subject, Type = start.Type, EventId = start.EventId };
        var thread = transaction.Create(this, input, each => each with
        {
            ParticipantIds = [.. participants.Select(static each => each.UserId)],
            LastNumber = count,
            MessageCount = count,
            LastMessageAt = count == 0 ? null : now,
        });
        if (start.InitialMessage is not null) new MessageService(Environment).Add(transaction, thread, new() { Content = start.InitialMessage });
        foreach (var participant in participants.DistinctBy(static each => each.UserId))
        {
            var unread = participant.UserId == caller.UserId ? 0 : count;
            transaction.Create(Participations, new(), each => each.Joined(thread.Pending, participant) with { LastReadNumber = count - unread, Unread = unread })
                .AsSystem("takes part in a new thread");
        }

        await transaction.CommitAsync(cancellationToken);
        return thread.Result.TryGet(out var created, out var error) ? new UpdateResult<MessageThread>(null, created) : error;
    }

    /// <summary>The caller's own threads.</summary>
    [HttpOperation("GET", "/threads", Name = "list", Descending = true)]
    public Task<ServiceResult<Page<UserThread>>> ListOwnAsync(
        Caller caller, PageRequest page, bool archived = false, ThreadType? type = null, CancellationToken cancellationToken = default) =>
        ListOfUserAsync(caller, caller.UserId, page, archived, type, cancellationToken);

    /// <summary>The threads of a user, those with the newest activity first: for himself.</summary>
    [HttpOperation("GET", "/users/{userId}/threads", Descending = true)]
    public async Task<ServiceResult<Page<UserThread>>> ListOfUserAsync(
        Caller caller, string userId, PageRequest page, bool archived = false, ThreadType? type = null, CancellationToken cancellationToken = default)
    {
        if (userId != caller.UserId && !caller.IsSystem) return ServiceError.AccessDenied;
        var (shown, limit, next) = (new List<UserThread>(), page.Limit == 0 ? PageRequest.DefaultLimit : page.Limit, page);
        for (var tries = 0; tries < MaxQueries; tries++)
        {
            var listed = await Participations.ListByUserAsync(caller, userId, archived, next with { Limit = limit - shown.Count }, cancellationToken);
            if (!listed.TryGet(out var states, out var error)) return error;
            var threads = await BatchGetAsync(caller, [.. states.Items.Select(static each => new MessageThreadKey(each.ThreadId))], cancellationToken);
            if (threads.FirstOrDefault(static each => each.Error is { Code: not ErrorCode.NotFound }).Error is { } failure) return failure;

            // A thread that was deleted is in nobody's list, nor one that the user has just left: the page is filled from what follows.
            shown.AddRange(threads.Zip(states.Items).Where(each => each.First.IsSuccess && (type is null || each.First.Data.Type == type))
                .Select(static each => UserThread.Of(each.First.Data, each.Second)));
            next = next with { Cursor = states.Cursor };
            if (states.Cursor is null || shown.Count == limit) break;
        }

        return new Page<UserThread>(shown, next.Cursor);
    }

    /// <summary>Puts a thread away, in the caller's own list.</summary>
    [HttpOperation("POST", "/threads/{id}/archive")]
    public Task<ServiceResult<UserThread>> ArchiveAsync(Caller caller, MessageThreadKey key, CancellationToken cancellationToken = default) =>
        ChangeOwnAsync(caller, key, static own => own with { IsArchived = true }, null, cancellationToken);

    /// <summary>Takes a thread back into the caller's own list.</summary>
    [HttpOperation("POST", "/threads/{id}/unarchive")]
    public Task<ServiceResult<UserThread>> UnarchiveAsync(Caller caller, MessageThreadKey key, CancellationToken cancellationToken = default) =>
        ChangeOwnAsync(caller, key, static own => own with { IsArchived = false }, null, cancellationToken);

    /// <summary>Marks all messages as read by the caller; with <paramref name="upTo"/> only if that is the newest one's number, else ConditionFailed.</summary>
    [HttpOperation("POST", "/threads/{id}/read")]
    public Task<ServiceResult<UserThread>> ReadAsync(Caller caller, MessageThreadKey key, long? upTo = null, CancellationToken cancellationToken = default) =>
        ChangeOwnAsync(caller, key, static own => own.Read(), upTo is { } seen ? ParticipationFilter.LastNumber.Is(seen) : null, cancellationToken);

    /// <summary>Who takes part, and as what.</summary>
    [HttpOperation("GET", "/threads/{id}/participants")]
    public async Task<ServiceResult<Page<Participant>>> ListParticipantsAsync(Caller caller, MessageThreadKey key, PageRequest page, CancellationToken cancellationToken = default)
    {
        if (!(await GetAsync(caller, key, cancellationToken: cancellationToken)).TryGet(out var thread, out var error)) return error;
        var listed = await Participations.ListAsync(caller.AsSystem("shows who takes part"), thread.Id, ParticipationFilter.LeftAt.IsNull(), page, cancellationToken);
        return listed.TryGet(out var found, out error)
            ? new Page<Participant>([.. found.Items.Select(static each => new Participant { UserId = each.UserId, Role = each.Role })], found.Cursor)
            : error;
    }

    /// <summary>Adds a participant: any participant may. To him the messages that are there count as read.</summary>
    [HttpOperation("POST", "/threads/{id}/participants")]
    public Task<ServiceResult<MessageThread>> AddParticipantAsync(Caller caller, MessageThreadKey key, Participant participant, CancellationToken cancellationToken = default) =>
        WithParticipantsAsync(caller, key, async (thread, transaction) =>
        {
            if (thread.ParticipantIds.Contains(participant.UserId)) return transaction.Check(this, key);
            var changed = transaction.Update(this, key, each => each.With(participant.UserId), onlyIf: SameParticipants(thread));

            // Whoever left has a state still.
            var own = new ParticipationKey(thread.Id, participant.UserId);
            var left = await Participations.GetAsync(caller.AsSystem("adds a participant"), own, consistent: true, cancellationToken);
            var state = left.IsSuccess
                ? transaction.Update(Participations, own, each => each.Joined(changed.Pending, participant))
                : transaction.Create(Participations, new(), each => each.Joined(changed.Pending, participant));
            state.AsSystem("takes part in a thread");
            return changed;
        }, cancellationToken);

    /// <summary>Removes a participant: himself, or by who began the thread or an admin in it. The last one stays.</summary>
    [HttpOperation("DELETE", "/threads/{id}/participants/{userId}")]
    public async Task<ServiceResult<MessageThread>> RemoveParticipantAsync(Caller caller, MessageThreadKey key, string userId, CancellationToken cancellationToken = default)
    {
        if (!(await GetAsync(caller, key, consistent: true, cancellationToken)).TryGet(out var found, out var error)) return error;
        if (userId != caller.UserId && found.CreatedBy != caller.UserId && !caller.HasRole(Role.Admin)) return ServiceError.AccessDenied;
        return await WithParticipantsAsync(caller, key, (thread, transaction) =>
        {
            if (!thread.ParticipantIds.Contains(userId)) return ValueTask.FromResult(transaction.Check(this, key));
            var changed = transaction.Update(this, key, each => each.Without(userId), onlyIf: SameParticipants(thread));
            transaction.Update(Participations, new(thread.Id, userId), each => each with { LeftAt = changed.Pending.UpdatedAt }).AsSystem("leaves a thread");
            return ValueTask.FromResult(changed);
        }, cancellationToken);
    }

    /// <summary>
    /// Writes what concerns all participants of a thread as they are when it is written: if one comes or goes meanwhile, it begins anew.
    /// </summary>
    /// <param name="caller">Who writes; he must take part.</param>
    /// <param name="key">Which thread.</param>
    /// <param name="write">Adds what to write, on the condition of <see cref="SameParticipants"/>, and says whose result is wanted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal async Task<ServiceResult<T>> WithParticipantsAsync<T>(Caller caller, MessageThreadKey key,
        Func<MessageThread, ServiceTransaction, ValueTask<TransactionEntry<T>>> write, CancellationToken cancellationToken) where T : class
    {
        while (true)
        {
            if (!(await GetAsync(caller, key, consistent: true, cancellationToken)).TryGet(out var thread, out var error)) return error;
            var transaction = new ServiceTransaction(Environment, caller);
            var entry = await write(thread, transaction);
            var result = await transaction.CommitAsync(cancellationToken);
            if (result.Error is not { Code: ErrorCode.ConditionFailed }) return entry.Result;
        }
    }

    /// <summary>That a thread has the participants it had.</summary>
    internal static Filter<MessageThread> SameParticipants(MessageThread thread) => MessageThreadFilter.ParticipantsVersion.Is(thread.ParticipantsVersion);

    /// <inheritdoc/>
    protected override ValueTask ValidateAsync(Caller caller, MessageThread next, MessageThread? current, ValidationErrors errors, CancellationToken cancellationToken)
    {
        var ids = next.ParticipantIds;
        if (!ids.All(static id => Identifier.IsValid(id)) || ids.Distinct().Count() < ids.Count) errors.Add("participantIds", "must be different user ids");
        if (next.Type == ThreadType.Direct && ids.Count != 2) errors.Add("participantIds", "of a direct thread are two, who stay the same");
        if (next.Type == ThreadType.Event != next.EventId is not null) errors.Add("eventId", "is given of threads of type event, and of no others");
        return ValueTask.CompletedTask;
    }

    private async Task<ServiceResult<UserThread>> ChangeOwnAsync(Caller caller, MessageThreadKey key, Func<Participation, Participation> change,
        Filter<Participation>? onlyIf, CancellationToken cancellationToken)
    {
        if (!(await GetAsync(caller, key, cancellationToken: cancellationToken)).TryGet(out var thread, out var error)) return error;
        var changed = await Participations.UpdateAsync(caller, new ParticipationKey(thread.Id, caller.UserId), change, onlyIf: onlyIf, cancellationToken: cancellationToken);
        return changed.TryGet(out var own, out error) ? UserThread.Of(thread, own) : error;
    }
}
