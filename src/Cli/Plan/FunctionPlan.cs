using GeekCafe.Description;

namespace GeekCafe.Cli;

/// <summary>What starts a function.</summary>
internal enum FunctionKind
{
    /// <summary>Requests of the API.</summary>
    Api,
    /// <summary>Changes of the table.</summary>
    Stream,
    /// <summary>A schedule, or another program.</summary>
    Job,
}

/// <summary>A function to deploy.</summary>
/// <param name="Id">Its logical id in templates.</param>
/// <param name="Handler">What <c>_HANDLER</c> tells it to do: <c>events.create</c>, <c>events</c>, <c>api</c>, <c>streams</c> or a job.</param>
/// <param name="Kind">What starts it.</param>
/// <param name="Access">What it does with the table.</param>
internal sealed record FunctionPlan(string Id, string Handler, FunctionKind Kind, TableAccess Access)
{
    /// <summary>The operations it serves.</summary>
    public IReadOnlyList<ManifestOperation> Operations { get; init; } = [];

    /// <summary>When it runs, if it is a job with a schedule.</summary>
    public string? Schedule { get; init; }

    /// <summary>The logical id of its role.</summary>
    public string Role => Id + "Role";
}
