using GeekCafe;
using GeekCafe.Lambda;

namespace Community.Hosting;

/// <summary>
/// A middleware for maintenance, such as moving the table: while <c>COMMUNITY_READ_ONLY</c> is set, everything can be read and changes are asked to come back
/// later.
/// </summary>
internal static class ReadOnlyMode
{
    public const string Variable = "COMMUNITY_READ_ONLY";

    private static readonly ServiceError Maintained = new(ErrorCode.Unavailable, "The community is being maintained; it can be read, and changed again soon.");

    public static ValueTask InvokeAsync(ApiContext context, ApiHandler next)
    {
        // A batch-get reads; it is a POST only because it has a body.
        if (context.Request.Method is "GET" or "HEAD" || context.Operation!.Name.EndsWith(".batchGet", StringComparison.Ordinal)) return next(context);
        context.WriteError(Maintained);
        context.Response.SetHeader("retry-after", "60");
        return ValueTask.CompletedTask;
    }
}
