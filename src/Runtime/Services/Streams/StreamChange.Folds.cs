using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using GeekCafe.DynamoDb;

namespace GeekCafe;

/// <content>What follows from a change, once.</content>
public sealed partial class StreamChange<TResource>
{
    /// <summary>
    /// How long it is known that a change was dealt with. A stream keeps records for 24 hours (developer guide, DynamoDB Streams); batches that failed may
    /// be replayed by hand for longer.
    /// </summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(30);

    /// <summary>The key of the item that changed.</summary>
    internal ItemKey Key { get; init; }

    /// <summary>Begins a transaction that happens once, however often the change comes: a marker of the change is written with it.</summary>
    /// <remarks>
    /// The commit of one that has happened already does nothing and succeeds, for <see cref="Memory"/>. A failed commit must fail the hook, so that the
    /// change comes again: <c>if (!result.IsSuccess) throw new ServiceException(result.Error);</c>.
    /// </remarks>
    /// <param name="purpose">What the transaction is for, such as <c>tally</c>: each purpose happens once for a change.</param>
    public ServiceTransaction Once(string purpose)
    {
        ArgumentException.ThrowIfNullOrEmpty(purpose);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{Key.Partition}\n{Key.Sort}\n{SequenceNumber}\n{Kind}\n{purpose}"), hash);
        return new ServiceTransaction(_environment, Caller) { IdempotencyKey = Base64Url.EncodeToString(hash), KeyLifetime = Memory };
    }

    /// <summary>
    /// Changes another resource as follows from this change, once: <c>change.FoldAsync(tallies, key, tally => tally.Count(change.LiveOld, change.LiveNew))</c>.
    /// </summary>
    /// <remarks>
    /// The target and a marker of the change are written in one transaction. So each change is in the target once, whatever is delivered twice, at the
    /// same time, or replayed within <see cref="Memory"/>. For one change and one target there is one fold.
    /// </remarks>
    /// <param name="target">The service of the resource to change.</param>
    /// <param name="key">Which one.</param>
    /// <param name="fold">Makes its new form; may run again while others write it too.</param>
    /// <param name="empty">What to create, with that key, if there is none. Null: that there is none is an error.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it was done now; false when the change was in the target already.</returns>
    /// <exception cref="ServiceException">It was not done. Thrown on by the hook, the change comes again.</exception>
    public async Task<bool> FoldAsync<TTarget, TKey, TInput, TPatch>(ResourceService<TTarget, TKey, TInput, TPatch> target, TKey key, Func<TTarget, TTarget> fold,
        TInput? empty = null, CancellationToken cancellationToken = default)
        where TTarget : class, IResource<TTarget, TKey, TInput, TPatch>
        where TKey : struct, IResourceKey
        where TInput : class, IApiInput<TInput>
        where TPatch : class, IApiInput<TPatch>
    {
        ArgumentNullException.ThrowIfNull(target);
        var purpose = $"{TTarget.Definition.Name}\n{key.ToPartitionKey(Caller.TenantId)}\n{key.ToSortKey(Caller.TenantId)}";
        while (true)
        {
            var transaction = Once(purpose);
            transaction.Update(target, key, fold);
            var result = await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            if (result.IsSuccess) return !result.WasRepeated;
            if (empty is null || result.Error.Code != ErrorCode.NotFound) throw new ServiceException(result.Error);

            // An empty one says nothing, so it does no harm if only this is done. Somebody else's is as good, if it is not deleted.
            var created = await target.CreateAsync(Caller, empty, cancellationToken).ConfigureAwait(false);
            if (created.Error is { Code: not ErrorCode.AlreadyExists } failed) throw new ServiceException(failed);
            empty = null;
        }
    }
}
