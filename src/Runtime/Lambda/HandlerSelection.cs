namespace GeekCafe.Lambda;

/// <summary>What a deployed function does, chosen by its handler setting, so that one build serves as one function or as many.</summary>
public static class HandlerSelection
{
    /// <summary>Everything.</summary>
    public const string Api = "api";

    /// <summary>The stream processors.</summary>
    public const string Streams = "streams";

    /// <summary>Chooses operations.</summary>
    /// <param name="handler">
    /// <c>_HANDLER</c>: an operation (<c>events.create</c>), a resource (<c>events</c>), <c>api</c> for all, or <c>streams</c> for
    /// none of them.
    /// </param>
    /// <param name="operations">All operations of the application.</param>
    /// <exception cref="ConfigurationException">There is no such handler; the message lists those there are.</exception>
    public static IReadOnlyList<ApiOperation> Choose(string? handler, IReadOnlyList<ApiOperation> operations)
    {
        if (handler == Api) return operations;
        if (handler == Streams) return [];
        var chosen = new List<ApiOperation>();
        foreach (var operation in operations)
        {
            if (operation.Name == handler || operation.Resource == handler) chosen.Add(operation);
        }

        return chosen.Count > 0 ? chosen : throw Unknown(handler, operations);
    }

    private static ConfigurationException Unknown(string? handler, IReadOnlyList<ApiOperation> operations)
    {
        var names = new List<string> { Api, Streams };
        foreach (var operation in operations)
        {
            if (!names.Contains(operation.Resource)) names.Add(operation.Resource);
        }

        foreach (var operation in operations) names.Add(operation.Name);
        var what = string.IsNullOrEmpty(handler) ? "The function's handler (_HANDLER) is not set" : $"There is no handler '{handler}' (_HANDLER)";
        return new($"{what}; set one of: {string.Join(", ", names)}.");
    }
}
