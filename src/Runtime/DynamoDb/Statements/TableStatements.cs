using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>
/// PartiQL for what the services do not offer. Each statement is pinned to a partition of the caller's tenant by a parameter of ours, so it can neither
/// scan nor leave the tenant, and each item that comes back is compared with tenant and type. It knows no access rules, no hooks and no versions.
/// </summary>
/// <example>
/// <code>
/// var statements = new TableStatements(environment, App.Table, caller);
/// var page = await statements.SelectAsync&lt;Order&gt;(OrderKeys.PartitionKey(caller.TenantId), "status = ? AND lines[0].count &gt; ?", ["open", 5]);
/// </code>
/// </example>
/// <param name="environment">What the services share.</param>
/// <param name="definition">The table's keys and indexes, as generated for the application.</param>
/// <param name="caller">On whose behalf.</param>
/// <param name="literal">What the key patterns have before <c>{TenantId}</c>. Default <c>TENANT#</c>.</param>
public sealed class TableStatements(ServiceEnvironment environment, TableDefinition definition, Caller caller, string literal = "TENANT#")
{
    private static readonly HashSet<string> Nothing = [];

    private readonly DynamoTable _table = new(environment.Client, environment.TableName);
    private readonly TenantScope _scope = new(caller.TenantId, literal);
    private bool MayWrite { get; init; }

    /// <summary>The same with writes, which pass by everything services do for a write: rules, hooks, versions, unique values, audit.</summary>
    /// <exception cref="InvalidOperationException">The caller is a person: only background work, which names its reason, writes so.</exception>
    public TableStatements AllowWrites() => caller.IsSystem
        ? new TableStatements(environment, definition, caller, literal) { MayWrite = true }
        : throw new InvalidOperationException("Only background work writes past the services: Caller.ForSystem.");

    /// <summary>Reads items of a partition: <c>SELECT * FROM table WHERE partition key = ? AND (where)</c>. One request, at most 1 MB.</summary>
    /// <param name="partition">The partition key's text: of the table, or of <paramref name="index"/>.</param>
    /// <param name="where">Further conditions, with <c>?</c> for each value. Null: none.</param>
    /// <param name="values">The values, in order.</param>
    /// <param name="index">An index to read. Null: the table.</param>
    /// <param name="next">Where to go on, as an earlier page said; not for clients, who must not see it. Null: from the start.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The records of this tenant and type, and where the next page begins, or a failure of the database.</returns>
    /// <exception cref="ArgumentException">The partition is another tenant's, the index is unknown, or the clause could leave its place.</exception>
    public async Task<ServiceResult<StatementPage<T>>> SelectAsync<T>(string partition, string? where = null, IReadOnlyList<StatementValue>? values = null,
        string? index = null, string? next = null, CancellationToken cancellationToken = default) where T : class, IResource<T>
    {
        var attribute = definition.PartitionKey;
        if (index is not null)
        {
            var found = definition.Indexes.FirstOrDefault(each => string.Equals(each.Name, index, StringComparison.Ordinal) && each.PartitionAttributes.Count == 1);
            attribute = found?.PartitionKey ?? throw new ArgumentException($"The table has no index {index} whose partition is one text.", nameof(index));
        }

        Demand(partition);
        Demand(where, values, Nothing);
        var from = index is null ? $"\"{environment.TableName}\"" : $"\"{environment.TableName}\".\"{index}\"";
        var text = $"SELECT * FROM {from} WHERE \"{attribute}\"=?" + (where is null ? "" : $" AND ({where})");
        using var request = Write(text, [partition, .. values ?? []], next);
        using var reply = await _table.Client.SendAsync(DynamoOperation.ExecuteStatement, request.Body, caller.Deadline, cancellationToken).ConfigureAwait(false);
        if (reply.Error is { } error) return DynamoFailures.Explain(error, isWrite: false);
        return StatementPage<T>.Read(reply.Body.Span, caller.TenantId);
    }

    /// <summary>Changes an item of the tenant that exists: <c>UPDATE table SET ... WHERE key AND tenant</c>. Not repeated when its answer is lost.</summary>
    /// <param name="key">The item's primary key.</param>
    /// <param name="set">The clauses, such as <c>SET title = ? REMOVE note</c>. Keys, tenant and type stay.</param>
    /// <param name="values">The values, in order.</param>
    /// <param name="cancellationToken">Gives up; once the write is sent, the result is <see cref="ErrorCode.OutcomeUnknown"/>.</param>
    /// <returns>Null when it is done; NotFound when the tenant has no such item; or a failure of the database.</returns>
    /// <exception cref="ArgumentException">The key is another tenant's, or the clause could leave its place.</exception>
    /// <exception cref="InvalidOperationException">Writes are not allowed.</exception>
    public Task<ServiceError?> UpdateAsync(ItemKey key, string set, IReadOnlyList<StatementValue>? values = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        Demand(set, values, new HashSet<string>(StringComparer.OrdinalIgnoreCase)
        {
            definition.PartitionKey, definition.SortKey, ServiceAttributes.TenantId, ServiceAttributes.Type,
        });
        return WriteAsync($"UPDATE \"{environment.TableName}\" {set}", key, values ?? [], cancellationToken);
    }

