using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <content>Counters. A count that is repeated must not count again, so each is a transaction with a token.</content>
public sealed partial class DynamoTable
{
    /// <summary>Adds to a counter in the resource's own item, if that is the tenant's and lives. Its version stays.</summary>
    /// <returns>Why it was not counted, or null.</returns>
    internal ValueTask<ServiceError?> IncrementAsync<T>(ItemKey key, Counter<T> counter, long by, TableCall call) where T : class, IResource<T>
    {
        var expires = T.Definition.Expires;
        return CountAsync(json =>
        {
            ItemRequests.Key<T>(json, key);
            json.WriteString("UpdateExpression"u8, "ADD #c :c"u8);
            json.WriteString("ConditionExpression"u8, "#t=:t AND attribute_not_exists(#d) AND (attribute_not_exists(#c) OR #c BETWEEN :n AND :x)" +
                (expires ? " AND (attribute_not_exists(#l) OR #l>:l)" : ""));
            json.WriteStartObject("ExpressionAttributeNames"u8);
            json.WriteString("#c"u8, counter.Attribute);
            json.WriteString("#t"u8, ServiceAttributes.TenantId);
            json.WriteString("#d"u8, ServiceAttributes.DeletedAt);
            if (expires) json.WriteString("#l"u8, TimeToLive.Attribute);
            json.WriteEndObject();
            json.WriteStartObject("ExpressionAttributeValues"u8);
            var values = new ItemWriter(json);
            values.Name(":c"u8).Value(by);
            values.Name(":n"u8).Value(by < 0 ? counter.Min - by : counter.Min);
            values.Name(":x"u8).Value(by > 0 ? counter.Max - by : counter.Max);
            if (expires) values.Name(":l"u8).Value(Client.Clock.GetUtcNow().ToUnixTimeSeconds());
            ItemRequests.Text(json, ":t", call.TenantId);
            json.WriteEndObject();
            ItemRequests.ReturnExisting(json);
        }, existing => IsLive<T>(existing, call.TenantId) ? ServiceError.Invalid(counter.Member, "would be out of range") : ServiceError.NotFound, call);
    }

    /// <summary>Adds to one of a counter's shards.</summary>
    /// <returns>Why it was not counted, or null.</returns>
    internal ValueTask<ServiceError?> IncrementShardAsync<T>(ItemKey shard, long by, DateTimeOffset? until, TableCall call) where T : class, IResource<T> =>
        CountAsync(json =>
        {
            ItemRequests.Key<T>(json, shard);
            json.WriteString("UpdateExpression"u8, until is null ? "ADD #c :c SET #t=:t,#y=:y"u8 : "ADD #c :c SET #t=:t,#y=:y,#l=:l"u8);
            json.WriteStartObject("ExpressionAttributeNames"u8);
            json.WriteString("#c"u8, CounterShard.Count);
            json.WriteString("#t"u8, ServiceAttributes.TenantId);
            json.WriteString("#y"u8, ServiceAttributes.Type);
            if (until is not null) json.WriteString("#l"u8, TimeToLive.Attribute);
            json.WriteEndObject();
            json.WriteStartObject("ExpressionAttributeValues"u8);
            new ItemWriter(json).Name(":c"u8).Value(by);
            if (until is { } end) new ItemWriter(json).Name(":l"u8).Value(TimeToLive.Seconds(end));
            ItemRequests.Text(json, ":t", call.TenantId);
            ItemRequests.Text(json, ":y", CounterShard.Type);
            json.WriteEndObject();
        }, static _ => DynamoFailures.Conflict, call);

    private async ValueTask<ServiceError?> CountAsync(Action<Utf8JsonWriter> write, Func<ReadOnlyMemory<byte>, ServiceError> explain, TableCall call)
    {
        call.CancellationToken.ThrowIfCancellationRequested();
        using var request = DynamoRequest.Rent();
        var json = request.Json;
        json.WriteStartObject();
        json.WriteStartArray("TransactItems"u8);
        Begin(json, "Update");
        write(json);
        End(json);
        json.WriteEndArray();
        json.WriteString("ClientRequestToken"u8, WriteToken.New());
        json.WriteEndObject();
        try
        {
            using var reply = await SendTransactionAsync(request, call).ConfigureAwait(false);
            if (reply.Error is not { } error) return null;

            // The token would have made an earlier attempt that was applied a success, so a condition that fails says that none was.
            if (error.Kind != DynamoErrorKind.TransactionCanceled) return DynamoFailures.Explain(error, isWrite: true);
            var reasons = new CancellationReasons(reply.Body, 1);
            return reasons.IsConditionFailed(0) ? explain(reasons[0]) : DynamoFailures.Explain(error, isWrite: true);
        }
        catch (DynamoCanceledException canceled) when (canceled.MayHaveBeenApplied)
        {
            return DynamoFailures.OutcomeUnknown;
        }
    }

    private bool IsLive<T>(ReadOnlyMemory<byte> reason, string tenantId) where T : class, IResource<T> =>
        ExistingItem<T>.Find(reason.Span, tenantId) is { } existing && existing.Item.TryGet(out var resource, out _) &&
        resource.System.DeletedAt is null && !T.IsExpired(resource, Client.Clock.GetUtcNow());
}
