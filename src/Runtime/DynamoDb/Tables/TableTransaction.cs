namespace GeekCafe.DynamoDb;

/// <summary>
/// Writes of one tenant that happen all or not at all. Add actions, then commit once. Carries a token over all attempts, so that a repeated
/// attempt is not a second effect (API reference, TransactWriteItems, ClientRequestToken: 10 minutes).
/// </summary>
public sealed class TableTransaction : IDisposable
{
    /// <summary>The most actions (developer guide, Quotas: 100 items, 4 MB). A transaction is never split.</summary>
    public const int MaxActions = 100;

    private static readonly ServiceError Twice = new(ErrorCode.ValidationError, "Two actions of a transaction concern one item.");

    internal static readonly ServiceError TooLarge = new(ErrorCode.PayloadTooLarge, "The transaction would be larger than 4 MB, the most that can be done at once.");

    private readonly DynamoTable _table;
    private readonly TableCall _call;
    private readonly string _token;
    private readonly string _requestToken;
    private readonly DynamoRequest _request = Begin();
    private readonly HashSet<ItemKey> _distinct = [];
    private readonly List<ItemKey> _keys = [];
    private readonly List<ServiceError?> _problems = [];
    private bool _disposed;

    /// <summary>A transaction.</summary>
    /// <param name="table">The table.</param>
    /// <param name="call">For whom.</param>
    public TableTransaction(DynamoTable table, TableCall call) : this(table, call, WriteToken.New())
    {
    }

    /// <summary>A transaction under a token of the caller's: stored with each item, and DynamoDB's ClientRequestToken unless that is another.</summary>
    internal TableTransaction(DynamoTable table, TableCall call, string token, string? requestToken = null) =>
        (_table, _call, _token, _requestToken) = (table, call, token, requestToken ?? token);

    /// <summary>How many actions there are.</summary>
    public int Count => _problems.Count;

    /// <summary>What is stored with each item.</summary>
    internal string Token => _token;

    /// <summary>What is wrong with each action so far; null when nothing is.</summary>
    internal IReadOnlyList<ServiceError?> Problems => _problems;

    /// <summary>Stores a new item; the transaction fails if one has its key.</summary>
    /// <exception cref="ArgumentException">The record is another tenant's, or its key occurs twice.</exception>
    public TableTransaction PutNew<T>(T item) where T : class, IResource<T> => Demand(PutNew(item, null));

    /// <summary>Changes what differs, only if the item still is as <paramref name="before"/> says.</summary>
    /// <exception cref="ArgumentException">The record is another tenant's, or its key occurs twice.</exception>
    public TableTransaction Update<T>(T before, T after) where T : class, IResource<T> => Demand(Update(before, after, null));

    /// <summary>Removes an item of the tenant for good.</summary>
    /// <exception cref="ArgumentException">The key occurs twice.</exception>
    public TableTransaction Delete<T>(ItemKey key) where T : class, IResource<T> => Demand(Add<T>("Delete", request =>
    {
        ItemRequests.Key<T>(request.Json, key);
        ItemRequests.IfOfTenantOrAbsent<T>(request.Json, _call.TenantId);
        return null;
    }));

    /// <summary>Demands that an item of the tenant is there and not deleted.</summary>
    /// <exception cref="ArgumentException">The key occurs twice.</exception>
    public TableTransaction Check<T>(ItemKey key) where T : class, IResource<T> => Demand(Add<T>("ConditionCheck", request =>
    {
        ItemRequests.Key<T>(request.Json, key);
        ItemRequests.IfLive<T>(request.Json, _call.TenantId);
        return null;
    }));

    /// <summary>Does all of it, or nothing.</summary>
    public async ValueTask<TransactionOutcome> CommitAsync()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (Count is 0 or > MaxActions) throw new InvalidOperationException($"A transaction has 1 to {MaxActions} actions, not {Count}.");
        if (_problems.Find(static problem => problem is not null) is { } problem) return new TransactionOutcome(problem, _problems);

