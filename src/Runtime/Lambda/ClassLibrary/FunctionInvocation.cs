namespace GeekCafe.Lambda;

/// <summary>What a managed runtime says about an invocation: the members of its <c>ILambdaContext</c> that concern us.</summary>
/// <param name="RequestId">The invocation's id.</param>
/// <param name="RemainingTime">How long it may still take. Zero: not known, as in tests.</param>
public readonly record struct FunctionInvocation(string? RequestId, TimeSpan RemainingTime)
{
    /// <summary>The function's ARN with alias or version, or null.</summary>
    public string? FunctionArn { get; init; }

    /// <summary>The tenant the platform names in tenant isolation mode, or null.</summary>
    public string? TenantId { get; init; }

    /// <summary>The X-Ray trace header, or null.</summary>
    public string? TraceId { get; init; }

    /// <summary>The same for the pipeline.</summary>
    /// <param name="clock">Tells the end from what remains.</param>
    /// <param name="deadline">Is cancelled shortly before the end, so that there is time to answer.</param>
    internal InvocationContext ToContext(TimeProvider clock, CancellationTokenSource deadline)
    {
        var isLimited = RemainingTime > TimeSpan.Zero;
        if (isLimited && RemainingTime.TotalMilliseconds < int.MaxValue)
        {
            var left = RemainingTime - RuntimeLoop.AnswerTime;
            deadline.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }

        return new()
        {
            RequestId = RequestId ?? "",
            Deadline = isLimited ? clock.GetUtcNow() + RemainingTime : null,
            FunctionArn = FunctionArn,
            TenantId = TenantId,
            TraceId = TraceId,
            CancellationToken = deadline.Token,
        };
    }
}
