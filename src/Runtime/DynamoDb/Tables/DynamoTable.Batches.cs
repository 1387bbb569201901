using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <content>Batches of any size: cut to what DynamoDB takes, drained until nothing is left over, reported in the order asked.</content>
public sealed partial class DynamoTable
{
    /// <summary>Items in one BatchGetItem (developer guide, Quotas).</summary>
    private const int MaxGets = 100;

    /// <summary>Requests in one BatchWriteItem (developer guide, Quotas).</summary>
    private const int MaxPuts = 25;

    /// <summary>Reads many items. A key that occurs twice is read once.</summary>
    /// <param name="keys">Their primary keys.</param>
    /// <param name="call">For whom.</param>
    /// <param name="consistent">Whether to see all writes that have ended, at twice the read units. Default false.</param>
    /// <returns>For each key in order: the record, NotFound, or why it was not read.</returns>
    public async ValueTask<IReadOnlyList<ServiceResult<T>>> BatchGetItemsAsync<T>(IReadOnlyList<ItemKey> keys, TableCall call, bool consistent = false)
        where T : class, IResource<T>
    {
        ArgumentNullException.ThrowIfNull(keys);
        var found = new Dictionary<ItemKey, ServiceResult<T>>(keys.Count);
        var wanted = new List<ItemKey>(keys.Count);
        foreach (var key in keys)
        {
            if (found.TryAdd(key, ServiceError.NotFound) && key.IsStorable) wanted.Add(key);
        }

        for (var start = 0; start < wanted.Count; start += MaxGets)
        {
            await GetChunkAsync(wanted.GetRange(start, Math.Min(MaxGets, wanted.Count - start)), found, call, consistent).ConfigureAwait(false);
        }

        var results = new ServiceResult<T>[keys.Count];
        for (var i = 0; i < results.Length; i++) results[i] = found[keys[i]];
        return results;
    }

    /// <summary>Stores many items, without conditions: their keys must be new by construction, or an item in the way is overwritten.</summary>
    /// <param name="items">The records.</param>
    /// <param name="call">For whom.</param>
    /// <returns>For each item in order: null when it is stored, or an error: not stored, or <see cref="ErrorCode.OutcomeUnknown"/>.</returns>
    /// <exception cref="ArgumentException">Two items have one key, or one is another tenant's.</exception>
    public async ValueTask<IReadOnlyList<ServiceError?>> BatchPutItemsAsync<T>(IReadOnlyList<T> items, TableCall call) where T : class, IResource<T>
    {
        ArgumentNullException.ThrowIfNull(items);
        call.CancellationToken.ThrowIfCancellationRequested();
        var errors = new ServiceError?[items.Count];
        for (var start = 0; start < items.Count; start += MaxPuts)
        {
            await PutChunkAsync(items, start, Math.Min(MaxPuts, items.Count - start), errors, call).ConfigureAwait(false);
        }

        return errors;
    }

