namespace GeekCafe.DynamoDb;

/// <summary>What a failed attempt means to us; derived from the error code text, never from message wording.</summary>
public enum DynamoErrorKind
{
    /// <summary>The condition did not hold (ConditionalCheckFailedException).</summary>
    ConditionFailed,
    /// <summary>A transaction was cancelled; the body lists a reason for each action.</summary>
    TransactionCanceled,
    /// <summary>Another write is in the way (TransactionConflict, TransactionInProgress, ReplicatedWriteConflict). Retry.</summary>
    WriteConflict,
    /// <summary>Too fast. Retry slower.</summary>
    Throttled,
    /// <summary>5xx, an unreadable or corrupt answer. Retry.</summary>
    Unavailable,
    /// <summary>No connection, or it broke. Retry.</summary>
    ConnectionFailed,
    /// <summary>The attempt took too long. Retry.</summary>
    Timeout,
    /// <summary>The signature was refused because clocks differ; the transport has corrected its clock. Retry at once.</summary>
    ClockSkew,
    /// <summary>Signed with credentials that are no longer good; the transport has dropped them. Retry at once.</summary>
    ExpiredCredentials,
    /// <summary>Not permitted (AccessDenied and other signature failures). Final.</summary>
    AccessDenied,
    /// <summary>The table or index does not exist. Final.</summary>
    NotFound,
    /// <summary>The table exists already or is being changed (ResourceInUseException). Final.</summary>
    InUse,
    /// <summary>The same idempotency token with other parameters (IdempotentParameterMismatchException). Final.</summary>
    TokenMismatch,
    /// <summary>The item or item collection is too large. Final.</summary>
    TooLarge,
    /// <summary>DynamoDB refuses the request as malformed. Final; a defect of ours or a limit passed.</summary>
    Validation,
    /// <summary>Any other 4xx. Final.</summary>
    Other,
}

/// <summary>A failed attempt.</summary>
/// <param name="Kind">What it means.</param>
/// <param name="Code">DynamoDB's code without its namespace, such as <c>ConditionalCheckFailedException</c>, or ours for a connection failure.</param>
/// <param name="HttpStatus">The HTTP status, 0 when none came.</param>
/// <param name="MayHaveBeenApplied">Whether the request can have reached DynamoDB and been carried out all the same.</param>
/// <param name="Message">DynamoDB's text, for logs only: it may hold account ids, table names and keys.</param>
public sealed record DynamoError(DynamoErrorKind Kind, string Code, int HttpStatus, bool MayHaveBeenApplied, string? Message = null)
{
    /// <summary>DynamoDB's id of the request, which AWS Support asks for; null when none came.</summary>
    public string? RequestId { get; init; }

    /// <summary>Whether another attempt can help.</summary>
    public bool IsRetryable => Kind is DynamoErrorKind.WriteConflict or DynamoErrorKind.Throttled or DynamoErrorKind.Unavailable
        or DynamoErrorKind.ConnectionFailed or DynamoErrorKind.Timeout or DynamoErrorKind.ClockSkew or DynamoErrorKind.ExpiredCredentials;
}
