namespace GeekCafe.DynamoDb;

/// <summary>On whose behalf a table is asked, and until when.</summary>
/// <param name="TenantId">The tenant whose items may come back; others are withheld.</param>
/// <param name="Deadline">When the invocation ends. Null: only the client's budget counts. UTC.</param>
/// <param name="CancellationToken">The caller's cancellation.</param>
public readonly record struct TableCall(string TenantId, DateTimeOffset? Deadline, CancellationToken CancellationToken)
{
    /// <summary>A call on a caller's behalf.</summary>
    public static TableCall For(Caller caller, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return new TableCall(caller.TenantId, caller.Deadline, cancellationToken);
    }
}
