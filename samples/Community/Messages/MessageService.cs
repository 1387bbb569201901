using GeekCafe;
using GeekCafe.Validation;

namespace Community.Messages;

/// <content>Messages are read and written by who takes part in their thread, and counted for the others in one transaction.</content>
public partial class MessageService
{
    private MessageThreadService Threads => new(Environment);

    private ParticipationService Participations => new(Environment);

    /// <summary>Posts a message to a thread.</summary>
    [HttpOperation("POST", "/threads/{threadId}/messages", Name = "create")]
    public async Task<ServiceResult<UpdateResult<Message>>> PostAsync(Caller caller, string threadId, MessageInput input, CancellationToken cancellationToken = default)
    {
        var posted = await Threads.WithParticipantsAsync(caller, threadId, (thread, transaction) =>
        {
            var now = Environment.Clock.GetUtcNow();
            var changed = transaction.Update(Threads, new MessageThreadKey(thread.Id), each => each.WithMessage(now), onlyIf: MessageThreadService.SameParticipants(thread));
            ForEach(transaction, thread, each => each.Received(changed.Pending, caller.UserId));
            return ValueTask.FromResult(Add(transaction, changed, input, caller.IdempotencyKey));
        }, cancellationToken);
        if (posted.TryGet(out var message, out var error)) return new UpdateResult<Message>(null, message);
        if (error.Code != ErrorCode.AlreadyExists || caller.IdempotencyKey is not { } key) return error;

        // Posted with that key before, by a request whose answer was lost.
        if (!(await GetByRequestKeyAsync(caller, threadId, caller.UserId, key, cancellationToken)).TryGet(out var earlier, out error)) return error;
        return earlier.Content == input.Content && earlier.Type == (input.Type ?? Message.DefaultType)
            ? new UpdateResult<Message>(null, earlier)
            : new ServiceError(ErrorCode.IdempotencyMismatch, "The Idempotency-Key was used for another message.");
    }

    /// <summary>A page of a thread's messages, oldest first. Whether the caller takes part is asked once, not for every message.</summary>
    [HttpOperation("GET", "/threads/{threadId}/messages", Name = "list")]
    public async Task<ServiceResult<Page<Message>>> ListOfThreadAsync(Caller caller, string threadId, PageRequest page, CancellationToken cancellationToken = default) =>
        (await Threads.GetAsync(caller, threadId, consistent: true, cancellationToken)).TryGet(out _, out var error)
            ? await ListAsync(caller.AsSystem("reads a thread he takes part in"), threadId, page, cancellationToken)
            : error;

    /// <summary>Deletes a message: for its sender, and for admins in the thread. Who had not read it has one less to read.</summary>
    [HttpOperation("DELETE", "/threads/{threadId}/messages/{number}", Name = "delete")]
    public async Task<ServiceResult<NoContent>> RemoveAsync(Caller caller, MessageKey key, long? ifVersion = null, CancellationToken cancellationToken = default)
    {
        var removed = await Threads.WithParticipantsAsync(caller, key.ThreadId, (thread, transaction) =>
            ValueTask.FromResult(Recount(transaction, thread, transaction.Delete(this, key, ifVersion), by: -1)), cancellationToken);
        return removed.TryGet(out _, out var error) ? new NoContent() : error;
    }

    /// <summary>Brings a deleted message back: for its sender, and for admins in the thread.</summary>
    [HttpOperation("POST", "/threads/{threadId}/messages/{number}/restore", Name = "restore")]
    public Task<ServiceResult<Message>> BringBackAsync(Caller caller, MessageKey key, long? ifVersion = null, CancellationToken cancellationToken = default) =>
        Threads.WithParticipantsAsync(caller, key.ThreadId, (thread, transaction) =>
            ValueTask.FromResult(Recount(transaction, thread, transaction.Restore(this, key, ifVersion), by: 1)), cancellationToken);

    /// <summary>Adds a thread's newest message to the transaction that counts it.</summary>
    internal TransactionEntry<Message> Add(ServiceTransaction transaction, TransactionEntry<MessageThread> thread, MessageInput input, string? requestKey = null) =>
        transaction.Create(this, input, each => each with
        {
            ThreadId = thread.Pending.Id,
            Number = thread.Pending.LastNumber,
            SentAt = thread.Pending.LastMessageAt ?? each.SentAt,
            RequestKey = requestKey,
        }).AsSystem("posts to a thread that lets him");

    /// <inheritdoc/>
    protected override async ValueTask<bool> AuthorizeAsync(Caller caller, Operation operation, Message resource, CancellationToken cancellationToken) =>
        operation != Operation.Read || (await Threads.GetAsync(caller, resource.ThreadId, consistent: true, cancellationToken)).IsSuccess;

    /// <inheritdoc/>
    protected override ValueTask ValidateAsync(Caller caller, Message next, Message? current, ValidationErrors errors, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(next.Content)) errors.Add("content", "must not be blank");
        return ValueTask.CompletedTask;
    }

    /// <summary>Counts a message that goes or comes back, unless it already had.</summary>
    private TransactionEntry<Message> Recount(ServiceTransaction transaction, MessageThread thread, TransactionEntry<Message> message, int by)
    {
        int Change() => (message.Before is null) == (message.After is null) ? 0 : by;
        transaction.Update(Threads, new MessageThreadKey(thread.Id), each => each with { MessageCount = each.MessageCount + Change() }, onlyIf: MessageThreadService.SameParticipants(thread));
        ForEach(transaction, thread, each => each.Counted(message.Pending, Change()));
        return message;
    }

    private void ForEach(ServiceTransaction transaction, MessageThread thread, Func<Participation, Participation> change)
    {
        foreach (var userId in thread.ParticipantIds)
        {
            transaction.Update(Participations, new ParticipationKey(thread.Id, userId), change).AsSystem("tells participants of a thread");
        }
    }
}
