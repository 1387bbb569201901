using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <content>The rounds of a batch of writes, and what happens to entries that no round could settle.</content>
public sealed partial class DynamoTable
{
    /// <param name="Error">What became of the entries that are left.</param>
    /// <param name="OneByOne">Whether each of them deserves a request of its own.</param>
    private readonly record struct BatchEnd(ServiceError Error, bool OneByOne);

    /// <summary>Sends a batch of writes, and what is left over again, until nothing is or nothing helps.</summary>
    /// <param name="request">The batch; disposed here unless it is what is left.</param>
    /// <param name="count">How many entries it has.</param>
    /// <param name="names">The table's key attributes.</param>
    /// <param name="call">For whom.</param>
    /// <returns>The batch of those that are left, which the caller disposes, or null.</returns>
    private async ValueTask<(DynamoRequest? Left, BatchEnd End)> DrainAsync(DynamoRequest request, int count, KeyNames names, TableCall call)
    {
        var backoff = new BatchBackoff(Client.Clock, call);
        var left = count;
        while (left > 0)
        {
            var (end, next) = await WriteRoundAsync(request, call).ConfigureAwait(false);
            if (end is { } settled) return (request, settled);
            request.Dispose();
            if (next is null) return default;

            request = next;
            var remaining = BatchReplies.Entries(request.Body.Span, Name, names).Count;
            if (backoff.Next(progressed: remaining < left) is not { } wait) return (request, new BatchEnd(DynamoFailures.Throttled, false));
            left = remaining;
            await Task.Delay(wait, Client.Clock, CancellationToken.None).ConfigureAwait(false);
        }

        request.Dispose();
        return default;
    }

    private async ValueTask<(BatchEnd? End, DynamoRequest? Next)> WriteRoundAsync(DynamoRequest request, TableCall call)
    {
        try
        {
            using var reply = await SendAsync(DynamoOperation.BatchWriteItem, request, call).ConfigureAwait(false);
            if (reply.Error is not { } failure) return (null, BatchReplies.Leftovers(reply.Body.Span, "UnprocessedItems"u8));

            // DynamoDB refuses a batch as a whole for one of its entries, without saying which.
            return (new BatchEnd(DynamoFailures.Explain(failure, isWrite: true),
                OneByOne: failure.MayHaveBeenApplied || failure.Kind is DynamoErrorKind.Validation or DynamoErrorKind.TooLarge), null);
        }
        catch (OperationCanceledException canceled)
        {
            // Not thrown on: what became of the entries before would be lost with it.
            return (new BatchEnd(canceled is DynamoCanceledException { MayHaveBeenApplied: false } ? DynamoFailures.Unavailable : DynamoFailures.OutcomeUnknown, false), null);
        }
        catch (JsonException)
        {
            return (new BatchEnd(DynamoFailures.OutcomeUnknown, true), null);
        }
    }

    /// <summary>Stores the items of a batch by requests of their own, on the condition that nothing has their keys but themselves.</summary>
    private async ValueTask PutOneByOneAsync<T>(DynamoRequest batch, List<(ItemKey Key, Range Entry)> entries, IReadOnlyList<T> items,
        Dictionary<ItemKey, int> positions, ServiceError?[] errors, BatchEnd end, TableCall call) where T : class, IResource<T>
    {
        var lost = end.Error.Code == ErrorCode.OutcomeUnknown;
        ServiceError? stopped = null;
        foreach (var (key, entry) in entries)
        {
            var at = positions[key];
            if (stopped is not null)
            {
                errors[at] = lost ? DynamoFailures.OutcomeUnknown : DynamoFailures.Unavailable;
                continue;
            }

            var version = items[at].System.Version;
            var outcome = await PutAgainAsync<T>(batch, entry, version, call).ConfigureAwait(false);

            // The keys were new, so what stands there in a later version grew out of what the batch stored.
            errors[at] = outcome.State != WriteState.ConditionFailed ? outcome.Error : outcome.Existing?.Version > version ? null : InTheWay;
            if (outcome.State != WriteState.Failed || outcome.Error is { Code: ErrorCode.InternalError or ErrorCode.ItemTooLarge }) continue;

            // Without an answer to this one the rest need not be tried: the time of a call has an end.
            stopped = outcome.Error;
            if (lost) errors[at] = DynamoFailures.OutcomeUnknown;
        }
    }

    private async ValueTask<WriteOutcome<T>> PutAgainAsync<T>(DynamoRequest batch, Range entry, long version, TableCall call) where T : class, IResource<T>
    {
        using var request = DynamoRequest.For(Name);
        var token = WritePutAgain<T>(request.Json, BatchReplies.ItemOf(batch.Body.Span[entry]));
        try
        {
            return await WriteAsync<T>(DynamoOperation.PutItem, request, token, version, call).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return WriteOutcome<T>.Failed(DynamoFailures.Unavailable);
        }
    }

    private string WritePutAgain<T>(Utf8JsonWriter json, ReadOnlySpan<byte> item) where T : class, IResource<T>
    {
        json.WritePropertyName("Item"u8);
        json.WriteRawValue(item, skipInputValidation: true);
        ItemRequests.IfAbsent<T>(json, Client.Clock);
        json.WriteEndObject();
        using var attributes = new AttributeList(item);
        return ItemJson.Text(attributes.ValueOf(AttributeNames.WriteToken)) ?? throw new JsonException();
    }
}
