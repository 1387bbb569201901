using System.Runtime.CompilerServices;
using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>
/// The operations of one table, typed by the resource: requests and replies go straight between records and DynamoDB's JSON. Immutable and safe
/// for any number of threads. Services add what it means to a caller.
/// </summary>
/// <remarks>
/// Every item that comes back is compared with the call's tenant and the resource's type; others are withheld. Errors of DynamoDB are results,
/// not exceptions.
/// </remarks>
/// <param name="client">Sends requests, with retries.</param>
/// <param name="name">The table's name.</param>
/// <param name="capacity">Gets what requests consumed. Null: DynamoDB is not asked.</param>
public sealed partial class DynamoTable(DynamoClient client, string name, Action<ConsumedCapacity>? capacity = null)
{
    /// <summary>The table's name.</summary>
    public string Name { get; } = name;

    /// <summary>Sends requests, with retries.</summary>
    public DynamoClient Client { get; } = client;

    /// <summary>Reads one item.</summary>
    /// <param name="key">Its primary key.</param>
    /// <param name="call">For whom.</param>
    /// <param name="consistent">Whether to see all writes that have ended, at twice the read units. Default false.</param>
    /// <returns>The record, or an error: NotFound when there is none for this tenant and type.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<ServiceResult<T>> GetItemAsync<T>(ItemKey key, TableCall call, bool consistent = false) where T : class, IResource<T>
    {
        if (!key.IsStorable) return ServiceError.NotFound;
        using var request = DynamoRequest.For(Name);
        ItemRequests.Key<T>(request.Json, key);
        if (consistent) request.Json.WriteBoolean("ConsistentRead"u8, true);
        request.Json.WriteEndObject();

        using var reply = await SendAsync(DynamoOperation.GetItem, request, call).ConfigureAwait(false);
        return reply.Error is { } error ? DynamoFailures.Explain(error, isWrite: false) : ReadItem<T>(reply.Body.Span, call.TenantId);
    }

    /// <summary>Reads some attributes of one item.</summary>
    internal async ValueTask<ServiceResult<ProjectedRow<TProjection, T>>> GetProjectedAsync<TProjection, T>(ItemKey key, TableCall call, bool consistent)
        where TProjection : class, IProjection<TProjection, T> where T : class, IResource<T>
    {
        if (!key.IsStorable) return ServiceError.NotFound;
        using var request = DynamoRequest.For(Name);
        ItemRequests.Key<T>(request.Json, key);
        var selection = ProjectedItem<TProjection, T>.Selection!;
        selection.WriteExpression(request.Json);
        request.Json.WriteStartObject("ExpressionAttributeNames"u8);
        selection.WriteNames(request.Json);
        request.Json.WriteEndObject();
        if (consistent) request.Json.WriteBoolean("ConsistentRead"u8, true);
        request.Json.WriteEndObject();

        var reply = await SendAsync(DynamoOperation.GetItem, request, call).ConfigureAwait(false);
        var result = ProjectedRow<TProjection, T>.Read(reply, call.TenantId);
        if (!result.IsSuccess) reply.Dispose();
        return result;
    }

    /// <summary>Stores a new item; if one has its key, nothing is changed and it is in the outcome.</summary>
    /// <param name="item">The record.</param>
    /// <param name="call">For whom.</param>
    /// <param name="bodyHash">Stored with the item, for idempotent creates.</param>
    /// <exception cref="ArgumentException">The record is another tenant's.</exception>
    public async ValueTask<WriteOutcome<T>> PutNewItemAsync<T>(T item, TableCall call, string? bodyHash = null) where T : class, IResource<T>
    {
        Demand(item, call);
        var token = WriteToken.New();
        using var request = DynamoRequest.For(Name);
        try
        {
            if (ItemRequests.Item(request, item, token, bodyHash) is { } problem) return WriteOutcome<T>.Failed(problem);
        }
        catch (ItemFormatException exception)
        {
            return WriteOutcome<T>.Failed(DynamoFailures.Explain(exception));
        }

        ItemRequests.IfAbsent<T>(request.Json, Client.Clock);
        request.Json.WriteEndObject();
        return await WriteAsync<T>(DynamoOperation.PutItem, request, token, item.System.Version, call).ConfigureAwait(false);
    }

    /// <summary>
    /// Changes what differs between two forms of an item, index keys included, and nothing else: attributes this version does not know survive.
    /// Only if the item still is as <paramref name="before"/> says, by version, tenant and liveness; it never comes into being by an update.
    /// </summary>
    /// <param name="before">The item as it was read.</param>
    /// <param name="after">The item as it is to be, its version one more.</param>
    /// <param name="call">For whom.</param>
    /// <exception cref="ArgumentException">The record is another tenant's.</exception>
    public ValueTask<WriteOutcome<T>> UpdateItemAsync<T>(T before, T after, TableCall call) where T : class, IResource<T> =>
        UpdateItemAsync(before, after, null, call);

