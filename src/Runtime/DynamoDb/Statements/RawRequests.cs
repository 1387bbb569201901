using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>
/// Requests in DynamoDB's own JSON, for what nothing else here offers. The table is pinned, every primary key and every queried partition must be the
/// caller's tenant's, and a reply that holds another tenant's item is not shown. It knows no access rules, no hooks and no versions.
/// </summary>
/// <example>
/// <code>
/// var raw = new RawRequests(environment, App.Table, caller);
/// var reply = await raw.SendAsync(DynamoOperation.GetItem, """{"Key":{"pk":{"S":"TENANT#t1"},"sk":{"S":"ORDER#1"}}}"""u8.ToArray());
/// </code>
/// </example>
/// <param name="environment">What the services share.</param>
/// <param name="definition">The table's keys and indexes, as generated for the application.</param>
/// <param name="caller">On whose behalf.</param>
/// <param name="literal">What the key patterns have before <c>{TenantId}</c>. Default <c>TENANT#</c>.</param>
public sealed class RawRequests(ServiceEnvironment environment, TableDefinition definition, Caller caller, string literal = "TENANT#")
{
    private readonly TenantScope _scope = new(caller.TenantId, literal);

    private bool IsCrossTenant { get; init; }

    /// <summary>The same for all tenants, scans included: nothing is compared. The table stays pinned.</summary>
    /// <exception cref="InvalidOperationException">The caller is a person: only background work, which names its reason, crosses tenants.</exception>
    public RawRequests CrossTenant() => caller.IsSystem
        ? new RawRequests(environment, definition, caller, literal) { IsCrossTenant = true }
        : throw new InvalidOperationException("Only background work crosses tenants: Caller.ForSystem.");

    /// <summary>Sends a request. A write whose answer is lost is not repeated, since nothing is known of its condition.</summary>
    /// <param name="operation">A read or write of items.</param>
    /// <param name="json">The body as in the DynamoDB API reference. <c>TableName</c> may be left out.</param>
    /// <param name="cancellationToken">Gives up; once a write is sent, the result is <see cref="ErrorCode.OutcomeUnknown"/>.</param>
    /// <returns>The reply's JSON, or a failure of the database, Conflict for a condition that did not hold.</returns>
    /// <exception cref="ArgumentException">The request leaves the table or the tenant, or cannot be seen to stay in them.</exception>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public async Task<ServiceResult<byte[]>> SendAsync(DynamoOperation operation, ReadOnlyMemory<byte> json, CancellationToken cancellationToken = default)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = ItemJson.MaxDepth, AllowDuplicateProperties = false });
        var isWrite = operation.IsWrite();
        RawScope.Demand(operation, document.RootElement, environment.TableName, definition, IsCrossTenant ? null : _scope);
        using var request = Pinned(operation, document.RootElement);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            using var reply = await environment.Client.SendAsync(operation, request.Body, repeatIfLost: !isWrite, caller.Deadline, cancellationToken).ConfigureAwait(false);
            if (reply.Error is { } error) return DynamoFailures.Explain(error, isWrite);
            if (IsCrossTenant || !HoldsForeign(reply.Body)) return reply.Body.ToArray();
            return DynamoFailures.Misconfigured;
        }
        catch (DynamoCanceledException canceled) when (canceled.MayHaveBeenApplied)
        {
            return DynamoFailures.OutcomeUnknown;
        }
    }

    private DynamoRequest Pinned(DynamoOperation operation, JsonElement body)
    {
        var request = DynamoRequest.Rent();
        request.Json.WriteStartObject();
        if (RawScope.HasTableName(operation)) request.Json.WriteString("TableName"u8, environment.TableName);
        foreach (var member in body.EnumerateObject())
        {
            if (!member.NameEquals("TableName"u8)) member.WriteTo(request.Json);
        }

        request.Json.WriteEndObject();
        return request;
    }

    /// <summary>Whether anything in the reply says that it is another tenant's. Keys were checked, so a part of an item need not say whose it is.</summary>
    private bool HoldsForeign(ReadOnlyMemory<byte> body)
    {
        using var reply = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = ItemJson.MaxDepth });
        return Items(reply.RootElement).Any(item =>
            (item.TryGetProperty(ServiceAttributes.TenantId, out var tenant) && !IsText(tenant, text => string.Equals(text, caller.TenantId, StringComparison.Ordinal))) ||
            (item.TryGetProperty(definition.PartitionKey, out var partition) && !IsText(partition, text => _scope.Owns(text))));
    }

    private static bool IsText(JsonElement value, Func<string, bool> holds) =>
        value.TryGetProperty("S"u8, out var text) && holds(text.GetString()!);

    private static IEnumerable<JsonElement> Items(JsonElement reply)
    {
        foreach (var member in reply.EnumerateObject())
        {
            switch (member.Name)
            {
                case "Item" or "Attributes":
                    yield return member.Value;
                    break;
                case "Items":
                    foreach (var item in member.Value.EnumerateArray()) yield return item;
                    break;
                case "Responses" when member.Value.ValueKind == JsonValueKind.Array:
                    foreach (var each in member.Value.EnumerateArray())
                    {
                        if (each.TryGetProperty("Item"u8, out var item)) yield return item;
                    }

                    break;
                case "Responses":
                    foreach (var table in member.Value.EnumerateObject())
                    {
                        foreach (var item in table.Value.EnumerateArray()) yield return item;
                    }

                    break;
            }
        }
    }
}
