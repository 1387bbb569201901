using System.Text.Json;

namespace GeekCafe.Lambda;

/// <summary>Turns every exception into an answer that says nothing of its text, its type or its stack.</summary>
internal sealed class ErrorStep(RequestLog log)
{
    private static readonly ServiceError BadJson = new(ErrorCode.InvalidFormat, "The body is not valid JSON.");
    private static readonly ServiceError OutOfTime = new(ErrorCode.Unavailable, "The request could not be completed in time.");
    private static readonly ServiceError Defect = new(ErrorCode.InternalError, "Something went wrong.");

    public async ValueTask InvokeAsync(ApiContext context, ApiHandler next)
    {
        ServiceError error;
        try
        {
            await next(context).ConfigureAwait(false);
            return;
        }
        catch (JsonException) when (context.Request.Method is "POST" or "PUT" or "PATCH")
        {
            // Without a body it cannot be the client's JSON that is broken.
            error = BadJson;
        }
        catch (ServiceException exception)
        {
            // Thrown to give the caller this error.
            error = exception.Error;
        }
        catch (OperationCanceledException)
        {
            log.WriteMessage("WARN", context.Request.RequestId, "A handler was cancelled before it could answer.");
            error = OutOfTime;
        }
#pragma warning disable CA1031 // The border of the application: whatever escapes a handler becomes a 500, and the worker goes on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            log.WriteFailure(context.Request.RequestId, exception);
            error = Defect;
        }

        context.Response.Clear();
        context.WriteError(error);
    }
}
