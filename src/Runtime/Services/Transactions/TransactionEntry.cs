using GeekCafe.DynamoDb;

namespace GeekCafe;

/// <summary>What a transaction is to do with one resource.</summary>
public abstract class TransactionEntry
{
    private protected TransactionEntry()
    {
    }

    /// <summary>Why the transaction failed because of this entry. Null: not because of it, or not at all, or not committed yet.</summary>
    public ServiceError? Error { get; internal set; }

    /// <summary>Why the entry is background work; null when it is the caller's own.</summary>
    private protected string? Reason { get; set; }

    /// <summary>In whose name the entry is made.</summary>
    internal Caller For(Caller author) => Reason is null ? author : author.AsSystem(Reason);

    /// <summary>How the transaction ended; null before.</summary>
    internal TransactionResult? Outcome { get; set; }

    /// <summary>The item the entry has to know, to be read before each try; null when there is none.</summary>
    internal abstract ItemRead? Ask(Caller caller, int position);

    /// <summary>Takes what was read as what the entry begins with.</summary>
    internal virtual void Look()
    {
    }

    /// <summary>The item the entry would have written, to be read afterwards; null when there is none.</summary>
    internal abstract ItemRead? Trace();

    /// <summary>Whether what was read was last written under the token.</summary>
    internal abstract bool Bears(string token);

    /// <summary>Runs the service's checks and hooks, and makes what is to be written.</summary>
    /// <returns>Why it cannot be, or null.</returns>
    internal abstract ValueTask<ServiceError?> PrepareAsync(Caller caller, int position, CancellationToken cancellationToken);

    /// <summary>Adds the entry's actions.</summary>
    internal abstract void Write(TransactionActions actions);

    /// <summary>What a failed condition of the entry's own item means; null when reading again will tell.</summary>
    internal abstract ServiceError? Refused(ReadOnlyMemory<byte> reason);

    /// <summary>Takes what stands there as the entry's result: an earlier commit under the same key wrote it.</summary>
    /// <returns>Why it cannot be that, or null.</returns>
    internal abstract ValueTask<ServiceError?> RecogniseAsync(Caller caller, CancellationToken cancellationToken);

    /// <summary>Runs the hooks that follow a write.</summary>
    internal abstract ValueTask AfterAsync(Caller caller, CancellationToken cancellationToken);
}

/// <summary>An entry and its result: the resource as the transaction stores it.</summary>
/// <typeparam name="TResource">The resource.</typeparam>
public abstract class TransactionEntry<TResource> : TransactionEntry where TResource : class
{
    private protected TransactionEntry()
    {
    }

    /// <summary>
    /// The resource as it is after the transaction; for a check, as it was read. When the transaction failed, the entry's own error if it has
    /// one, else the transaction's.
    /// </summary>
    /// <exception cref="InvalidOperationException">The transaction is not committed yet.</exception>
    public ServiceResult<TResource> Result => Outcome switch
    {
        null => throw new InvalidOperationException("The transaction is not committed yet."),
        { Error: { } error } => Error ?? error,
        _ => Error is { } own ? own : Value!, // Done by an earlier commit, and gone since.
    };

    /// <summary>
    /// Lets the entry pass the access rules of its resource: it follows from another entry whose rules decide. See <see cref="Caller.AsSystem"/>.
    /// </summary>
    /// <param name="reason">What for; appears in logs.</param>
    /// <exception cref="ArgumentException">No reason is given.</exception>
    public TransactionEntry<TResource> AsSystem(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        Reason = reason;
        return this;
    }

    /// <summary>
    /// The resource as it is before the transaction; null when there is none, or a deleted one. Known to the changes of all entries, for reading comes
    /// first, and may be another in each try.
    /// </summary>
    public TResource? Before { get; private protected set; }

    /// <summary>The resource as it is after the transaction; null when it is deleted. Known to the changes of entries that were added after this one.</summary>
    public TResource? After { get; private protected set; }

    /// <summary>
    /// The resource as the try that is being made would leave it: for the changes of entries after this one. Nothing of it is stored yet.
    /// </summary>
    /// <exception cref="InvalidOperationException">The entry's turn has not come.</exception>
    public TResource Pending => Value ?? throw new NotPendingException();

    /// <summary>What the entry leaves behind.</summary>
    private protected TResource? Value { get; set; }
}

/// <summary>An entry was asked for what it leaves behind before its turn, or although it failed.</summary>
internal sealed class NotPendingException() : InvalidOperationException("Only changes of entries after this one know what it leaves behind.");
