using System.Collections.Frozen;

namespace GeekCafe.Lambda;

/// <summary>Runs the jobs of a function, each as background work of the tenant that the event names.</summary>
/// <remarks>
/// Whoever may invoke the function chooses the tenant: that permission is the schedule's and the operators', and no request can come here, because
/// gateways send no event of this kind. A job that fails is a function error, so that the schedule tries again.
/// </remarks>
internal sealed class JobRunner(IReadOnlyList<ApplicationJob> jobs, LambdaOptions options)
{
    private readonly FrozenDictionary<string, ApplicationJob> _jobs = jobs.ToFrozenDictionary(static job => job.Name, StringComparer.Ordinal);

    public async ValueTask<InvocationOutcome> RunAsync(LambdaEvent source, InvocationContext invocation, PooledBuffer output)
    {
        if (!JobEvent.TryRead(source, out var asked, out var problem)) return FunctionErrors.Fail(output, FunctionErrors.MalformedEvent, problem);
        if (!_jobs.TryGetValue(asked.Job, out var job)) return FunctionErrors.Fail(output, FunctionErrors.UnknownJob, Unknown());
        if (!string.IsNullOrEmpty(invocation.TenantId) && invocation.TenantId != asked.TenantId)
        {
            return FunctionErrors.Fail(output, FunctionErrors.MalformedEvent, "The event names another tenant than the invocation.");
        }

        var caller = Caller.ForWork(asked.TenantId, $"job {job.Name}", invocation.RequestId, invocation.Deadline);
        var context = new JobContext(caller, asked.Input, output, invocation.CancellationToken);
        await job.Handler(context).ConfigureAwait(false);
        if (context.Error is not { } error) return InvocationOutcome.Answered;
        options.Log.WriteMessage("ERROR", invocation.RequestId, $"The job {job.Name} failed: {error.Code.WireName()}.");
        return FunctionErrors.Fail(output, FunctionErrors.JobFailed, Describe(job, error));
    }

    private string Unknown() => _jobs.Count == 0
        ? "This function runs no jobs."
        : $"This function runs no job of that name; it has {string.Join(", ", _jobs.Keys.Order(StringComparer.Ordinal))}.";

    private static string Describe(ApplicationJob job, ServiceError error)
    {
        var details = string.Concat(error.Details.Select(static detail => $" {detail.Key}: {detail.Value}."));
        return $"{job.Name}: {error.Code.WireName()}: {error.Message}{details}";
    }
}
