using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>What a call of a service would send, without sending anything: for tests, and to look at a query before it costs something.</summary>
/// <example>
/// <code>
/// var plan = await Explain.CallAsync(environment, each =&gt; new EventService(each).ListByOwnerAsync(caller, "u1"));
/// Assert.Equal("gsi1", plan.Steps[0].Index);
/// </code>
/// </example>
public static class Explain
{
    /// <summary>Runs a call against assumed items. Reads find these and nothing else, writes succeed and change nothing.</summary>
    /// <param name="environment">What the services share; nothing is sent with its client.</param>
    /// <param name="call">The call, made on the environment that it is given.</param>
    /// <param name="table">The table's keys and indexes, so that writes of indexes count. Null: they are left out.</param>
    /// <param name="assuming">Items that stand in the table, as <see cref="Assuming"/> makes them.</param>
    /// <remarks>
    /// Units follow the developer guide ("DynamoDB read and write operations"): 4 KB to a read unit and half of it if eventually consistent, 1 KB to
    /// a write unit, transactions twice. What is cached, throttled, or retried is not seen. Hooks of the service run.
    /// </remarks>
    public static async Task<ExplainedCall> CallAsync(ServiceEnvironment environment, Func<ServiceEnvironment, Task> call, TableDefinition? table = null,
        params IReadOnlyList<AssumedItem> assuming)
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(call);
        var transport = new ExplainTransport(environment.TableName, table, assuming);
        await call(environment.With(new DynamoClient(transport, environment.Clock))).ConfigureAwait(false);
        return new ExplainedCall(transport.Steps);
    }

    /// <summary>A resource that stands in the table, as a service would have stored it.</summary>
    public static AssumedItem Assuming<T>(T resource) where T : class, IResource<T>
    {
        using var request = DynamoRequest.Rent();
        request.Json.WriteStartObject();
        var problem = ItemRequests.Item(request, resource, WriteToken.New(), null);
        request.Json.WriteEndObject();
        if (problem is not null) throw new ArgumentException(problem.Message, nameof(resource));
        using var json = JsonDocument.Parse(request.Body, new JsonDocumentOptions { MaxDepth = ItemJson.MaxDepth });
        return new AssumedItem(json.RootElement.GetProperty("Item"u8).Clone(), T.Definition.PartitionKey, T.Definition.SortKey);
    }
}

/// <summary>An item that a plan takes to be in the table.</summary>
/// <param name="Item">The item in DynamoDB's JSON.</param>
/// <param name="PartitionKey">The table's partition key attribute.</param>
/// <param name="SortKey">The table's sort key attribute.</param>
public sealed record AssumedItem(JsonElement Item, string PartitionKey, string SortKey);