    /// <summary>Removes an item of the tenant for good. Not repeated when its answer is lost.</summary>
    /// <param name="key">The item's primary key.</param>
    /// <param name="cancellationToken">Gives up; once the write is sent, the result is <see cref="ErrorCode.OutcomeUnknown"/>.</param>
    /// <returns>Null when it is done; NotFound when the tenant has no such item; or a failure of the database.</returns>
    /// <exception cref="ArgumentException">The key is another tenant's.</exception>
    /// <exception cref="InvalidOperationException">Writes are not allowed.</exception>
    public Task<ServiceError?> DeleteAsync(ItemKey key, CancellationToken cancellationToken = default) =>
        WriteAsync($"DELETE FROM \"{environment.TableName}\"", key, [], cancellationToken);

    private async Task<ServiceError?> WriteAsync(string beginning, ItemKey key, IReadOnlyList<StatementValue> values, CancellationToken cancellationToken)
    {
        if (!MayWrite) throw new InvalidOperationException("Statements only read. Writes need AllowWrites().");
        Demand(key.Partition);
        var text = $"{beginning} WHERE \"{definition.PartitionKey}\"=? AND \"{definition.SortKey}\"=? AND \"{ServiceAttributes.TenantId}\"=?";
        using var request = Write(text, [.. values, key.Partition, key.Sort, caller.TenantId], null);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            using var reply = await _table.Client
                .SendAsync(DynamoOperation.ExecuteStatement, request.Body, repeatIfLost: false, caller.Deadline, cancellationToken).ConfigureAwait(false);
            return reply.Error switch
            {
                null => null,
                { Kind: DynamoErrorKind.ConditionFailed, MayHaveBeenApplied: false } => ServiceError.NotFound,
                var error => DynamoFailures.Explain(error, isWrite: true),
            };
        }
        catch (DynamoCanceledException canceled) when (canceled.MayHaveBeenApplied)
        {
            return DynamoFailures.OutcomeUnknown;
        }
    }

    private static DynamoRequest Write(string text, IReadOnlyList<StatementValue> values, string? next)
    {
        var request = DynamoRequest.Rent();
        var json = request.Json;
        json.WriteStartObject();
        json.WriteString("Statement"u8, text);
        json.WriteStartArray("Parameters"u8);
        foreach (var value in values) value.Write(json);
        json.WriteEndArray();
        if (next is not null) json.WriteString("NextToken"u8, next);
        json.WriteEndObject();
        return request;
    }

    private void Demand(string partition)
    {
        if (!_scope.Owns(partition)) throw new ArgumentException("The partition is not the caller's tenant's.", nameof(partition));
    }

    private static void Demand(string? clause, IReadOnlyList<StatementValue>? values, IReadOnlySet<string> forbidden)
    {
        if (ClauseText.Problem(clause ?? "", values?.Count ?? 0, forbidden) is { } problem) throw new ArgumentException($"The clause is refused: {problem}.", nameof(clause));
    }
}

/// <summary>What a statement read.</summary>
/// <typeparam name="T">The resource.</typeparam>
/// <param name="Items">The records of this tenant and type, deleted ones included unless the statement left them out.</param>
/// <param name="Next">Where the next page begins, or null when there is none.</param>
/// <param name="Withheld">How many items came back that are another tenant's or another type's.</param>
public sealed record StatementPage<T>(IReadOnlyList<T> Items, string? Next, int Withheld) where T : class, IResource<T>
{
    internal static ServiceResult<StatementPage<T>> Read(ReadOnlySpan<byte> body, string tenantId)
    {
        try
        {
            var items = new List<T>();
            var withheld = 0;
            var json = ItemJson.Reader(body);
            if (ItemJson.MoveTo(ref json, "Items"u8) && json.TokenType == JsonTokenType.StartArray)
            {
                while (json.Read() && json.TokenType == JsonTokenType.StartObject)
                {
                    if (StoredItem.Read<T>(ref json, body, tenantId).TryGet(out var item, out var error)) items.Add(item);
                    else if (error.Code == ErrorCode.NotFound) withheld++;
                    else return error;
                }
            }

            json = ItemJson.Reader(body);
            var next = ItemJson.MoveTo(ref json, "NextToken"u8) && json.TokenType == JsonTokenType.String ? json.GetString() : null;
            return new StatementPage<T>(items, next, withheld);
        }
        catch (JsonException)
        {
            return DynamoFailures.Unavailable;
        }
    }
}
