namespace GeekCafe;

/// <summary>
/// Why an operation did not do what was asked. Each code has one wire name and one HTTP status (<see cref="ErrorCodes"/>).
/// </summary>
public enum ErrorCode
{
    /// <summary>A value the client sent breaks a rule; details name the members. 400.</summary>
    ValidationError,
    /// <summary>The body is not one JSON object of the expected shape. 400.</summary>
    InvalidFormat,
    /// <summary>A query or path parameter is not usable. 400.</summary>
    InvalidParameter,
    /// <summary>The cursor was not issued by this list for this caller, or has been changed. 400.</summary>
    InvalidCursor,
    /// <summary>The cursor was valid once. 400.</summary>
    CursorExpired,
    /// <summary>No caller could be established. 401.</summary>
    AuthenticationRequired,
    /// <summary>The caller may see the resource but not do this to it. 403.</summary>
    AccessDenied,
    /// <summary>Missing, deleted, or another tenant's: one answer for all three. 404.</summary>
    NotFound,
    /// <summary>The path exists, the method does not. 405.</summary>
    MethodNotAllowed,
    /// <summary>An item with this identity exists. 409.</summary>
    AlreadyExists,
    /// <summary>Somebody else changed the item in between. 409.</summary>
    Conflict,
    /// <summary>The resource is in a state in which this cannot be done, such as cancelled; the message says which. 409.</summary>
    InvalidState,
    /// <summary>A condition that the request set on the stored item does not hold. 409.</summary>
    ConditionFailed,
    /// <summary>The version the client named in If-Match is not the current one. 412.</summary>
    PreconditionFailed,
    /// <summary>The body is larger than the limit. 413.</summary>
    PayloadTooLarge,
    /// <summary>The item would be larger than DynamoDB's 400 KB. 413.</summary>
    ItemTooLarge,
    /// <summary>The body is not JSON in UTF-8. 415.</summary>
    UnsupportedMediaType,
    /// <summary>The idempotency key was used for another body. 422.</summary>
    IdempotencyMismatch,
    /// <summary>DynamoDB or a limit of ours asks to slow down. 429.</summary>
    Throttled,
    /// <summary>A stored item cannot be read into its record. 500.</summary>
    CorruptItem,
    /// <summary>The table, the permissions or the settings are wrong. 500.</summary>
    ConfigurationError,
    /// <summary>A defect. 500.</summary>
    InternalError,
    /// <summary>The database did not answer within the time allowed; nothing was changed, or the call changes nothing. 503.</summary>
    Unavailable,
    /// <summary>A write was sent and its answer lost: it may or may not have been applied. Safe to repeat with the same key. 503.</summary>
    OutcomeUnknown,
}
