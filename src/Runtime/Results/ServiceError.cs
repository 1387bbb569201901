namespace GeekCafe;

/// <summary>One error: what kind, a sentence for people, and per-member details where the client's values are at fault.</summary>
/// <remarks>The message goes to clients. It never holds a stored value, a key, an exception's text or a stack.</remarks>
/// <param name="Code">What kind of error.</param>
/// <param name="Message">What is wrong and what to do, fit for the client.</param>
public sealed record ServiceError(ErrorCode Code, string Message)
{
    private static readonly IReadOnlyDictionary<string, string> NoDetails = new Dictionary<string, string>();

    /// <summary>Member name as in the API to what is wrong with it. Empty unless the client's values are at fault.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = NoDetails;

    /// <summary>The one answer for missing, deleted and foreign, so that none tells itself apart.</summary>
    public static ServiceError NotFound { get; } = new(ErrorCode.NotFound, "The resource does not exist.");

    /// <summary>The caller may read but not change.</summary>
    public static ServiceError AccessDenied { get; } = new(ErrorCode.AccessDenied, "You may not do this to the resource.");

    /// <summary>The resource is in a state in which this cannot be done.</summary>
    /// <param name="message">Which, and what to do, fit for the client.</param>
    public static ServiceError State(string message) => new(ErrorCode.InvalidState, message);

    /// <summary>A validation error about one member.</summary>
    public static ServiceError Invalid(string member, string problem) => new(ErrorCode.ValidationError, "Some values are not valid.")
    {
        Details = new Dictionary<string, string> { [member] = problem },
    };
}