    private async ValueTask<WriteOutcome<T>> UpdateItemAsync<T>(T before, T after, Filter<T>? onlyIf, TableCall call) where T : class, IResource<T>
    {
        Demand(before, call);
        Demand(after, call);
        var outcome = await UpdateAsync(before, after, onlyIf, call, byPath: true).ConfigureAwait(false);
        return ReferenceEquals(outcome.Error, DynamoFailures.NoSuchPath) ? await UpdateAsync(before, after, onlyIf, call, byPath: false).ConfigureAwait(false) : outcome;
    }

    private async ValueTask<WriteOutcome<T>> UpdateAsync<T>(T before, T after, Filter<T>? onlyIf, TableCall call, bool byPath) where T : class, IResource<T>
    {
        var token = WriteToken.New();
        using var request = DynamoRequest.For(Name);
        try
        {
            if (ItemUpdate.Write(request, before, after, token, onlyIf, byPath) is { } problem) return WriteOutcome<T>.Failed(problem);
        }
        catch (ItemFormatException exception)
        {
            return WriteOutcome<T>.Failed(DynamoFailures.Explain(exception));
        }

        request.Json.WriteEndObject();
        return await WriteAsync<T>(DynamoOperation.UpdateItem, request, token, after.System.Version, call).ConfigureAwait(false);
    }

    /// <summary>Removes an item of the tenant for good. Services delete softly; this is for maintenance.</summary>
    /// <returns>An error, or null when there is no such item any more.</returns>
    public async ValueTask<ServiceError?> DeleteItemAsync<T>(ItemKey key, TableCall call) where T : class, IResource<T>
    {
        if (!key.IsStorable) return null;
        using var request = DynamoRequest.For(Name);
        var json = request.Json;
        ItemRequests.Key<T>(json, key);
        ItemRequests.IfOfTenantOrAbsent<T>(json, call.TenantId);
        json.WriteEndObject();

        using var reply = await SendAsync(DynamoOperation.DeleteItem, request, call).ConfigureAwait(false);
        return reply.Error switch
        {
            null => null,
            { Kind: DynamoErrorKind.ConditionFailed, MayHaveBeenApplied: false } => ServiceError.NotFound,
            var error => DynamoFailures.Explain(error, isWrite: true),
        };
    }

    /// <summary>The last line before the wire: what is written belongs to the tenant it is written for.</summary>
    internal static void Demand<T>(T item, TableCall call) where T : class, IResource<T>
    {
        ArgumentNullException.ThrowIfNull(item);
        if (!string.Equals(item.System.TenantId, call.TenantId, StringComparison.Ordinal))
        {
            throw new ArgumentException("The record is another tenant's.", nameof(item));
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<WriteOutcome<T>> WriteAsync<T>(DynamoOperation operation, DynamoRequest request, string token, long version, TableCall call)
        where T : class, IResource<T>
    {
        call.CancellationToken.ThrowIfCancellationRequested();
        try
        {
            using var reply = await SendAsync(operation, request, call).ConfigureAwait(false);
            return WriteOutcome<T>.Of(reply, token, version, call.TenantId);
        }
        catch (DynamoCanceledException canceled) when (canceled.MayHaveBeenApplied)
        {
            return WriteOutcome<T>.Failed(DynamoFailures.OutcomeUnknown);
        }
    }

    internal ValueTask<DynamoReply> SendAsync(DynamoOperation operation, DynamoRequest request, TableCall call) => capacity is null
        ? Client.SendAsync(operation, request.Body, IsRepeatable(operation), call.Deadline, call.CancellationToken)
        : SendMeteredAsync(operation, request, call, capacity);

    private async ValueTask<DynamoReply> SendMeteredAsync(DynamoOperation operation, DynamoRequest request, TableCall call, Action<ConsumedCapacity> capacity)
    {
        request.AskForCapacity();
        var reply = await Client.SendAsync(operation, request.Body, IsRepeatable(operation), call.Deadline, call.CancellationToken).ConfigureAwait(false);
        try
        {
            if (reply.Error is null) ConsumedCapacity.Report(operation, reply.Body.Span, capacity);
            return reply;
        }
        catch
        {
            reply.Dispose();
            throw;
        }
    }

    // Its writes have no conditions: repeated after a lost answer, they would undo what others wrote in between.
    private static bool IsRepeatable(DynamoOperation operation) => operation != DynamoOperation.BatchWriteItem;

    private static ServiceResult<T> ReadItem<T>(ReadOnlySpan<byte> body, string tenantId) where T : class, IResource<T>
    {
        try
        {
            var json = ItemJson.Reader(body);
            return ItemJson.MoveTo(ref json, "Item"u8) && json.TokenType == JsonTokenType.StartObject ? StoredItem.Read<T>(ref json, body, tenantId) : ServiceError.NotFound;
        }
        catch (JsonException)
        {
            // A success whose body is not JSON did not come from DynamoDB as it was sent.
            return DynamoFailures.Unavailable;
        }
    }
}
