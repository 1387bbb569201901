using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using GeekCafe.DynamoDb;

namespace GeekCafe.Testing;

/// <summary>Requests to a local database: plain HTTP, and a signature that is only shaped like one, since nobody checks it.</summary>
internal sealed class LocalTransport(Uri endpoint) : IDynamoTransport
{
    // One pool of connections for all local databases of the process.
    private static readonly HttpClient Http = new(new SocketsHttpHandler()) { Timeout = TimeSpan.FromSeconds(30) };

    private static readonly string Authorization = "AWS4-HMAC-SHA256 Credential=" +
        $"{LocalDatabase.AccessKey}/20260101/{LocalDatabase.Region}/dynamodb/aws4_request, SignedHeaders=host, Signature={new string('0', 64)}";

    public async ValueTask<DynamoReply> SendAsync(DynamoOperation operation, ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ReadOnlyMemoryContent(request) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
        message.Headers.TryAddWithoutValidation("Authorization", Authorization);
        message.Headers.Add("X-Amz-Date", "20260101T000000Z");
        message.Headers.Add("X-Amz-Target", operation.Target());
        var body = new PooledBuffer();
        try
        {
            using var answer = await Http.SendAsync(message, cancellationToken).ConfigureAwait(false);
            body.Write(await answer.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
            return answer.IsSuccessStatusCode ? DynamoReply.Success(body) : DynamoReply.Failure(Classify(answer.StatusCode, body, operation), body);
        }
        catch (HttpRequestException failure)
        {
            body.Dispose();
            var neverSent = failure.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError;
            return DynamoReply.Failure(
                new DynamoError(DynamoErrorKind.ConnectionFailed, "ConnectionFailed", 0, !neverSent && operation.IsWrite(), failure.Message));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            body.Dispose();
            return DynamoReply.Failure(new DynamoError(DynamoErrorKind.Timeout, "Timeout", 0, operation.IsWrite()));
        }
    }

    public ValueTask WarmUpAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    private static DynamoError Classify(HttpStatusCode status, PooledBuffer body, DynamoOperation operation)
    {
        var (code, text) = Read(body);
        var kind = code switch
        {
            "ConditionalCheckFailedException" => DynamoErrorKind.ConditionFailed,
            "TransactionCanceledException" => DynamoErrorKind.TransactionCanceled,
            "TransactionConflictException" or "TransactionInProgressException" => DynamoErrorKind.WriteConflict,
            "ProvisionedThroughputExceededException" or "ThrottlingException" or "RequestLimitExceeded" => DynamoErrorKind.Throttled,
            "ResourceNotFoundException" => DynamoErrorKind.NotFound,
            "ResourceInUseException" => DynamoErrorKind.InUse,
            "IdempotentParameterMismatchException" => DynamoErrorKind.TokenMismatch,
            "ItemCollectionSizeLimitExceededException" => DynamoErrorKind.TooLarge,
            "ValidationException" or "SerializationException" => DynamoErrorKind.Validation,
            _ when (int)status >= 500 => DynamoErrorKind.Unavailable,
            _ => DynamoErrorKind.Other,
        };
        return new DynamoError(kind, code, (int)status, kind is DynamoErrorKind.Unavailable && operation.IsWrite(), text);
    }

    private static (string Code, string? Text) Read(PooledBuffer body)
    {
        try
        {
            using var json = JsonDocument.Parse(body.WrittenMemory);
            var code = json.RootElement.TryGetProperty("__type", out var type) ? type.GetString() ?? "" : "";
            var text = json.RootElement.TryGetProperty("message", out var lower) || json.RootElement.TryGetProperty("Message", out lower)
                ? lower.GetString()
                : null;
            return (code[(code.LastIndexOf('#') + 1)..], text);
        }
        catch (JsonException)
        {
            return ("Unreadable", null);
        }
    }
}
