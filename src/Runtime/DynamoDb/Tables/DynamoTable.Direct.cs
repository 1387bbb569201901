using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>How a direct update ended.</summary>
/// <param name="Final">The resource as it is stored now, or why it could not be changed. Null: it must be read to know.</param>
/// <param name="Found">What was in the way, as it came back with the failure. Null: nothing came.</param>
internal readonly record struct DirectOutcome<T>(ServiceResult<T>? Final, ServiceResult<T>? Found) where T : class, IResource<T>;

/// <content>Changes that DynamoDB makes itself.</content>
public sealed partial class DynamoTable
{
    /// <summary>Changes an item without reading it, if DynamoDB can do it as it is meant.</summary>
    /// <remarks>
    /// What may be done twice, or demands a version, goes as one UpdateItem, which recognises its own effect by the write token. What must not
    /// be done twice is a transaction of one action: between an attempt whose answer is lost and the next one, another writer may have
    /// replaced the token, and only DynamoDB's own memory of ClientRequestToken still tells.
    /// </remarks>
    internal async ValueTask<DirectOutcome<T>> UpdateDirectlyAsync<T>(DirectUpdate update, DirectWrite<T> write, TableCall call) where T : class, IResource<T>
    {
        if (!write.Key.IsStorable) return new(ServiceError.NotFound, null);
        call.CancellationToken.ThrowIfCancellationRequested();
        try
        {
            return update.IsRepeatable || write.IfVersion is not null
                ? await UpdatePlainlyAsync(update, write, call).ConfigureAwait(false)
                : await UpdateOnceAsync(update, write, call).ConfigureAwait(false);
        }
        catch (DynamoCanceledException canceled) when (canceled.MayHaveBeenApplied)
        {
            return new(DynamoFailures.OutcomeUnknown, null);
        }
    }

    private async ValueTask<DirectOutcome<T>> UpdatePlainlyAsync<T>(DirectUpdate update, DirectWrite<T> write, TableCall call) where T : class, IResource<T>
    {
        using var request = DynamoRequest.For(Name);
        if (!update.Write(request, write)) return default;
        request.Json.WriteString("ReturnValues"u8, "ALL_NEW"u8);
        request.Json.WriteEndObject();
        using var reply = await SendAsync(DynamoOperation.UpdateItem, request, call).ConfigureAwait(false);
        if (reply.Error is not { } error) return new(Written(ReadNew<T>(reply.Body.Span, call.TenantId)), null);
        if (error is { Kind: DynamoErrorKind.Validation, MayHaveBeenApplied: false }) return default;
        if (error.Kind != DynamoErrorKind.ConditionFailed) return new(DynamoFailures.Explain(error, isWrite: true), null);

        var existing = ExistingItem<T>.Find(reply.Body.Span, call.TenantId);
        if (existing is not null && string.Equals(existing.WriteToken, write.Token, StringComparison.Ordinal)) return new(Written(existing.Item), null);
        return error.MayHaveBeenApplied ? new(DynamoFailures.OutcomeUnknown, null) : new(null, existing?.Item ?? ServiceError.NotFound);
    }

    private async ValueTask<DirectOutcome<T>> UpdateOnceAsync<T>(DirectUpdate update, DirectWrite<T> write, TableCall call) where T : class, IResource<T>
    {
        using var request = DynamoRequest.Rent();
        var json = request.Json;
        json.WriteStartObject();
        json.WriteStartArray("TransactItems"u8);
        Begin(json, "Update");
        if (!update.Write(request, write)) return default;
        End(json);
        json.WriteEndArray();
        json.WriteString("ClientRequestToken"u8, write.Token);
        json.WriteEndObject();
        using (var reply = await SendTransactionAsync(request, call).ConfigureAwait(false))
        {
            if (reply.Error is { Kind: DynamoErrorKind.TransactionCanceled } cancelled)
            {
                // The token would have made an earlier attempt that was applied a success, so none was.
                var reasons = new CancellationReasons(reply.Body, 1);
                if (reasons.IsConditionFailed(0)) return new(null, ExistingItem<T>.Find(reasons[0].Span, call.TenantId)?.Item ?? ServiceError.NotFound);
                return reasons.Is(0, "ValidationError"u8) ? default : new(DynamoFailures.Explain(cancelled, isWrite: true), null);
            }

            if (reply.Error is { Kind: DynamoErrorKind.Validation, MayHaveBeenApplied: false }) return default;
            if (reply.Error is { } error) return new(DynamoFailures.Explain(error, isWrite: true), null);
        }

        // A transaction returns nothing. What is read may hold later writes as well.
        return new(Written(await GetItemAsync<T>(write.Key, call, consistent: true).ConfigureAwait(false)), null);
    }

    /// <summary>What was written can be shown, or the caller cannot know that it was.</summary>
    private static ServiceResult<T> Written<T>(ServiceResult<T> read) where T : class, IResource<T> => read.IsSuccess ? read : DynamoFailures.OutcomeUnknown;

    private static ServiceResult<T> ReadNew<T>(ReadOnlySpan<byte> body, string tenantId) where T : class, IResource<T>
    {
        try
        {
            var json = ItemJson.Reader(body);
            return ItemJson.MoveTo(ref json, "Attributes"u8) ? StoredItem.Read<T>(ref json, body, tenantId) : DynamoFailures.OutcomeUnknown;
        }
        catch (JsonException)
        {
            return DynamoFailures.OutcomeUnknown;
        }
    }
}
