namespace GeekCafe.DynamoDb;

/// <summary>One operation's way through its attempts: whether there is another one, and after what wait.</summary>
internal struct RetryState(RetryOptions options, RetryQuota quota, Random random)
{
    private bool _clockCorrected;
    private bool _credentialsRenewed;
    private int _lastCost;

    /// <summary>Attempts made.</summary>
    public int Attempts { get; private set; }

    /// <summary>Whether an attempt before the current one can have been carried out.</summary>
    public bool EarlierMayHaveBeenApplied { get; private set; }

    /// <summary>Counts an attempt that is about to be made.</summary>
    public void Begin() => Attempts++;

    /// <summary>A success refills the quota: with what the last retry took, or with one token.</summary>
    public readonly void Succeeded() => quota.Return(_lastCost > 0 ? _lastCost : 1);

    /// <summary>How long to wait before the next attempt, or null if there is to be none.</summary>
    /// <param name="error">How the current attempt failed.</param>
    /// <param name="remaining">What is left of the budget.</param>
    public TimeSpan? Next(DynamoError error, TimeSpan remaining)
    {
        if (!error.IsRetryable || Attempts >= options.MaxAttempts) return null;
        var isFirstOfItsKind = error.Kind switch
        {
            DynamoErrorKind.ClockSkew => !_clockCorrected && (_clockCorrected = true),
            DynamoErrorKind.ExpiredCredentials => !_credentialsRenewed && (_credentialsRenewed = true),
            _ => (bool?)null,
        };
        if (isFirstOfItsKind == false) return null; // The correction did not help; it will not help again.
        var wait = isFirstOfItsKind == true ? TimeSpan.Zero : Backoff(error.Kind);
        if (wait + options.ShortestAttempt > remaining) return null;
        if (isFirstOfItsKind is null && !TakeToken(error.Kind)) return null;
        EarlierMayHaveBeenApplied |= error.MayHaveBeenApplied;
        return wait;
    }

    private bool TakeToken(DynamoErrorKind kind)
    {
        var cost = kind == DynamoErrorKind.Timeout ? options.TimeoutCost : options.RetryCost;
        if (!quota.TryTake(cost)) return false;
        _lastCost = cost;
        return true;
    }

    // Full jitter: anything from nothing to the exponential limit, so that callers refused together do not come back together.
    private readonly TimeSpan Backoff(DynamoErrorKind kind)
    {
        var start = kind == DynamoErrorKind.Throttled ? options.ThrottledBaseDelay : options.BaseDelay;
        var limit = start.Ticks * Math.Pow(2, Attempts - 1);
        return TimeSpan.FromTicks((long)(random.NextDouble() * Math.Min(limit, options.MaxDelay.Ticks)));
    }
}
