namespace GeekCafe.DynamoDb;

/// <summary>The one table from what DynamoDB answers to what clients are told. DynamoDB's own text never goes on: it holds names and keys.</summary>
internal static class DynamoFailures
{
    public static ServiceError OutcomeUnknown { get; } = new(ErrorCode.OutcomeUnknown,
        "The database's answer was lost: the change may or may not have been made. Repeating the request with the same Idempotency-Key is safe.");

    public static ServiceError Conflict { get; } = new(ErrorCode.Conflict, "Somebody else changed the resource at the same time. Read it again and repeat.");

    public static ServiceError TooLarge { get; } = new(ErrorCode.ItemTooLarge, "The resource would be larger than 400 KB, the most that can be stored.");

    public static ServiceError KeyTooLong { get; } = new(ErrorCode.ValidationError,
        "The values that identify or sort the resource are empty, not well-formed, or too long.");

    public static ServiceError Corrupt { get; } = new(ErrorCode.CorruptItem, "The stored resource cannot be read.");

    /// <summary>An update into a map that is not stored: repeated with the whole map, so callers never see it.</summary>
    public static ServiceError NoSuchPath { get; } = new(ErrorCode.InternalError, "Something went wrong.");

    public static ServiceError NewerSchema { get; } = new(ErrorCode.Conflict,
        "A newer version of the application wrote the resource in a form that this one can read and must not change.");

    public static ServiceError Throttled { get; } = new(ErrorCode.Throttled, "Too many requests. Try again more slowly.");

    public static ServiceError Unavailable { get; } = new(ErrorCode.Unavailable, "The database did not answer in time. Try again.");

    public static ServiceError Misconfigured { get; } = new(ErrorCode.ConfigurationError, "The service is not set up correctly.");

    public static ServiceError Defect { get; } = new(ErrorCode.InternalError, "Something went wrong.");

    /// <summary>What a failure means to a client.</summary>
    /// <param name="error">The failure, for all attempts together.</param>
    /// <param name="isWrite">Whether something was to be changed: then a lost answer leaves the outcome open.</param>
    public static ServiceError Explain(DynamoError error, bool isWrite) => error.Kind switch
    {
        _ when isWrite && error.MayHaveBeenApplied => OutcomeUnknown,
        DynamoErrorKind.ConditionFailed or DynamoErrorKind.TransactionCanceled or DynamoErrorKind.WriteConflict or DynamoErrorKind.InUse => Conflict,
        DynamoErrorKind.Throttled => Throttled,
        DynamoErrorKind.Unavailable or DynamoErrorKind.ConnectionFailed or DynamoErrorKind.Timeout => Unavailable,
        DynamoErrorKind.ClockSkew or DynamoErrorKind.ExpiredCredentials or DynamoErrorKind.AccessDenied or DynamoErrorKind.NotFound => Misconfigured,
        DynamoErrorKind.TooLarge => TooLarge,
        // An update's item is sized by DynamoDB alone, because attributes we do not know count too; it has no code of its own for that.
        DynamoErrorKind.Validation when isWrite && error.Message?.Contains("Item size", StringComparison.OrdinalIgnoreCase) is true => TooLarge,
        DynamoErrorKind.Validation when isWrite && error.Message?.Contains("document path", StringComparison.OrdinalIgnoreCase) is true => NoSuchPath,
        _ => Defect,
    };

    /// <summary>What a value that cannot be stored means to a client. The exception's message names attributes and types, never a value.</summary>
    public static ServiceError Explain(ItemFormatException exception) => new(ErrorCode.ValidationError, "A value cannot be stored. " + exception.Message);
}
