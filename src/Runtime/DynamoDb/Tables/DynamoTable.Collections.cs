using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <content>Partitions that several resources share.</content>
public sealed partial class DynamoTable
{
    /// <summary>Reads on in a partition, whatever is in it: one request, at most 1 MB (API reference, Query).</summary>
    internal async ValueTask<ServiceResult<CollectionPage>> QueryAsync(
        KeyQuery query, QueryPosition? after, int limit, bool consistent, IReadOnlyList<CollectionPart> parts, TableCall call)
    {
        using var request = DynamoRequest.For(Name);
        CollectionPage.Write(request.Json, query, after, limit, consistent, parts[0].Definition);
        using var reply = await SendAsync(DynamoOperation.Query, request, call).ConfigureAwait(false);
        if (reply.Error is { } error) return DynamoFailures.Explain(error, isWrite: false);
        try
        {
            return CollectionPage.Read(reply.Body.Span, query, parts, call.TenantId);
        }
        catch (JsonException)
        {
            return DynamoFailures.Unavailable;
        }
    }
}
