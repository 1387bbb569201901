using GeekCafe.Description;

namespace GeekCafe.Cli;

/// <summary>A function to deploy.</summary>
/// <param name="Id">Its logical id in templates.</param>
/// <param name="Handler">What <c>_HANDLER</c> tells it to do: <c>events.create</c>, <c>events</c>, <c>api</c>, <c>streams</c> or a job.</param>
/// <param name="Access">What it does with the table.</param>
internal sealed record FunctionPlan(string Id, string Handler, TableAccess Access)
{
    /// <summary>The handler of the function that gets changes of the table.</summary>
    public const string Streams = "streams";

    /// <summary>Seconds that suffice for requests: a gateway waits for 29.</summary>
    public const int RequestSeconds = 15;

    /// <summary>The operations it serves.</summary>
    public IReadOnlyList<ManifestOperation> Operations { get; init; } = [];

    /// <summary>The job it runs. An operation and a job of one name have one function, for that is what its handler says.</summary>
    public ManifestJob? Job { get; init; }

    /// <summary>Whether it gets changes of the table.</summary>
    public bool IsStream => Handler == Streams;

    /// <summary>Whether the API calls it.</summary>
    public bool IsApi => Operations.Count > 0;

    /// <summary>The seconds it may take: a batch should not hold its shard up, a job has all that Lambda gives.</summary>
    public int Seconds => Job is not null ? 900 : IsStream ? 60 : RequestSeconds;

    /// <summary>The logical id of its role.</summary>
    public string Role => Id + "Role";
}
