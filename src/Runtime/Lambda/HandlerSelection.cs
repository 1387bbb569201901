namespace GeekCafe.Lambda;

/// <summary>What a deployed function does, chosen by its handler setting, so that one build serves as one function or as many.</summary>
internal static class HandlerSelection
{
    /// <summary>Everything.</summary>
    public const string Api = "api";

    /// <summary>The stream processors.</summary>
    public const string Streams = "streams";

    /// <summary>The jobs.</summary>
    public const string Jobs = "jobs";

    /// <summary>Chooses operations and jobs.</summary>
    /// <param name="handler">
    /// <c>_HANDLER</c>: an operation (<c>events.create</c>) or the operations of a resource (<c>events</c>); a job (<c>analytics.recount</c>) or
    /// <c>jobs</c> for all of them; <c>api</c> for everything; or <c>streams</c> for none of them.
    /// </param>
    /// <param name="operations">All operations of the application.</param>
    /// <param name="jobs">All its jobs.</param>
    /// <exception cref="ConfigurationException">There is no such handler; the message lists those there are.</exception>
    public static HandlerChoice Choose(string? handler, IReadOnlyList<ApiOperation> operations, IReadOnlyList<ApplicationJob> jobs)
    {
        if (handler == Api) return new(operations, jobs);
        if (handler == Streams) return new([], []);
        if (handler == Jobs) return new([], jobs);
        var (chosen, chosenJobs) = (new List<ApiOperation>(), new List<ApplicationJob>());
        foreach (var operation in operations)
        {
            if (operation.Name == handler || operation.Resource == handler) chosen.Add(operation);
        }

        foreach (var job in jobs)
        {
            if (job.Name == handler) chosenJobs.Add(job);
        }

        return chosen.Count + chosenJobs.Count > 0 ? new(chosen, chosenJobs) : throw Unknown(handler, operations, jobs);
    }

    private static ConfigurationException Unknown(string? handler, IReadOnlyList<ApiOperation> operations, IReadOnlyList<ApplicationJob> jobs)
    {
        var names = new List<string> { Api, Streams, Jobs };
        foreach (var operation in operations)
        {
            if (!names.Contains(operation.Resource)) names.Add(operation.Resource);
        }

        foreach (var operation in operations) names.Add(operation.Name);
        foreach (var job in jobs)
        {
            if (!names.Contains(job.Name)) names.Add(job.Name);
        }

        var what = string.IsNullOrEmpty(handler) ? "The function's handler (_HANDLER) is not set" : $"There is no handler '{handler}' (_HANDLER)";
        return new($"{what}; set one of: {string.Join(", ", names)}.");
    }
}

/// <summary>What a function does.</summary>
/// <param name="Operations">The operations it answers.</param>
/// <param name="Jobs">The jobs it runs.</param>
internal readonly record struct HandlerChoice(IReadOnlyList<ApiOperation> Operations, IReadOnlyList<ApplicationJob> Jobs);
