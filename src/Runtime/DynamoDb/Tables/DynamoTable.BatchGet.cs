using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <content>Reads of any number of items: cut to what DynamoDB takes, drained until nothing is left over, reported in the order asked.</content>
public sealed partial class DynamoTable
{
    /// <summary>Items in one BatchGetItem (developer guide, Quotas).</summary>
    private const int MaxGets = 100;

    /// <summary>Reads many items. A key that occurs twice is read once.</summary>
    /// <param name="keys">Their primary keys.</param>
    /// <param name="call">For whom.</param>
    /// <param name="consistent">Whether to see all writes that have ended, at twice the read units. Default false.</param>
    /// <returns>For each key in order: the record, NotFound, or why it was not read.</returns>
    public async ValueTask<IReadOnlyList<ServiceResult<T>>> BatchGetItemsAsync<T>(IReadOnlyList<ItemKey> keys, TableCall call, bool consistent = false)
        where T : class, IResource<T>
    {
        ArgumentNullException.ThrowIfNull(keys);
        var reads = new Dictionary<ItemKey, ItemRead<T>>(keys.Count);
        foreach (var key in keys)
        {
            if (!reads.ContainsKey(key)) reads.Add(key, new ItemRead<T>(key));
        }

        await ReadTogetherAsync([.. reads.Values], call, consistent).ConfigureAwait(false);
        var results = new ServiceResult<T>[keys.Count];
        for (var i = 0; i < results.Length; i++) results[i] = reads[keys[i]].Result;
        return results;
    }

    /// <summary>Reads items of any resources, 100 in a request. What cannot be a key is missing.</summary>
    internal async ValueTask ReadTogetherAsync(IReadOnlyList<ItemRead> reads, TableCall call, bool consistent)
    {
        var wanted = ItemRead.Distinct(reads);
        foreach (var chunk in wanted.Values.Chunk(MaxGets)) await GetChunkAsync(chunk, wanted, call, consistent).ConfigureAwait(false);
    }

    private async ValueTask GetChunkAsync(ItemRead[] chunk, Dictionary<ItemKey, ItemRead> wanted, TableCall call, bool consistent)
    {
        var names = chunk[0].Names;
        var request = DynamoRequest.Rent();
        try
        {
            WriteGets(request.Json, chunk, consistent);
            var backoff = new BatchBackoff(Client.Clock, call);
            while (true)
            {
                var (error, read, next) = await GetRoundAsync(request, wanted, names, call).ConfigureAwait(false);
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
                foreach (var (key, _) in BatchReplies.Entries(request.Body.Span, Name, names)) wanted[key].Fail(error ?? DynamoFailures.Throttled);
                return;
            }
        }
        finally
        {
            request.Dispose();
        }
    }

    private void WriteGets(Utf8JsonWriter json, ItemRead[] chunk, bool consistent)
    {
        json.WriteStartObject();
        json.WriteStartObject("RequestItems"u8);
        json.WriteStartObject(Name);
        if (consistent) json.WriteBoolean("ConsistentRead"u8, true);
        if (chunk[0].Selection is { } selection)
        {
            // What is read in parts is read alike: no request holds two kinds.
            selection.WriteExpression(json);
            json.WriteStartObject("ExpressionAttributeNames"u8);
            selection.WriteNames(json);
            json.WriteEndObject();
        }

        json.WriteStartArray("Keys"u8);
        foreach (var read in chunk)
        {
            json.WriteStartObject();
            read.WriteKey(json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private async ValueTask<(ServiceError? Error, int Read, DynamoRequest? Next)> GetRoundAsync(
        DynamoRequest request, Dictionary<ItemKey, ItemRead> wanted, KeyNames names, TableCall call)
    {
        using var reply = await SendAsync(DynamoOperation.BatchGetItem, request, call).ConfigureAwait(false);
        if (reply.Error is { } failure) return (DynamoFailures.Explain(failure, isWrite: false), 0, null);
        try
        {
            var read = BatchReplies.ReadItems(reply.Body.Span, call.TenantId, names, wanted);
            return (null, read, BatchReplies.Leftovers(reply.Body.Span, "UnprocessedKeys"u8));
        }
        catch (JsonException)
        {
            return (DynamoFailures.Unavailable, 0, null);
        }
    }
}
