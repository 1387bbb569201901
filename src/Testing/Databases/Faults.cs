using GeekCafe.DynamoDb;

namespace GeekCafe.Testing;

/// <summary>The ways a request goes wrong in the field.</summary>
public static class Faults
{
    /// <summary>No connection: the request never leaves, and says so.</summary>
    public static Fault Disconnect { get; } = (_, _) => Fail(DynamoErrorKind.ConnectionFailed, "ConnectionFailed", 0, applied: false);

    /// <summary>The request is lost on its way: not carried out, but nobody can know.</summary>
    public static Fault LoseRequest { get; } = (operation, _) => Fail(DynamoErrorKind.Timeout, "Timeout", 0, operation.IsWrite());

    /// <summary>The request is carried out and its answer lost.</summary>
    public static Fault LoseAnswer { get; } = AfterSend(DynamoErrorKind.Timeout, "Timeout", 0);

    /// <summary>The request is carried out and its answer arrives damaged, as its checksum shows.</summary>
    public static Fault CorruptAnswer { get; } = AfterSend(DynamoErrorKind.Unavailable, "ChecksumMismatch", 200);

    /// <summary>DynamoDB answers 500 and has carried the request out.</summary>
    public static Fault ServerErrorAfterApply { get; } = AfterSend(DynamoErrorKind.Unavailable, "InternalServerError", 500);

    /// <summary>DynamoDB answers 500 and has not carried the request out; the answer does not tell.</summary>
    public static Fault ServerError { get; } =
        (operation, _) => Fail(DynamoErrorKind.Unavailable, "InternalServerError", 500, operation.IsWrite());

    /// <summary>DynamoDB asks to slow down.</summary>
    public static Fault Throttle { get; } =
        (_, _) => Fail(DynamoErrorKind.Throttled, "ProvisionedThroughputExceededException", 400, applied: false);

    /// <summary>A transaction is in the way.</summary>
    public static Fault Conflict { get; } = (_, _) => Fail(DynamoErrorKind.WriteConflict, "TransactionConflictException", 400, applied: false);

    /// <summary>The credentials are no longer good.</summary>
    public static Fault ExpireCredentials { get; } =
        (_, _) => Fail(DynamoErrorKind.ExpiredCredentials, "ExpiredTokenException", 400, applied: false);

    /// <summary>DynamoDB refuses, and the request is not carried out.</summary>
    /// <param name="kind">What it means.</param>
    /// <param name="code">DynamoDB's code.</param>
    public static Fault Refuse(DynamoErrorKind kind, string code) => (_, _) => Fail(kind, code, 400, applied: false);

    /// <summary>Something happens just before the request is carried out: another writer, a clock that moves on.</summary>
    /// <param name="act">What happens.</param>
    public static Fault Before(Func<Task> act) => async (_, send) =>
    {
        await act();
        return await send();
    };

    private static Fault AfterSend(DynamoErrorKind kind, string code, int status) => async (operation, send) =>
    {
        // What DynamoDB refused is not applied, whatever becomes of the answer; the sender cannot know that either.
        using var lost = await send();
        return DynamoReply.Failure(new DynamoError(kind, code, status, operation.IsWrite()));
    };

    private static ValueTask<DynamoReply> Fail(DynamoErrorKind kind, string code, int status, bool applied) =>
        new(DynamoReply.Failure(new DynamoError(kind, code, status, applied)));
}
