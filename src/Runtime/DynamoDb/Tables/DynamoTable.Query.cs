using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <content>Queries.</content>
public sealed partial class DynamoTable
{
    /// <summary>Reads on in a partition: one request, at most 1 MB (API reference, Query). Deleted items and other types stay at the database.</summary>
    /// <param name="query">Which partition, and the sort keys wanted.</param>
    /// <param name="after">The position to go on after; null: from the start.</param>
    /// <param name="limit">The most items to read, those that are not shown included. At least 1.</param>
    /// <param name="descending">Whether the largest sort key comes first.</param>
    /// <param name="call">For whom.</param>
    /// <param name="consistent">Whether to see all writes that have ended; DynamoDB refuses it for global secondary indexes. Default false.</param>
    public ValueTask<ServiceResult<QueryPage<T>>> QueryAsync<T>(
        KeyQuery query, QueryPosition? after, int limit, bool descending, TableCall call, bool consistent = false) where T : class, IResource<T> =>
        QueryAsync<T, WholeItem<T>>(query, after, limit, descending, consistent, call);

    /// <summary>Reads on in a partition into rows of any kind.</summary>
    internal async ValueTask<ServiceResult<QueryPage<TRow>>> QueryAsync<TRow, TReader>(
        KeyQuery query, QueryPosition? after, int limit, bool descending, bool consistent, TableCall call) where TReader : struct, IRowReader<TRow>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        using var request = DynamoRequest.For(Name);
        if (QueryRequest.Write<TRow, TReader>(request.Json, query, after, limit, descending, consistent) is { } problem) return problem;
        var reply = await SendAsync(DynamoOperation.Query, request, call).ConfigureAwait(false);
        var owned = false;
        try
        {
            if (reply.Error is { } error) return DynamoFailures.Explain(error, isWrite: false);
            var page = QueryPage<TRow, TReader>.Read(reply, query, call.TenantId);
            owned = page.IsSuccess;
            return page;
        }
        catch (JsonException)
        {
            return DynamoFailures.Unavailable;
        }
        finally
        {
            if (!owned) reply.Dispose();
        }
    }
}
