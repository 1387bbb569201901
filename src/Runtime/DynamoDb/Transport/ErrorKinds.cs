namespace GeekCafe.DynamoDb;

/// <summary>
/// The one table from DynamoDB's error codes to <see cref="DynamoErrorKind"/>. Codes: "Error handling with DynamoDB" and "Common errors" in
/// its guide and API reference, and the throttling codes every AWS SDK knows.
/// </summary>
internal static class ErrorKinds
{
    /// <summary>What a code means; for codes not in the table the HTTP status decides.</summary>
    public static DynamoErrorKind Of(string code, int status) => code switch
    {
        "ConditionalCheckFailedException" => DynamoErrorKind.ConditionFailed,
        "TransactionCanceledException" => DynamoErrorKind.TransactionCanceled,
        "TransactionConflictException" or "TransactionInProgressException" or "ReplicatedWriteConflictException" => DynamoErrorKind.WriteConflict,
        "ProvisionedThroughputExceededException" or "ThrottlingException" or "RequestLimitExceeded" or "LimitExceededException" or
            "Throttling" or "ThrottledException" or "RequestThrottled" or "RequestThrottledException" or "TooManyRequestsException" or
            "BandwidthLimitExceeded" or "SlowDown" or "PriorRequestNotComplete" => DynamoErrorKind.Throttled,
        "RequestTimeout" or "RequestTimeoutException" => DynamoErrorKind.Timeout,
        "RequestTimeTooSkewed" or "RequestExpired" or "RequestInTheFuture" or
            "InvalidSignatureException" or "SignatureDoesNotMatch" or "AuthFailure" => DynamoErrorKind.ClockSkew,
        "ExpiredTokenException" or "ExpiredToken" => DynamoErrorKind.ExpiredCredentials,
        "AccessDeniedException" or "AccessDenied" or "UnrecognizedClientException" or "MissingAuthenticationTokenException" or
            "MissingAuthenticationToken" or "IncompleteSignatureException" or "IncompleteSignature" or "InvalidClientTokenId" or
            "OptInRequired" or "NotAuthorized" => DynamoErrorKind.AccessDenied,
        "ResourceNotFoundException" or "TableNotFoundException" or "IndexNotFoundException" => DynamoErrorKind.NotFound,
        "ResourceInUseException" or "TableInUseException" or "TableAlreadyExistsException" => DynamoErrorKind.InUse,
        "IdempotentParameterMismatchException" => DynamoErrorKind.TokenMismatch,
        "ItemCollectionSizeLimitExceededException" => DynamoErrorKind.TooLarge,
        "ValidationException" or "ValidationError" or "SerializationException" => DynamoErrorKind.Validation,
        _ => OfStatus(status),
    };

    private static DynamoErrorKind OfStatus(int status) => status switch
    {
        >= 500 => DynamoErrorKind.Unavailable,
        429 => DynamoErrorKind.Throttled,
        413 => DynamoErrorKind.TooLarge,
        408 => DynamoErrorKind.Timeout,
        _ => DynamoErrorKind.Other,
    };
}