    private async ValueTask GetChunkAsync<T>(List<ItemKey> keys, Dictionary<ItemKey, ServiceResult<T>> found, TableCall call, bool consistent)
        where T : class, IResource<T>
    {
        var request = DynamoRequest.Rent();
        try
        {
            var json = request.Json;
            json.WriteStartObject();
            json.WriteStartObject("RequestItems"u8);
            json.WriteStartObject(Name);
            if (consistent) json.WriteBoolean("ConsistentRead"u8, true);
            json.WriteStartArray("Keys"u8);
            foreach (var key in keys)
            {
                json.WriteStartObject();
                ItemRequests.KeyMembers<T>(json, key);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();

            var backoff = new BatchBackoff(Client.Clock, call);
            while (true)
            {
                var (error, read, next) = await GetRoundAsync(request, found, call).ConfigureAwait(false);
                if (error is null)
                {
                    if (next is null) return;
                    request.Dispose();
                    request = next;
                    if (backoff.Next(progressed: read > 0) is { } wait)
                    {
                        await Task.Delay(wait, Client.Clock, call.CancellationToken).ConfigureAwait(false);
                        continue;
                    }
                }

                // What was asked for and is neither here nor left over is missing; what was left over is not known to be.
                foreach (var key in BatchReplies.Keys<T>(request.Body.Span, Name)) found[key] = error ?? DynamoFailures.Throttled;
                return;
            }
        }
        finally
        {
            request.Dispose();
        }
    }

    private async ValueTask<(ServiceError? Error, int Read, DynamoRequest? Next)> GetRoundAsync<T>(
        DynamoRequest request, Dictionary<ItemKey, ServiceResult<T>> found, TableCall call) where T : class, IResource<T>
    {
        using var reply = await SendAsync(DynamoOperation.BatchGetItem, request, call).ConfigureAwait(false);
        if (reply.Error is { } failure) return (DynamoFailures.Explain(failure, isWrite: false), 0, null);
        try
        {
            var read = BatchReplies.ReadItems(reply.Body.Span, call.TenantId, found);
            return (null, read, BatchReplies.Leftovers(reply.Body.Span, "UnprocessedKeys"u8));
        }
        catch (JsonException)
        {
            return (DynamoFailures.Unavailable, 0, null);
        }
    }

    private async ValueTask PutChunkAsync<T>(IReadOnlyList<T> items, int start, int count, ServiceError?[] errors, TableCall call)
        where T : class, IResource<T>
    {
        var positions = new Dictionary<ItemKey, int>(count);
        var request = DynamoRequest.Rent();
        try
        {
            WritePuts(request, items, start, count, errors, positions, call);
            if (positions.Count == 0) return;
            var backoff = new BatchBackoff(Client.Clock, call);
            var left = positions.Count;
            while (true)
            {
                var (error, next) = await PutRoundAsync(request, call).ConfigureAwait(false);
                if (error is null && next is null) return;
                if (next is not null) (request, next) = (next, request);
                next?.Dispose();

                var keys = BatchReplies.Keys<T>(request.Body.Span, Name);
                if (error is null && backoff.Next(progressed: keys.Count < left) is { } wait)
                {
                    left = keys.Count;
                    await Task.Delay(wait, Client.Clock, CancellationToken.None).ConfigureAwait(false);
                    continue;
                }

                foreach (var key in keys) errors[positions[key]] = error ?? DynamoFailures.Throttled;
                return;
            }
        }
        finally
        {
            request.Dispose();
        }
    }

    private async ValueTask<(ServiceError? Error, DynamoRequest? Next)> PutRoundAsync(DynamoRequest request, TableCall call)
    {
        try
        {
            using var reply = await SendAsync(DynamoOperation.BatchWriteItem, request, call).ConfigureAwait(false);
            if (reply.Error is { } failure) return (DynamoFailures.Explain(failure, isWrite: true), null);
            return (null, BatchReplies.Leftovers(reply.Body.Span, "UnprocessedItems"u8));
        }
        catch (OperationCanceledException canceled)
        {
            // Not thrown on: what became of the entries before would be lost with it.
            return (canceled is DynamoCanceledException { MayHaveBeenApplied: false } ? DynamoFailures.Unavailable : DynamoFailures.OutcomeUnknown, null);
        }
        catch (JsonException)
        {
            return (DynamoFailures.OutcomeUnknown, null);
        }
    }

    /// <summary>Writes the puts of a chunk; an item that cannot be stored is reported and left out.</summary>
    private void WritePuts<T>(DynamoRequest request, IReadOnlyList<T> items, int start, int count, ServiceError?[] errors, Dictionary<ItemKey, int> positions,
        TableCall call) where T : class, IResource<T>
    {
        var json = request.Json;
        json.WriteStartObject();
        json.WriteStartObject("RequestItems"u8);
        json.WriteStartArray(Name);
        for (var i = start; i < start + count; i++)
        {
            Demand(items[i], call);
            using var put = DynamoRequest.Rent();
            put.Json.WriteStartObject();
            put.Json.WriteStartObject("PutRequest"u8);
            try
            {
                errors[i] = ItemRequests.Item(put, items[i], WriteToken.New(), null);
            }
            catch (ItemFormatException exception)
            {
                errors[i] = DynamoFailures.Explain(exception);
            }

            if (errors[i] is not null) continue;
            put.Json.WriteEndObject();
            put.Json.WriteEndObject();
            json.WriteRawValue(put.Since(0), skipInputValidation: true);
            if (!positions.TryAdd(BatchReplies.Key<T>(put.Since(0)), i)) throw new ArgumentException("Two items of a batch have one key.", nameof(items));
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
