namespace GeekCafe.Lambda;

/// <summary>Does the work of a job.</summary>
public delegate ValueTask JobHandler(JobContext context);

/// <summary>One job of an application.</summary>
/// <param name="Name">Resource and verb, such as <c>analytics.recount</c>: what an event, and <c>_HANDLER</c>, name.</param>
/// <param name="Handler">Does it.</param>
public sealed record ApplicationJob(string Name, JobHandler Handler)
{
    /// <summary>When it runs by itself, in EventBridge Scheduler's words; null if only when it is asked to.</summary>
    public string? Schedule { get; init; }
}