        _call.CancellationToken.ThrowIfCancellationRequested();
        if (!Fits()) return new TransactionOutcome(TooLarge, new ServiceError?[Count]);
        try
        {
            using var reply = await SendAsync().ConfigureAwait(false);
            if (reply.Error is not { } error) return new TransactionOutcome(null, new ServiceError?[Count]);
            return error is { Kind: DynamoErrorKind.TransactionCanceled }
                ? TransactionOutcome.Cancelled(reply.Body, Count)
                : new TransactionOutcome(DynamoFailures.Explain(error, isWrite: true), new ServiceError?[Count]);
        }
        catch (DynamoCanceledException canceled) when (canceled.MayHaveBeenApplied)
        {
            return new TransactionOutcome(DynamoFailures.OutcomeUnknown, new ServiceError?[Count]);
        }
    }

    /// <inheritdoc cref="PutNew{T}(T)"/>
    /// <returns>What is wrong with it, or null.</returns>
    internal ServiceError? PutNew<T>(T item, string? bodyHash) where T : class, IResource<T>
    {
        DynamoTable.Demand(item, _call);
        return Add<T>("Put", request =>
        {
            var problem = ItemRequests.Item(request, item, _token, bodyHash);
            ItemRequests.IfAbsent<T>(request.Json, _table.Client.Clock);
            return problem;
        });
    }

    /// <inheritdoc cref="Update{T}(T, T)"/>
    /// <returns>What is wrong with it, or null.</returns>
    internal ServiceError? Update<T>(T before, T after, Filter<T>? onlyIf) where T : class, IResource<T>
    {
        DynamoTable.Demand(before, _call);
        DynamoTable.Demand(after, _call);
        return Add<T>("Update", request => ItemUpdate.Write(request, before, after, _token, onlyIf));
    }

    /// <summary>Demands that an item is as it was read.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    internal ServiceError? CheckVersion<T>(T item, ItemKey key) where T : class, IResource<T>
    {
        DynamoTable.Demand(item, _call);
        return Add<T>("ConditionCheck", request =>
        {
            ItemRequests.Key<T>(request.Json, key);
            ItemRequests.IfVersion(request.Json, _call.TenantId, item);
            return null;
        });
    }

    /// <summary>Writes what belongs to an action's item, unless it is one of those left out.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    internal ServiceError? Add<T>(Companion companion, HashSet<ItemKey> leftOut) where T : class, IResource<T> =>
        Add<T>(companion.Action, request => companion.Write(request, _token), companion.Refusal is null ? leftOut : null);

    /// <summary>The key of an action's item.</summary>
    internal ItemKey KeyOf(int action) => _keys[action];

    /// <summary>Whether DynamoDB takes as much at once.</summary>
    internal bool Fits() => TransactionSize.Fits(_request.Body.Span);

    /// <summary>Ends the request and sends it. Once.</summary>
    internal ValueTask<DynamoReply> SendAsync()
    {
        var json = _request.Json;
        json.WriteEndArray();
        json.WriteString("ClientRequestToken"u8, _requestToken);
        json.WriteEndObject();
        return _table.SendAsync(DynamoOperation.TransactWriteItems, _request, _call);
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

    private TableTransaction Demand(ServiceError? problem)
    {
        if (!ReferenceEquals(problem, Twice)) return this;

        // Thrown on, it is as if it had not been added.
        _problems.RemoveAt(_problems.Count - 1);
        _keys.RemoveAt(_keys.Count - 1);
        throw new ArgumentException("Two actions of a transaction have one key.");
    }

    private ServiceError? Add<T>(string action, Func<DynamoRequest, ServiceError?> write, HashSet<ItemKey>? leftOut = null) where T : class, IResource<T>
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        using var entry = DynamoRequest.For(_table.Name);
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
        var key = problem is null ? BatchReplies.Key(entry.Since(0), KeyNames.For<T>()) : default;
        if (leftOut is not null && leftOut.Contains(key)) return null;
        if (problem is null && !_distinct.Add(key)) problem = Twice;
        _keys.Add(key);
        _problems.Add(problem);
        if (problem is not null) return problem;
        _request.Json.WriteStartObject();
        _request.Json.WritePropertyName(action);
        _request.Json.WriteRawValue(entry.Since(0), skipInputValidation: true);
        _request.Json.WriteEndObject();
        return null;
    }
}

/// <summary>How a transaction ended.</summary>
/// <param name="Error">Why nothing was done; null when all was. <see cref="ErrorCode.OutcomeUnknown"/>: all or nothing, but which is not known.</param>
/// <param name="Reasons">For each action in order, what was wrong with it; null when nothing was.</param>
public sealed record TransactionOutcome(ServiceError? Error, IReadOnlyList<ServiceError?> Reasons)
{
    /// <summary>Whether all was done.</summary>
    public bool IsApplied => Error is null;

    internal static TransactionOutcome Cancelled(ReadOnlyMemory<byte> body, int count)
    {
        var found = new CancellationReasons(body, count);
        var reasons = new ServiceError?[count];
        for (var i = 0; i < count; i++) reasons[i] = Explain(found[i].Span);
        return new TransactionOutcome(Array.Find(reasons, static reason => reason is not null) ?? DynamoFailures.Conflict, reasons);
    }

    /// <summary>What a reason means; null for none.</summary>
    internal static ServiceError? Explain(ReadOnlySpan<byte> reason)
    {
        if (reason.IsEmpty) return null;
        var inside = ItemJson.Reader(reason);
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
