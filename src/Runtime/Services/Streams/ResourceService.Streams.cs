using GeekCafe.DynamoDb;
using GeekCafe.Lambda;

namespace GeekCafe;

/// <content>Changes, as the table's stream tells them.</content>
public abstract partial class ResourceService<TResource, TKey, TInput, TPatch>
{
    /// <summary>
    /// A change of a resource, told by the table's stream after it was made, by whatever made it. Override it and the application listens: the table
    /// gets a stream, and the handler <c>streams</c> gives every change to this method, one after the other.
    /// </summary>
    /// <remarks>
    /// A change may come more than once: what must happen once is done with <c>change.FoldAsync</c> or <c>change.Once</c>. An exception stops the
    /// batch before the change, which comes again.
    /// </remarks>
    /// <param name="change">What happened.</param>
    /// <param name="cancellationToken">Ends shortly before the invocation does.</param>
    protected virtual ValueTask OnChangeAsync(StreamChange<TResource> change, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>This service as one that changes are given to. For generated code and for tests.</summary>
    public StreamTarget ToStreamTarget() => new ChangeTarget(this);

    private sealed class ChangeTarget(ResourceService<TResource, TKey, TInput, TPatch> service) : StreamTarget(TResource.Definition)
    {
        private readonly string _reason = $"stream {TResource.Definition.Name}";

        internal override ValueTask ProcessAsync(ReadOnlyMemory<byte> batch, StreamRecord record, InvocationContext invocation)
        {
            var json = batch.Span;
            var key = StreamImage.Key<TResource>(record.Keys.In(json));
            var old = record.OldImage.IsPresent ? Read(record.OldImage.In(json), key) : null;
            var next = record.NewImage.IsPresent ? Read(record.NewImage.In(json), key) : null;
            var caller = Caller.ForWork((next ?? old)!.System.TenantId, _reason, invocation.RequestId, invocation.Deadline);
            var (sequenceNumber, eventId) = (record.SequenceNumber.GetString(json)!, record.EventId.GetString(json) ?? "");

            // A create may take the key of an item that has expired and is still there: one life ends, another begins.
            if (old is null || next is null || old.System.CreatedAt == next.System.CreatedAt) return Tell(Kind(record, old, next), old, next);
            return TellBoth();

            ValueTask Tell(StreamChangeKind kind, TResource? before, TResource? after) => service.OnChangeAsync(
                new(service.Environment, kind, before, after)
                {
                    Key = key,
                    Caller = caller,
                    SequenceNumber = sequenceNumber,
                    EventId = eventId,
                    At = record.At,
                },
                invocation.CancellationToken);

            async ValueTask TellBoth()
            {
                await Tell(StreamChangeKind.Expired, old, null).ConfigureAwait(false);
                await Tell(StreamChangeKind.Created, null, next).ConfigureAwait(false);
            }
        }

        private static StreamChangeKind Kind(in StreamRecord record, TResource? old, TResource? next)
        {
            if (old is null) return StreamChangeKind.Created;
            if (next is null) return record.IsExpiry ? StreamChangeKind.Expired : StreamChangeKind.Removed;
            return (old.System.DeletedAt is null, next.System.DeletedAt is null) switch
            {
                (true, false) => StreamChangeKind.Deleted,
                (false, true) => StreamChangeKind.Restored,
                _ => StreamChangeKind.Updated,
            };
        }

        private static TResource Read(ReadOnlySpan<byte> image, ItemKey key)
        {
            var resource = StreamImage.Read<TResource>(image);
            var tenantId = resource.System.TenantId;

            // The key is what every other read finds an item by. One that stands elsewhere may name any tenant as its own.
            if (!Identifier.IsValid(tenantId) || !resource.Key.IsValid ||
                key != new ItemKey(resource.Key.ToPartitionKey(tenantId), resource.Key.ToSortKey(tenantId)))
            {
                throw new UnreadableRecordException("The item does not stand at its resource's key.");
            }

            return resource;
        }
    }
}
