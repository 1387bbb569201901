using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <content>Reads of unique values' markers.</content>
public sealed partial class DynamoTable
{
    /// <summary>The key of the resource that holds a value. Reads consistently.</summary>
    internal async ValueTask<ServiceResult<ItemKey>> FindOwnerAsync<T>(UniqueClaim claim, TableCall call) where T : class, IResource<T>
    {
        var key = UniqueMarkers.KeyOf(claim);
        if (!key.IsStorable) return ServiceError.NotFound;
        using var request = DynamoRequest.For(Name);
        ItemRequests.Key<T>(request.Json, key);
        request.Json.WriteBoolean("ConsistentRead"u8, true);
        request.Json.WriteEndObject();

        using var reply = await SendAsync(DynamoOperation.GetItem, request, call).ConfigureAwait(false);
        if (reply.Error is { } error) return DynamoFailures.Explain(error, isWrite: false);
        try
        {
            return ReadOwner(reply.Body.Span, call.TenantId);
        }
        catch (JsonException)
        {
            return DynamoFailures.Unavailable;
        }
    }

    private static ServiceResult<ItemKey> ReadOwner(ReadOnlySpan<byte> body, string tenantId)
    {
        var json = ItemJson.Reader(body);
        if (!ItemJson.MoveTo(ref json, "Item"u8)) return ServiceError.NotFound;
        using var marker = new AttributeList(body[(int)json.TokenStartIndex..]);
        return string.Equals(ItemJson.Text(marker.ValueOf(AttributeNames.TenantId)), tenantId, StringComparison.Ordinal) &&
            string.Equals(ItemJson.Text(marker.ValueOf(AttributeNames.Type)), ServiceAttributes.UniqueType, StringComparison.Ordinal) &&
            ItemJson.Text(marker.ValueOf(UniqueMarkers.OwnerPartition)) is { } partition && ItemJson.Text(marker.ValueOf(UniqueMarkers.OwnerSort)) is { } sort
            ? new ItemKey(partition, sort)
            : ServiceError.NotFound;
    }
}
