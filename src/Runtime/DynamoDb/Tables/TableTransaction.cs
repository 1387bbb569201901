using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>
/// Writes of one tenant that happen all or not at all. Add actions, then commit once. Carries a token over all attempts, so that a repeated
/// attempt is not a second effect (API reference, TransactWriteItems, ClientRequestToken: 10 minutes).
/// </summary>
/// <param name="table">The table.</param>
/// <param name="call">For whom.</param>
public sealed class TableTransaction(DynamoTable table, TableCall call) : IDisposable
{
    /// <summary>The most actions (developer guide, Quotas: 100 items, 4 MB). A transaction is never split.</summary>
    public const int MaxActions = 100;

    private readonly DynamoRequest _request = Begin();
    private readonly string _token = WriteToken.New();
    private readonly HashSet<ItemKey> _keys = [];
    private readonly List<ServiceError?> _problems = [];
    private bool _disposed;

    /// <summary>How many actions there are.</summary>
    public int Count => _problems.Count;

    /// <summary>Stores a new item; the transaction fails if one has its key.</summary>
    /// <exception cref="ArgumentException">The record is another tenant's, or its key occurs twice.</exception>
    public TableTransaction PutNew<T>(T item) where T : class, IResource<T>
    {
        DynamoTable.Demand(item, call);
        return Add<T>("Put"u8, request =>
        {
            var problem = ItemRequests.Item(request, item, _token, null);
            ItemRequests.IfAbsent<T>(request.Json, table.Client.Clock.GetUtcNow());
            return problem;
        });
    }

    /// <summary>Changes what differs, only if the item still is as <paramref name="before"/> says.</summary>
    /// <exception cref="ArgumentException">The record is another tenant's, or its key occurs twice.</exception>
    public TableTransaction Update<T>(T before, T after) where T : class, IResource<T>
    {
        DynamoTable.Demand(before, call);
        DynamoTable.Demand(after, call);
        return Add<T>("Update"u8, request => ItemUpdate.Write(request, before, after, _token));
    }

    /// <summary>Removes an item of the tenant for good.</summary>
    /// <exception cref="ArgumentException">The key occurs twice.</exception>
    public TableTransaction Delete<T>(ItemKey key) where T : class, IResource<T> => Add<T>("Delete"u8, request =>
    {
        ItemRequests.Key<T>(request.Json, key);
        ItemRequests.IfOfTenantOrAbsent<T>(request.Json, call.TenantId);
        return null;
    });

    /// <summary>Demands that an item of the tenant is there and not deleted.</summary>
    /// <exception cref="ArgumentException">The key occurs twice.</exception>
    public TableTransaction Check<T>(ItemKey key) where T : class, IResource<T> => Add<T>("ConditionCheck"u8, request =>
    {
        ItemRequests.Key<T>(request.Json, key);
        ItemRequests.IfLive(request.Json, call.TenantId);
        return null;
    });

    /// <summary>Does all of it, or nothing.</summary>
    public async ValueTask<TransactionOutcome> CommitAsync()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (Count is 0 or > MaxActions) throw new InvalidOperationException($"A transaction has 1 to {MaxActions} actions, not {Count}.");
        if (_problems.Find(static problem => problem is not null) is { } problem) return new TransactionOutcome(problem, _problems);

        var json = _request.Json;
        json.WriteEndArray();
        json.WriteString("ClientRequestToken"u8, _token);
        json.WriteEndObject();
        call.CancellationToken.ThrowIfCancellationRequested();
        try
        {
            using var reply = await table.Client
                .SendAsync(DynamoOperation.TransactWriteItems, _request.Body, call.Deadline, call.CancellationToken).ConfigureAwait(false);
            if (reply.Error is not { } error) return new TransactionOutcome(null, new ServiceError?[Count]);
            return error is { Kind: DynamoErrorKind.TransactionCanceled }
                ? TransactionOutcome.Cancelled(reply.Body.Span, Count)
                : new TransactionOutcome(DynamoFailures.Explain(error, isWrite: true), new ServiceError?[Count]);
        }
        catch (DynamoCanceledException canceled) when (canceled.MayHaveBeenApplied)
        {
            return new TransactionOutcome(DynamoFailures.OutcomeUnknown, new ServiceError?[Count]);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        _request.Dispose();
    }

    private static DynamoRequest Begin()
    {
        var request = DynamoRequest.Rent();
        request.Json.WriteStartObject();
        request.Json.WriteStartArray("TransactItems"u8);
        return request;
    }

    private TableTransaction Add<T>(ReadOnlySpan<byte> action, Func<DynamoRequest, ServiceError?> write) where T : class, IResource<T>
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        using var entry = DynamoRequest.For(table.Name);
        ServiceError? problem;
        try
        {
            problem = write(entry);
        }
        catch (ItemFormatException exception)
        {
            problem = DynamoFailures.Explain(exception);
        }

        entry.Json.WriteEndObject();
        if (problem is null && !_keys.Add(BatchReplies.Key(entry.Since(0), new KeyNames(ResourceNames<T>.PartitionKey, ResourceNames<T>.SortKey)))) throw new ArgumentException("Two actions of a transaction have one key.");
        _problems.Add(problem);
        if (problem is not null) return this;
        _request.Json.WriteStartObject();
        _request.Json.WritePropertyName(action);
        _request.Json.WriteRawValue(entry.Since(0), skipInputValidation: true);
        _request.Json.WriteEndObject();
        return this;
    }
}

/// <summary>How a transaction ended.</summary>
/// <param name="Error">Why nothing was done; null when all was. <see cref="ErrorCode.OutcomeUnknown"/>: all or nothing, but which is not known.</param>
/// <param name="Reasons">For each action in order, what was wrong with it; null when nothing was.</param>
public sealed record TransactionOutcome(ServiceError? Error, IReadOnlyList<ServiceError?> Reasons)
{
    /// <summary>Whether all was done.</summary>
    public bool IsApplied => Error is null;

    internal static TransactionOutcome Cancelled(ReadOnlySpan<byte> body, int count)
    {
        var reasons = new ServiceError?[count];
        var json = ItemJson.Reader(body);
        if (!body.IsEmpty && ItemJson.MoveTo(ref json, "CancellationReasons"u8))
        {
            for (var i = 0; i < count && json.Read() && json.TokenType == JsonTokenType.StartObject; i++)
            {
                var reason = json;
                json.Skip();
                reasons[i] = Explain(ref reason, body);
            }
        }

        return new TransactionOutcome(Array.Find(reasons, static reason => reason is not null) ?? DynamoFailures.Conflict, reasons);
    }

    private static ServiceError? Explain(ref Utf8JsonReader reason, ReadOnlySpan<byte> body)
    {
        var inside = ItemJson.Reader(body[(int)reason.TokenStartIndex..]);
        if (!ItemJson.MoveTo(ref inside, "Code"u8) || inside.ValueTextEquals("None"u8)) return null;
        return inside switch
        {
            _ when inside.ValueTextEquals("ConditionalCheckFailed"u8) || inside.ValueTextEquals("TransactionConflict"u8) => DynamoFailures.Conflict,
            _ when inside.ValueTextEquals("ItemCollectionSizeLimitExceeded"u8) => DynamoFailures.TooLarge,
            _ when inside.ValueTextEquals("ProvisionedThroughputExceeded"u8) || inside.ValueTextEquals("ThrottlingError"u8) => DynamoFailures.Throttled,
            _ => DynamoFailures.Defect,
        };
    }
}
