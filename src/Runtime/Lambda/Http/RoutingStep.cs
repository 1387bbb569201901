namespace GeekCafe.Lambda;

/// <summary>Finds the operation. A path nobody has is answered like a resource nobody has.</summary>
internal sealed class RoutingStep(Router router)
{
    private static readonly ServiceError NoMethod = new(ErrorCode.MethodNotAllowed, "The path does not have this method.");

    public ValueTask InvokeAsync(ApiContext context, ApiHandler next)
    {
        if (context.Request.Problem is { } problem)
        {
            context.WriteError(problem);
            return ValueTask.CompletedTask;
        }

        context.Operation = router.Match(context.Request, out var allow);
        if (context.Operation is not null) return next(context);
        context.WriteError(allow is null ? ServiceError.NotFound : NoMethod);
        if (allow is not null) context.Response.SetHeader("allow", allow);
        return ValueTask.CompletedTask;
    }
}
