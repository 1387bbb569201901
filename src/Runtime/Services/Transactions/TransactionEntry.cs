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

    /// <summary>How the transaction ended; null before.</summary>
    internal TransactionResult? Outcome { get; set; }

    /// <summary>The item the entry has to know, to be read before each try; null when there is none.</summary>
    internal abstract ItemRead? Ask(Caller caller, int position);

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
        _ => Error is { } own ? own : Value!, // Done earlier, and gone since.
    };

    /// <summary>
    /// The resource as it is before the transaction; null when there is none, or a deleted one. Known to the changes of entries that were added after
    /// this one, and may be another in each try.
    /// </summary>
    public TResource? Before { get; private protected set; }

    /// <summary>The resource as it is after the transaction; null when it is deleted. Known as <see cref="Before"/> is.</summary>
    public TResource? After { get; private protected set; }

    /// <summary>What the entry leaves behind.</summary>
    private protected TResource? Value { get; set; }
}
