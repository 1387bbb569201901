using System.Text;
using System.Text.Json.Nodes;
using GeekCafe.DynamoDb;
using GeekCafe.Table.Tests;
using GeekCafe.Testing;

namespace GeekCafe.Python.Tests;

/// <summary>A test with a table as the Python SDK makes it, and items in it as boto3-assist 0.64 writes them.</summary>
public abstract class PythonTests<TDatabase> : IAsyncLifetime where TDatabase : IDatabase
{
    private LocalTable? _table;

    protected static Caller Ann { get; } = Callers.User("t1", "ann");

    protected static Caller Bob { get; } = Callers.User("t1", "bob");

    protected static Caller Foreign { get; } = Callers.User("t2", "ann");

    protected LocalTable Table => _table!;

    /// <summary>Everything the test asked the database for.</summary>
    protected RecordingTransport Wire { get; private set; } = null!;

    protected EventService Events { get; private set; } = null!;

    protected AttendeeService Attendees { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(TDatabase.Missing is not null, TDatabase.Missing ?? "");
        _table = await LocalTable.CreateAsync(await TDatabase.OpenAsync(), GeekCafePythonTestsApplication.Table);
        Wire = new(Table.Transport);
        var environment = Table.Environment(Wire);
        Events = new(environment);
        Attendees = new(environment);
    }

    public async ValueTask DisposeAsync()
    {
        if (_table is not null) await _table.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Stores an item as it is, as another program would.</summary>
    protected async Task PutAsync(JsonObject item) => (await SendAsync(DynamoOperation.PutItem, new JsonObject { ["Item"] = item.DeepClone() })).Dispose();

    /// <summary>The stored item as it is, or null.</summary>
    protected async Task<JsonObject?> ReadAsync(string partition, string sort)
    {
        using var reply = await SendAsync(DynamoOperation.GetItem, new JsonObject
        {
            ["Key"] = new JsonObject { ["pk"] = Items.S(partition), ["sk"] = Items.S(sort) },
            ["ConsistentRead"] = true,
        });
        return JsonNode.Parse(reply.Body.Span)!["Item"]?.AsObject();
    }

    protected static async Task<T> OkAsync<T>(Task<ServiceResult<T>> result)
    {
        Assert.True((await result).TryGet(out var value, out var error), error?.Message);
        return value!;
    }

    protected static async Task FailsAsync<T>(ErrorCode code, Task<ServiceResult<T>> result) => Assert.Equal(code, (await result).Error?.Code);

    private async Task<DynamoReply> SendAsync(DynamoOperation operation, JsonObject request)
    {
        request["TableName"] = Table.Name;
        var reply = await Table.Client.SendAsync(operation, Encoding.UTF8.GetBytes(request.ToJsonString()), null, CancellationToken.None);
        Assert.Null(reply.Error);
        return reply;
    }
}
