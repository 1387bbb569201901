using GeekCafe;

namespace Community.Recounts;

/// <summary>What became of each of many recounts, in order.</summary>
public partial record RecountReport
{
    /// <summary>What must be left of an invocation to begin another recount.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(2);

    private static readonly ServiceError NotBegun = new(ErrorCode.Unavailable, "There was no time left. The next run goes on with it.");

    /// <summary>How many were counted.</summary>
    public required int Succeeded { get; init; }

    /// <summary>How many were not.</summary>
    public required int Failed { get; init; }

    /// <summary>Each of them.</summary>
    public required IReadOnlyList<RecountOutcome> Outcomes { get; init; }

    /// <summary>Recounts one after another, each by itself, as long as there is time.</summary>
    /// <param name="caller">For whom, and until when.</param>
    /// <param name="clock">Tells how far the deadline is.</param>
    /// <param name="subjects">What to recount.</param>
    /// <param name="name">What a subject is called in the report.</param>
    /// <param name="recount">Recounts one; gives what is wrong, or null.</param>
    /// <returns>The report, or why the subjects could not be read to the end.</returns>
    internal static async Task<ServiceResult<RecountReport>> OfAsync<T>(
        Caller caller, TimeProvider clock, IAsyncEnumerable<T> subjects, Func<T, string> name, Func<T, Task<ServiceError?>> recount)
    {
        var outcomes = new List<RecountOutcome>();
        try
        {
            await foreach (var subject in subjects)
            {
                var isLate = clock.GetUtcNow() + Reserve > caller.Deadline;
                var error = isLate ? NotBegun : await recount(subject);
                outcomes.Add(new() { Subject = name(subject), Status = error?.Code.HttpStatus() ?? 200, ErrorCode = error?.Code.WireName(), Error = error?.Message });
            }
        }
        catch (ServiceException failure)
        {
            return failure.Error;
        }

        var succeeded = outcomes.Count(static each => each.Status == 200);
        return new RecountReport { Succeeded = succeeded, Failed = outcomes.Count - succeeded, Outcomes = outcomes };
    }
}

/// <summary>What became of one recount.</summary>
public partial record RecountOutcome
{
    /// <summary>What was recounted: a target, or a page and its window.</summary>
    public required string Subject { get; init; }

    /// <summary>As an HTTP status: 200, or that of the error.</summary>
    public required int Status { get; init; }

    /// <summary>What kind of error; null if there was none.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>What is wrong; null if nothing is.</summary>
    public string? Error { get; init; }
}
