namespace GeekCafe.Validation;

/// <summary>What is wrong with a client's values, by member path as the API names it, such as <c>location.city</c>.</summary>
public sealed class ValidationErrors
{
    private Dictionary<string, string>? _problems;

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsEmpty => _problems is null;

    /// <summary>How many members have a problem.</summary>
    public int Count => _problems?.Count ?? 0;

    /// <summary>Adds a problem; the first one of a member stays.</summary>
    /// <param name="path">The member's path.</param>
    /// <param name="problem">What is wrong, fit for the client: it never repeats the value.</param>
    public void Add(string path, string problem) => (_problems ??= new(StringComparer.Ordinal)).TryAdd(path, problem);

    /// <summary>The error that lists all problems.</summary>
    /// <exception cref="InvalidOperationException">Nothing is wrong.</exception>
    public ServiceError ToError() => new(ErrorCode.ValidationError, "Some values are not valid.")
    {
        Details = _problems ?? throw new InvalidOperationException("There is nothing to report."),
    };
}
