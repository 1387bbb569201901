namespace GeekCafe.DynamoDb;

/// <summary>A token that is cancelled with the caller's or when the time is over, whichever comes first.</summary>
internal sealed class AttemptTimer : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _caller;

    /// <summary>Starts the time.</summary>
    public AttemptTimer(TimeSpan time, TimeProvider clock, CancellationToken caller)
    {
        _source = new CancellationTokenSource(time, clock); // CreateLinkedTokenSource knows only the system's clock.
        _caller = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
    }

    /// <summary>The token.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Whether the time is over or the caller has cancelled.</summary>
    public bool IsOver => _source.IsCancellationRequested;

    /// <inheritdoc/>
    public void Dispose()
    {
        _caller.Dispose();
        _source.Dispose();
    }
}
