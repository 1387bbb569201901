using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>Some attributes of one item. Owns the reply; dispose it.</summary>
internal sealed class ProjectedRow<TProjection, T> : IDisposable where TProjection : class, IProjection<TProjection, T> where T : class, IResource<T>
{
    private readonly DynamoReply _reply;
    private readonly Range _bytes;

    private ProjectedRow(DynamoReply reply, TProjection item, Range bytes) => (_reply, Item, _bytes) = (reply, item, bytes);

    public TProjection Item { get; }

    public StoredAttributes Attributes => new(_reply.Body.Span[_bytes]);

    /// <summary>Reads a reply; the row owns it from here on, unless the result is an error.</summary>
    public static ServiceResult<ProjectedRow<TProjection, T>> Read(DynamoReply reply, string tenantId)
    {
        if (reply.Error is { } error) return DynamoFailures.Explain(error, isWrite: false);
        try
        {
            var body = reply.Body.Span;
            var json = ItemJson.Reader(body);
            if (!ItemJson.MoveTo(ref json, "Item"u8) || json.TokenType != JsonTokenType.StartObject) return ServiceError.NotFound;
            var start = (int)json.TokenStartIndex;
            return StoredItem.ReadProjected<TProjection, T>(ref json, body, tenantId).TryGet(out var item, out var refusal)
                ? new ProjectedRow<TProjection, T>(reply, item, start..(int)json.BytesConsumed)
                : refusal;
        }
        catch (JsonException)
        {
            return DynamoFailures.Unavailable;
        }
    }

    public void Dispose() => _reply.Dispose();
}
