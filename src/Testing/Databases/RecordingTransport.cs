using GeekCafe.DynamoDb;

namespace GeekCafe.Testing;

/// <summary>Passes requests on and remembers them, for assertions such as "this call made one Query, on that index, and read 25 items".</summary>
/// <param name="inner">Answers the requests.</param>
public sealed class RecordingTransport(IDynamoTransport inner) : IDynamoTransport
{
    private readonly Lock _lock = new();
    private readonly List<RecordedRequest> _requests = [];

    /// <summary>Who answers the requests.</summary>
    internal IDynamoTransport Inner => inner;

    /// <summary>The requests so far, in the order of their answers.</summary>
    public IReadOnlyList<RecordedRequest> Requests
    {
        get
        {
            lock (_lock) return [.. _requests];
        }
    }

    /// <summary>The operations so far, in the order of their answers.</summary>
    public IReadOnlyList<DynamoOperation> Operations => [.. Requests.Select(static request => request.Operation)];

    /// <summary>Items DynamoDB read to answer, those filtered away included: what reads are billed by.</summary>
    public int ItemsRead => Requests.Sum(static request => request.ItemsRead);

    /// <summary>Forgets the requests so far.</summary>
    public void Clear()
    {
        lock (_lock) _requests.Clear();
    }

    /// <inheritdoc/>
    public async ValueTask<DynamoReply> SendAsync(DynamoOperation operation, ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        var (reply, recorded) = await RecordedRequest.SendAsync(inner, operation, request, cancellationToken);
        lock (_lock) _requests.Add(recorded);
        return reply;
    }

    /// <inheritdoc/>
    public ValueTask WarmUpAsync(CancellationToken cancellationToken) => inner.WarmUpAsync(cancellationToken);
}
