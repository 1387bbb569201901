using System.Text.Json;
using GeekCafe.DynamoDb;

namespace GeekCafe.Testing;

/// <summary>A request that was recorded on its way to the database.</summary>
/// <param name="Operation">What was asked for.</param>
/// <param name="Body">The request's JSON.</param>
/// <param name="Error">How it failed, or null.</param>
/// <param name="ItemsRead">Items DynamoDB read to answer it.</param>
public sealed record RecordedRequest(DynamoOperation Operation, JsonElement Body, DynamoError? Error, int ItemsRead)
{
    /// <summary>An item's 32 levels are two of JSON each.</summary>
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 80 };

    /// <summary>The index a Query or Scan went to. Null for the table itself.</summary>
    public string? Index => Text("IndexName");

    /// <summary>A text member of the request, such as <c>ConditionExpression</c>. Null when absent.</summary>
    public string? Text(string member) =>
        Body.TryGetProperty(member, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    /// <summary>The operation and the request's JSON.</summary>
    public override string ToString() => $"{Operation} {Body}";

    /// <summary>Sends a request and records it.</summary>
    internal static async ValueTask<(DynamoReply Reply, RecordedRequest Recorded)> SendAsync(
        IDynamoTransport transport, DynamoOperation operation, ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        // The sender may reuse its buffer once it has the answer, so the request is copied first.
        using var json = JsonDocument.Parse(request, Deep);
        var body = json.RootElement.Clone();
        var reply = await transport.SendAsync(operation, request, cancellationToken);
        return (reply, new RecordedRequest(operation, body, reply.Error, reply.Error is null ? CountItems(operation, reply.Body) : 0));
    }

    private static int CountItems(DynamoOperation operation, ReadOnlyMemory<byte> reply)
    {
        using var json = JsonDocument.Parse(reply, Deep);
        var root = json.RootElement;
        return operation switch
        {
            DynamoOperation.Query or DynamoOperation.Scan => root.GetProperty("ScannedCount").GetInt32(),
            DynamoOperation.GetItem => root.TryGetProperty("Item", out _) ? 1 : 0,
            DynamoOperation.BatchGetItem => root.GetProperty("Responses").EnumerateObject().Sum(static table => table.Value.GetArrayLength()),
            DynamoOperation.TransactGetItems => root.GetProperty("Responses").EnumerateArray().Count(static entry => entry.TryGetProperty("Item", out _)),
            _ => 0,
        };
    }
}
