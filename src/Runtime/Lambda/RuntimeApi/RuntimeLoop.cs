using System.Net.Sockets;

namespace GeekCafe.Lambda;

/// <summary>
/// Takes events from the Runtime API, one at a time, has them handled and answers. One for each worker, each on a thread of its own.
/// </summary>
internal sealed class RuntimeLoop : IDisposable
{
    /// <summary>How long before the invocation ends work is told to stop, so that it can still be answered.</summary>
    internal static readonly TimeSpan AnswerTime = TimeSpan.FromMilliseconds(250);

    private readonly RuntimeApiClient _client;
    private readonly LambdaWorker _worker;
    private readonly RequestLog _log;
    private readonly bool _setTraceId;
    private readonly RuntimeApiReply _event = new();
    private readonly RuntimeApiReply _reply = new();
    private readonly PooledBuffer _output = new(16 * 1024);
    private CancellationTokenSource _deadline = new();

    /// <summary>A loop.</summary>
    /// <param name="client">Its connection.</param>
    /// <param name="worker">Its worker.</param>
    /// <param name="log">Where failures go.</param>
    /// <param name="setTraceId">Whether to set <c>_X_AMZN_TRACE_ID</c>: only where no other invocation shares the process.</param>
    public RuntimeLoop(RuntimeApiClient client, LambdaWorker worker, RequestLog log, bool setTraceId) =>
        (_client, _worker, _log, _setTraceId) = (client, worker, log, setTraceId);

    /// <summary>Runs until told to stop or the Runtime API is gone.</summary>
    /// <returns>The exit code.</returns>
    public int Run(CancellationToken stop)
    {
        // A waiting read has no other end than the connection's.
        using var registration = stop.UnsafeRegister(static client => ((RuntimeApiClient)client!).Abort(), _client);
        try
        {
            while (!stop.IsCancellationRequested)
            {
                _client.Next(_event);
                if (_event.Status != 200 || _event.RequestId.Length == 0)
                {
                    _log.WriteMessage("FATAL", "", $"The Runtime API answered {_event.Status} instead of an event.");
                    return 1;
                }

                if (!HandleOne()) return 1;
            }

            return 0;
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            _log.WriteFailure("", exception);
            return 1;
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _worker.Dispose();
        _event.Dispose();
        _reply.Dispose();
        _output.Dispose();
        _deadline.Dispose();
    }

    /// <summary>Handles the event at hand.</summary>
    /// <returns>False when the Runtime API says that the sandbox is broken.</returns>
    private bool HandleOne()
    {
        if (_setTraceId) Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", _event.TraceId);
        var invocation = new InvocationContext
        {
            RequestId = _event.RequestId,
            Deadline = _event.Deadline,
            TenantId = _event.TenantId,
            TraceId = _event.TraceId,
            FunctionArn = _event.FunctionArn,
            CancellationToken = StartDeadline(),
        };

        // This thread has nothing else to do, and the handler's own waiting goes on the pool's threads.
        var pending = _worker.HandleAsync(_event.Body.WrittenMemory, invocation, _output);
        var outcome = pending.IsCompletedSuccessfully ? pending.Result : pending.AsTask().GetAwaiter().GetResult();
        try
        {
            if (outcome.ErrorType is { } type) _client.Fail(invocation.RequestId, type, _output.WrittenSpan, _reply);
            else _client.Respond(invocation.RequestId, _output.WrittenSpan, _reply);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            _log.WriteMessage("ERROR", invocation.RequestId, "The connection broke while answering; whether the answer arrived is not known.");
            return true;
        }
        finally
        {
            _output.Clear();
            _event.Body.Clear();
        }

        if (_reply.Status is >= 200 and < 300) return true;

        // 413 is final: the service has told the caller. 400, 403 and 410 concern this invocation only. 500 asks to exit.
        _log.WriteMessage("ERROR", invocation.RequestId, $"The Runtime API answered {_reply.Status} to an answer.");
        return _reply.Status < 500;
    }

    private CancellationToken StartDeadline()
    {
        if (!_deadline.TryReset())
        {
            _deadline.Dispose();
            _deadline = new();
        }

        if (_event.Deadline is not { } end) return _deadline.Token;
        var left = end - DateTimeOffset.UtcNow - AnswerTime;
        if (left <= TimeSpan.Zero) _deadline.Cancel();
        else if (left.TotalMilliseconds < int.MaxValue) _deadline.CancelAfter(left);
        return _deadline.Token;
    }
}
