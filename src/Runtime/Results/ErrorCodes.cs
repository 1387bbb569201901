namespace GeekCafe;

/// <summary>The one table from <see cref="ErrorCode"/> to its wire name and HTTP status (RFC 9110; 422 and 429 from RFC 9110 and RFC 6585).</summary>
public static class ErrorCodes
{
    /// <summary>The HTTP status that stands for the code.</summary>
    public static int HttpStatus(this ErrorCode code) => code switch
    {
        ErrorCode.ValidationError or ErrorCode.InvalidFormat or ErrorCode.InvalidParameter => 400,
        ErrorCode.InvalidCursor or ErrorCode.CursorExpired => 400,
        ErrorCode.AuthenticationRequired => 401,
        ErrorCode.AccessDenied => 403,
        ErrorCode.NotFound => 404,
        ErrorCode.MethodNotAllowed => 405,
        ErrorCode.AlreadyExists or ErrorCode.Conflict or ErrorCode.InvalidState or ErrorCode.ConditionFailed => 409,
        ErrorCode.PreconditionFailed => 412,
        ErrorCode.PayloadTooLarge or ErrorCode.ItemTooLarge => 413,
        ErrorCode.UnsupportedMediaType => 415,
        ErrorCode.IdempotencyMismatch => 422,
        ErrorCode.Throttled => 429,
        ErrorCode.Unavailable or ErrorCode.OutcomeUnknown => 503,
        _ => 500,
    };

    /// <summary>The text of <c>errorCode</c> in an error body.</summary>
    public static string WireName(this ErrorCode code) => code switch
    {
        ErrorCode.ValidationError => "VALIDATION_ERROR",
        ErrorCode.InvalidFormat => "INVALID_FORMAT",
        ErrorCode.InvalidParameter => "INVALID_PARAMETER",
        ErrorCode.InvalidCursor => "INVALID_CURSOR",
        ErrorCode.CursorExpired => "CURSOR_EXPIRED",
        ErrorCode.AuthenticationRequired => "AUTHENTICATION_REQUIRED",
        ErrorCode.AccessDenied => "ACCESS_DENIED",
        ErrorCode.NotFound => "NOT_FOUND",
        ErrorCode.MethodNotAllowed => "METHOD_NOT_ALLOWED",
        ErrorCode.AlreadyExists => "ALREADY_EXISTS",
        ErrorCode.Conflict => "CONCURRENT_MODIFICATION",
        ErrorCode.InvalidState => "INVALID_STATE",
        ErrorCode.ConditionFailed => "CONDITION_FAILED",
        ErrorCode.PreconditionFailed => "PRECONDITION_FAILED",
        ErrorCode.PayloadTooLarge => "PAYLOAD_TOO_LARGE",
        ErrorCode.ItemTooLarge => "ITEM_TOO_LARGE",
        ErrorCode.UnsupportedMediaType => "UNSUPPORTED_MEDIA_TYPE",
        ErrorCode.IdempotencyMismatch => "IDEMPOTENCY_MISMATCH",
        ErrorCode.Throttled => "RATE_LIMIT_EXCEEDED",
        ErrorCode.CorruptItem => "CORRUPT_ITEM",
        ErrorCode.ConfigurationError => "CONFIGURATION_ERROR",
        ErrorCode.Unavailable => "SERVICE_UNAVAILABLE",
        ErrorCode.OutcomeUnknown => "OUTCOME_UNKNOWN",
        _ => "INTERNAL_ERROR",
    };
}
