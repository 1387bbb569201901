using GeekCafe.DynamoDb;

namespace GeekCafe.Testing;

/// <summary>Tells open recordings what passes. Without any, nothing is looked at.</summary>
internal sealed class Recorder
{
    private readonly Lock _lock = new();
    private Recording[] _open = [];

    public Recording Begin()
    {
        var recording = new Recording(End);
        lock (_lock) _open = [.. _open, recording];
        return recording;
    }

    /// <summary>A transport that is listened to.</summary>
    public IDynamoTransport Around(IDynamoTransport inner) => new Tap(inner, this);

    /// <summary>Takes what a request consumed.</summary>
    public void Note(ConsumedCapacity consumed)
    {
        foreach (var recording in Volatile.Read(ref _open)) recording.Add(consumed);
    }

    private void End(Recording recording)
    {
        lock (_lock) _open = [.. _open.Where(each => each != recording)];
    }

    private sealed class Tap(IDynamoTransport inner, Recorder recorder) : IDynamoTransport
    {
        public async ValueTask<DynamoReply> SendAsync(DynamoOperation operation, ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
        {
            var open = Volatile.Read(ref recorder._open);
            if (open.Length == 0) return await inner.SendAsync(operation, request, cancellationToken);
            var (reply, recorded) = await RecordedRequest.SendAsync(inner, operation, request, cancellationToken);
            foreach (var recording in open) recording.Add(recorded);
            return reply;
        }

        public ValueTask WarmUpAsync(CancellationToken cancellationToken) => inner.WarmUpAsync(cancellationToken);
    }
}
