using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <content>Writes of any number of items: cut to what DynamoDB takes, drained until nothing is left over, reported in the order asked.</content>
public sealed partial class DynamoTable
{
    /// <summary>Requests in one BatchWriteItem (developer guide, Quotas).</summary>
    private const int MaxBatchWrites = 25;

    /// <summary>What one BatchWriteItem may weigh (API reference, BatchWriteItem: 16 MB). Counted in JSON, which is never shorter than what it stands for.</summary>
    private const int MaxBatchBytes = 16 * 1024 * 1024;

    private static readonly ServiceError InTheWay = new(ErrorCode.AlreadyExists, "A resource with this identity exists.");

    /// <summary>Stores many new items. Their keys must be new by construction: what is in the way of a key is overwritten.</summary>
    /// <remarks>
    /// A batch whose answer is lost is not repeated, because that would undo what others wrote in between: its items go again one by one, on the
    /// condition that nothing has their key, and recognise by their tokens what the batch stored. So do the items of a batch that DynamoDB
    /// refuses as a whole: then only those at fault fail.
    /// </remarks>
    /// <param name="items">The records.</param>
    /// <param name="call">For whom.</param>
    /// <returns>For each item in order: null when it is stored, or an error: not stored, or <see cref="ErrorCode.OutcomeUnknown"/>.</returns>
    /// <exception cref="ArgumentException">Two items have one key, or one is another tenant's.</exception>
    public async ValueTask<IReadOnlyList<ServiceError?>> BatchPutItemsAsync<T>(IReadOnlyList<T> items, TableCall call) where T : class, IResource<T>
    {
        ArgumentNullException.ThrowIfNull(items);
        call.CancellationToken.ThrowIfCancellationRequested();
        var errors = new ServiceError?[items.Count];
        for (var start = 0; start < items.Count;)
        {
            var positions = new Dictionary<ItemKey, int>(MaxBatchWrites);
            var request = DynamoRequest.Rent();
            try
            {
                start = WritePuts(request, items, start, errors, positions, call);
            }
            catch
            {
                request.Dispose();
                throw;
            }

            await PutChunkAsync(request, items, positions, errors, call).ConfigureAwait(false);
        }

        return errors;
    }

    /// <summary>Removes many items of the tenant for good: reads them, and deletes those that are this tenant's and of this type. For maintenance.</summary>
    /// <param name="keys">Their primary keys; one that occurs twice is deleted once.</param>
    /// <param name="call">For whom.</param>
    /// <returns>For each key in order: null when the tenant has no such item any more, or an error.</returns>
    public async ValueTask<IReadOnlyList<ServiceError?>> BatchDeleteItemsAsync<T>(IReadOnlyList<ItemKey> keys, TableCall call) where T : class, IResource<T>
    {
        ArgumentNullException.ThrowIfNull(keys);
        var found = await BatchGetItemsAsync<T>(keys, call, consistent: true).ConfigureAwait(false);
        var outcomes = new Dictionary<ItemKey, ServiceError?>(keys.Count);
        var there = new List<ItemKey>(keys.Count);
        for (var i = 0; i < keys.Count; i++)
        {
            // What cannot be read any more but is the tenant's is what maintenance is for.
            var error = found[i].Error?.Code is ErrorCode.NotFound or ErrorCode.CorruptItem ? null : found[i].Error;
            if (outcomes.TryAdd(keys[i], error) && error is null && found[i].Error?.Code is not ErrorCode.NotFound) there.Add(keys[i]);
        }

        foreach (var chunk in there.Chunk(MaxBatchWrites))
        {
            var request = DynamoRequest.Rent();
            WriteDeletes<T>(request.Json, chunk);
            await DeleteChunkAsync<T>(request, chunk.Length, outcomes, call).ConfigureAwait(false);
        }

        return [.. keys.Select(key => outcomes[key])];
    }

    private async ValueTask PutChunkAsync<T>(DynamoRequest request, IReadOnlyList<T> items, Dictionary<ItemKey, int> positions, ServiceError?[] errors,
        TableCall call) where T : class, IResource<T>
    {
        var names = KeyNames.For<T>();
        var (left, end) = await DrainAsync(request, positions.Count, names, call).ConfigureAwait(false);
        if (left is null) return;
        using (left)
        {
            var entries = BatchReplies.Entries(left.Body.Span, Name, names);
            if (end.OneByOne)
            {
                await PutOneByOneAsync(left, entries, items, positions, errors, end, call).ConfigureAwait(false);
                return;
            }

            foreach (var (key, _) in entries) errors[positions[key]] = end.Error;
        }
    }

    private async ValueTask DeleteChunkAsync<T>(DynamoRequest request, int count, Dictionary<ItemKey, ServiceError?> outcomes, TableCall call)
        where T : class, IResource<T>
    {
        var names = KeyNames.For<T>();
        var (left, end) = await DrainAsync(request, count, names, call).ConfigureAwait(false);
        if (left is null) return;
        using (left)
        {
            foreach (var (key, _) in BatchReplies.Entries(left.Body.Span, Name, names)) outcomes[key] = end.Error;
        }
    }

    /// <summary>Writes the puts of a chunk; an item that cannot be stored is reported and left out.</summary>
    /// <returns>Where the next chunk begins.</returns>
    private int WritePuts<T>(DynamoRequest request, IReadOnlyList<T> items, int start, ServiceError?[] errors, Dictionary<ItemKey, int> positions, TableCall call)
        where T : class, IResource<T>
    {
        var names = KeyNames.For<T>();
        var json = request.Json;
        json.WriteStartObject();
        json.WriteStartObject("RequestItems"u8);
        json.WriteStartArray(Name);
        var at = start;
        for (; at < items.Count && positions.Count < MaxBatchWrites; at++)
        {
            Demand(items[at], call);
            using var put = DynamoRequest.Rent();
            put.Json.WriteStartObject();
            put.Json.WriteStartObject("PutRequest"u8);
            try
            {
                errors[at] = ItemRequests.Item(put, items[at], WriteToken.New(), null);
            }
            catch (ItemFormatException exception)
            {
                errors[at] = DynamoFailures.Explain(exception);
            }

            if (errors[at] is not null) continue;
            put.Json.WriteEndObject();
            put.Json.WriteEndObject();
            if (positions.Count > 0 && request.Position + put.Position > MaxBatchBytes) break;
            json.WriteRawValue(put.Since(0), skipInputValidation: true);
            if (!positions.TryAdd(BatchReplies.Key(put.Since(0), names), at)) throw new ArgumentException("Two items of a batch have one key.", nameof(items));
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        return at;
    }

    private void WriteDeletes<T>(Utf8JsonWriter json, ItemKey[] keys) where T : class, IResource<T>
    {
        json.WriteStartObject();
        json.WriteStartObject("RequestItems"u8);
        json.WriteStartArray(Name);
        foreach (var key in keys)
        {
            json.WriteStartObject();
            json.WriteStartObject("DeleteRequest"u8);
            ItemRequests.Key<T>(json, key);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
