using System.Text;
using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Runtime.Tests.Services;

public enum Engine
{
    Dynoxide,
    DynamoDbLocal,
}

/// <summary>A table of its own for every test, on either database. Each suite runs on both.</summary>
public abstract class ServiceSuite(Engine engine) : IAsyncLifetime
{
    protected static readonly Caller Ann = Person("t1", "ann");
    protected static readonly Caller Bob = Person("t1", "bob");
    protected static readonly Caller Admin = Person("t1", "root", "admin");
    protected static readonly Caller Stranger = Person("t10", "ann");

    private LocalTable? _table;

    protected LocalTable Table => _table!;

    /// <summary>A service straight on the table.</summary>
    protected NoteService Notes { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (engine == Engine.Dynoxide && LocalDynamo.Missing is { } noDynamo) Assert.Skip(noDynamo);
        if (engine == Engine.DynamoDbLocal && DynamoDbLocal.Missing is { } noLocal) Assert.Skip(noLocal);
        var database = await (engine == Engine.Dynoxide ? LocalDynamo.SharedAsync() : DynamoDbLocal.SharedAsync());
        _table = await LocalTable.CreateAsync(database, Note.Table);
        Notes = new NoteService(Table.Environment());
    }

    public async ValueTask DisposeAsync()
    {
        if (_table is not null) await _table.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static Caller Person(string tenant, string user, params string[] roles) => Caller.FromVerified(tenant, user, roles, "request", null)!;

    protected static Caller Repeating(Caller caller, string key) =>
        Caller.FromVerified(caller.TenantId, caller.UserId, caller.Roles, "request", null, key)!;

    protected NoteService On(IDynamoTransport transport, TimeProvider? clock = null) => new(Table.Environment(transport, clock));

    /// <summary>A service whose client makes one attempt only: what is lost stays lost.</summary>
    protected NoteService Once(IDynamoTransport transport) => new(new ServiceEnvironment
    {
        Client = new DynamoClient(transport, TimeProvider.System, new RetryOptions { MaxAttempts = 1 }),
        TableName = Table.Name,
        CursorKeys = [new byte[32]],
    });

    protected async Task<Note> CreateAsync(string title = "title", Caller? caller = null) =>
        Ok(await Notes.CreateAsync(caller ?? Ann, new NoteInput { Title = title }));

    /// <summary>Stores an item as given, past the services: DynamoDB's JSON of its attributes.</summary>
    protected async Task PutRawAsync(string item)
    {
        using var reply = await Table.Transport.SendAsync(DynamoOperation.PutItem,
            Encoding.UTF8.GetBytes($$"""{"TableName":"{{Table.Name}}","Item":{{item}}}"""), default);
        Assert.Null(reply.Error);
    }

    /// <summary>The stored item as it is; null when there is none.</summary>
    protected async Task<global::System.Text.Json.Nodes.JsonObject?> ReadRawAsync(string id, string tenant = "t1")
    {
        using var reply = await Table.Transport.SendAsync(DynamoOperation.GetItem, Encoding.UTF8.GetBytes(
            $$$"""{"TableName":"{{{Table.Name}}}","Key":{"pk":{"S":"TENANT#{{{tenant}}}"},"sk":{"S":"NOTE#{{{id}}}"}},"ConsistentRead":true}"""), default);
        Assert.Null(reply.Error);
        return global::System.Text.Json.Nodes.JsonNode.Parse(reply.Body.Span)!["Item"]?.AsObject();
    }

    protected static T Ok<T>(ServiceResult<T> result)
    {
        Assert.True(result.IsSuccess, result.ToString());
        return result.Data;
    }

    protected static ServiceError Fails<T>(ErrorCode code, ServiceResult<T> result)
    {
        Assert.False(result.IsSuccess, $"{code} was expected.");
        Assert.Equal(code, result.Error.Code);
        return result.Error;
    }
}
