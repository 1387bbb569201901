using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <content>Writes of an item and its companions in one transaction.</content>
public sealed partial class DynamoTable
{
    /// <summary>Stores a new item and its companions, all or none; without companions by a request of its own.</summary>
    internal ValueTask<WriteOutcome<T>> PutNewItemAsync<T>(T item, List<Companion>? companions, TableCall call, string? bodyHash)
        where T : class, IResource<T> =>
        companions is null ? PutNewItemAsync(item, call, bodyHash) : PutTogetherAsync(item, companions, call, bodyHash);

    /// <summary>Changes an item and its companions, all or none; without companions by a request of its own.</summary>
    /// <param name="before">The item as it was read.</param>
    /// <param name="after">The item as it is to be, its version one more.</param>
    /// <param name="companions">What is written with it. Null: nothing.</param>
    /// <param name="onlyIf">What else must hold of the stored item. Null: nothing.</param>
    /// <param name="call">For whom.</param>
    internal ValueTask<WriteOutcome<T>> UpdateItemAsync<T>(T before, T after, List<Companion>? companions, Filter<T>? onlyIf, TableCall call)
        where T : class, IResource<T> =>
        companions is null ? UpdateItemAsync(before, after, onlyIf, call) : UpdateTogetherAsync(before, after, companions, onlyIf, call);

    // Methods of their own: what their lambdas capture would be allocated for writes without companions as well.
    private ValueTask<WriteOutcome<T>> PutTogetherAsync<T>(T item, List<Companion> companions, TableCall call, string? bodyHash) where T : class, IResource<T>
    {
        Demand(item, call);
        return WriteTogetherAsync<T>("Put", (request, token, _) =>
        {
            var problem = ItemRequests.Item(request, item, token, bodyHash);
            ItemRequests.IfAbsent<T>(request.Json, Client.Clock);
            return problem;
        }, item.System.Version, companions, call);
    }

    private ValueTask<WriteOutcome<T>> UpdateTogetherAsync<T>(T before, T after, List<Companion> companions, Filter<T>? onlyIf, TableCall call)
        where T : class, IResource<T>
    {
        Demand(before, call);
        Demand(after, call);
        return WriteTogetherAsync<T>("Update", (request, token, byPath) => ItemUpdate.Write(request, before, after, token, onlyIf, byPath), after.System.Version, companions, call);
    }

    /// <summary>
    /// Sends one TransactWriteItems whose first action is the item's. The write token is its ClientRequestToken as well, so that a repeated
    /// attempt is no second effect (API reference, TransactWriteItems: 10 minutes); after that the stored token still tells.
    /// </summary>
    private async ValueTask<WriteOutcome<T>> WriteTogetherAsync<T>(string action, Func<DynamoRequest, string, bool, ServiceError?> write, long version,
        List<Companion> companions, TableCall call) where T : class, IResource<T>
    {
        call.CancellationToken.ThrowIfCancellationRequested();
        var byPath = true;
        while (true)
        {
            var token = WriteToken.New();
            using var request = DynamoRequest.Rent();
            try
            {
                if (WriteTransaction(request, action, write, byPath, companions, token) is { } problem) return WriteOutcome<T>.Failed(problem);
                using var reply = await SendTransactionAsync(request, call).ConfigureAwait(false);
                if (reply.Error is not { Kind: DynamoErrorKind.TransactionCanceled } error) return WriteOutcome<T>.Of(reply, token, version, call.TenantId);

                var reasons = new CancellationReasons(reply.Body, companions.Count + 1);
                if (reasons.IsConditionFailed(0)) return WriteOutcome<T>.Of(error, ExistingItem<T>.Find(reasons[0].Span, call.TenantId), token, version);
                if (byPath && reasons.Is(0, "ValidationError"u8))
                {
                    // Most likely a map, read as its member's initial value, is not stored yet: there is no path into it.
                    byPath = false;
                    continue;
                }

                var needed = new List<Companion>(companions.Count);
                for (var i = 0; i < companions.Count; i++)
                {
                    if (!reasons.IsConditionFailed(i + 1)) needed.Add(companions[i]);
                    else if (companions[i].Refusal is { } refusal) return WriteOutcome<T>.Failed(refusal);
                }

                if (needed.Count == companions.Count) return WriteOutcome<T>.Failed(DynamoFailures.Explain(error, isWrite: true));
                companions = needed;
            }
            catch (ItemFormatException exception)
            {
                return WriteOutcome<T>.Failed(DynamoFailures.Explain(exception));
            }
            catch (DynamoCanceledException canceled) when (canceled.MayHaveBeenApplied)
            {
                return WriteOutcome<T>.Failed(DynamoFailures.OutcomeUnknown);
            }
        }
    }

    private ServiceError? WriteTransaction(DynamoRequest request, string action, Func<DynamoRequest, string, bool, ServiceError?> write, bool byPath,
        List<Companion> companions, string token)
    {
        var json = request.Json;
        json.WriteStartObject();
        json.WriteStartArray("TransactItems"u8);
        Begin(json, action);
        if (write(request, token, byPath) is { } problem) return problem;
        End(json);
        foreach (var companion in companions)
        {
            Begin(json, companion.Action);
            if (companion.Write(request, token) is { } refusal) return refusal;
            End(json);
        }

        json.WriteEndArray();
        json.WriteString("ClientRequestToken"u8, token);
        json.WriteEndObject();
        return null;
    }

    private void Begin(Utf8JsonWriter json, string action)
    {
        json.WriteStartObject();
        json.WriteStartObject(action);
        json.WriteString("TableName"u8, Name);
    }

    private static void End(Utf8JsonWriter json)
    {
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
