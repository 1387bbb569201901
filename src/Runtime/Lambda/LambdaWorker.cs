using System.Diagnostics;

namespace GeekCafe.Lambda;

/// <summary>
/// Everything one invocation at a time needs: request, response and buffers, reused for the next. One thread of work at a time; not shared.
/// </summary>
internal sealed class LambdaWorker : IDisposable
{
    private static readonly ServiceError TooLarge = new(ErrorCode.InternalError, "The answer is larger than can be returned; ask for less.");

    private readonly LambdaApplication _application;
    private readonly ApiRequest _request = new();
    private readonly ApiResponse _response = new();
    private readonly PooledBuffer _body = new();

    internal LambdaWorker(LambdaApplication application) => _application = application;

    /// <summary>Handles one event, as <see cref="LambdaApplication.HandleAsync"/> says.</summary>
    public async ValueTask<InvocationOutcome> HandleAsync(ReadOnlyMemory<byte> eventBytes, InvocationContext invocation, PooledBuffer output)
    {
        var coldStart = _application.Invocations.Next();
        output.Truncate(0);
        try
        {
            return await DispatchAsync(eventBytes, invocation, output, coldStart).ConfigureAwait(false);
        }
        catch (StreamBatchException exception)
        {
            return FunctionErrors.Fail(output, FunctionErrors.MalformedEvent, exception.Message);
        }
#pragma warning disable CA1031 // The border of the process: one broken invocation must not end the others.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _application.Options.Log.WriteFailure(invocation.RequestId, exception);
            return FunctionErrors.Fail(output, FunctionErrors.Unhandled, "The event could not be handled.");
        }
        finally
        {
            _request.Clear();
            _response.Clear();
            _body.Clear();
        }
    }

    /// <summary>
    /// Runs a made-up request through every part that needs no store, so that the first real one finds them loaded and their buffers
    /// made.
    /// </summary>
    internal async ValueTask WarmUpAsync(PooledBuffer output)
    {
        var sample = LambdaEventSample.WarmUp;
        LambdaEventReader.TryRead(sample, _request.Event);
        _request.Load(InvocationContext.None, null);
        new ClaimsReader(_application.Options.Claims).Read(_request, null);
        _request.ReadBody(_body, _application.Options.BodyLimit);
        await ExchangeAsync(InvocationContext.None, output).ConfigureAwait(false);
        _request.Clear();
        _response.Clear();
        _body.Clear();
        output.Truncate(0);
    }

    private async ValueTask<InvocationOutcome> DispatchAsync(
        ReadOnlyMemory<byte> eventBytes, InvocationContext invocation, PooledBuffer output, bool coldStart)
    {
        if (!LambdaEventReader.TryRead(eventBytes, _request.Event))
        {
            return FunctionErrors.Fail(output, FunctionErrors.MalformedEvent, "The event is not one JSON object in UTF-8 with each member once.");
        }

        switch (_request.Event.Kind)
        {
            case EventKind.WarmUp:
                output.Write("{\"warm\":true}"u8);
                return InvocationOutcome.Answered;
            case EventKind.DynamoDbStream when _application.Options.Streams is { } streams:
                await streams(eventBytes, invocation, output).ConfigureAwait(false);
                return InvocationOutcome.Answered;
            case EventKind.DynamoDbStream:
                return FunctionErrors.Fail(output, FunctionErrors.StreamsNotConfigured, "No stream processor is configured; the records stay in the stream.");
            case EventKind.Job:
                return await _application.Jobs.RunAsync(_request.Event, invocation, output).ConfigureAwait(false);
            case EventKind.AuthorizerRequest:
                return FunctionErrors.Fail(output, FunctionErrors.UnsupportedEvent, "This function is not an authorizer.");
        }

        if (_request.Event.Kind == EventKind.Unknown || _application.Operations.Count == 0)
        {
            return FunctionErrors.Fail(output, FunctionErrors.UnsupportedEvent, "The event is of no kind this function handles.");
        }

        var started = Stopwatch.GetTimestamp();
        _request.Load(invocation, _application.Options.BasePath);
        var operation = await ExchangeAsync(invocation, output).ConfigureAwait(false);
        if (_application.Options.LogRequests)
        {
            _application.Options.Log.WriteRequest(_request.RequestId, operation?.Name, _response.StatusCode,
                Stopwatch.GetElapsedTime(started), coldStart);
        }

        return InvocationOutcome.Answered;
    }

    private async ValueTask<ApiOperation?> ExchangeAsync(InvocationContext invocation, PooledBuffer output)
    {
        var context = new ApiContext
        {
            Request = _request,
            Response = _response,
            BodyBuffer = _body,
            CancellationToken = invocation.CancellationToken,
        };
        await _application.Pipeline(context).ConfigureAwait(false);

        // What belongs to a caller is not for caches on the way.
        if (context.HasCaller && !_response.HasHeader("cache-control")) _response.SetHeader("cache-control", "no-store");
        WriteEnvelope(output);
        var limit = _request.Kind == EventKind.LoadBalancer ? EnvelopeWriter.MaxLoadBalancerLength : EnvelopeWriter.MaxLength;
        if (output.Length > limit)
        {
            _application.Options.Log.WriteMessage("ERROR", _request.RequestId, "The answer was larger than the platform takes.");
            output.Truncate(0);
            context.WriteError(TooLarge);
            WriteEnvelope(output);
        }

        return context.Operation;
    }

    private void WriteEnvelope(PooledBuffer output) =>
        EnvelopeWriter.Write(output, _response, _request.Kind, _request.Event.UsesMultiValueHeaders, withoutBody: _request.Method == "HEAD");

    /// <inheritdoc/>
    public void Dispose()
    {
        _response.Dispose();
        _body.Dispose();
    }
}
