using Community.Events;
using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Community.Tests.Services;

/// <summary>The catalogue's cases of tenants that meet in one table, with the requests read on the wire.</summary>
public abstract class IsolationContract<TDatabase> : CommunityTests<TDatabase> where TDatabase : IDatabase
{
    private static readonly string[] Tenants = ["t1", "t10", "t100", "T1", "t1-x", "t1_"];

    /// <summary>001, 004, 040: a foreign id and one that never was give the same answer for the same requests.</summary>
    [Theory]
    [InlineData("t10")]
    [InlineData("T1")]
    [InlineData("t1-x")]
    public async Task A_foreign_id_and_one_that_never_was_cannot_be_told_apart(string other)
    {
        var foreign = await CreateAsync(Callers.User(other, "u1"), "canary");
        var never = Guid.CreateVersion7().ToString();
        var caller = Callers.User("t1", "u1", "admin");

        foreach (var call in Calls(caller))
        {
            Wire.Clear();
            var missing = await call(never);
            var (expected, shape) = (Assert.IsType<ServiceError>(missing), Shape(never));
            Wire.Clear();
            Assert.Equal(expected, await call(foreign.Id));
            Assert.Equal(shape, Shape(foreign.Id));
            WireOracle.Check(Wire.Requests, "t1", "canary");
            Assert.Equal(ErrorCode.NotFound, expected.Code);
        }

        Same.Assert(foreign, (await Events.GetAsync(Callers.User(other, "u1"), foreign.Id, consistent: true)).Data);
    }

    /// <summary>003, 018, 019: lists hold the tenant's own rows and nothing else.</summary>
    [Fact]
    public async Task Lists_are_exactly_the_tenants_own()
    {
        var own = new Dictionary<string, List<string>>();
        foreach (var tenant in Tenants)
        {
            own[tenant] = [];
            for (var i = 0; i < 7; i++) own[tenant].Add((await CreateAsync(Callers.User(tenant, "u1"), $"canary of {tenant}.", i)).Id);
        }

        foreach (var tenant in Tenants)
        {
            var caller = Callers.User(tenant, "u1");
            Wire.Clear();
            Assert.Equal(own[tenant].Order(StringComparer.Ordinal), (await WalkAsync(page => Events.ListAsync(caller, page))).Select(static each => each.Id));
            Assert.Equal(own[tenant], (await WalkAsync(page => Events.ListByOrganizerAsync(caller, "u1", page))).Select(static each => each.Id));
            Assert.Empty((await Events.ListByOrganizerAsync(caller, "u1#USER#u1")).Data.Items);
            Assert.Empty((await Events.ListByOrganizerAsync(caller, "u")).Data.Items);
            WireOracle.Check(Wire.Requests, tenant, Tenants.Except([tenant]).Select(static each => $"canary of {each}."));
        }
    }

    /// <summary>002, 038: one id in two tenants is two resources, and creating the second tells nothing of the first.</summary>
    [Fact]
    public async Task One_id_in_two_tenants_is_two_resources()
    {
        var (ids, clock) = (new OneId(), Clock);
        var shared = Table.Environment(Wire);
        var events = new EventService(new() { Client = shared.Client, TableName = shared.TableName, CursorKeys = shared.CursorKeys, Clock = clock, Ids = ids });
        var (ana, eve) = (Callers.User("t1", "u1"), Callers.User("t10", "u1"));

        Assert.True((await events.CreateAsync(ana, Input("of t1"))).IsSuccess);
        var second = (await events.CreateAsync(eve, Input("of t10"))).Data;
        await FailsAsync(ErrorCode.AlreadyExists, events.CreateAsync(ana, Input("again")));

        Assert.True((await events.UpdateAsync(ana, OneId.Id, static current => current with { Title = "changed" })).IsSuccess);
        Assert.True((await events.DeleteAsync(ana, OneId.Id)).IsSuccess);
        Same.Assert(second, (await events.GetAsync(eve, OneId.Id, consistent: true)).Data);
    }

    /// <summary>020: a batch of own and foreign ids finds the own; the foreign are missing like any other.</summary>
    [Fact]
    public async Task A_batch_of_own_and_foreign_ids_finds_the_own()
    {
        var (own, foreign) = (new List<EventKey>(), new List<EventKey>());
        for (var i = 0; i < 10; i++)
        {
            own.Add((await CreateAsync(Callers.User("t1", "u1"))).Id);
            foreign.Add((await CreateAsync(Callers.User("t10", "u1"), "canary")).Id);
        }

        Wire.Clear();
        var got = await Events.BatchGetAsync(Callers.User("t1", "u1"), [.. own, .. foreign, "never"]);

        Assert.Equal(own.Select(static key => key.Id), got.Take(10).Select(static each => each.Data.Id));
        Assert.All(got.Skip(10), static each => Assert.Equal(ServiceError.NotFound, each.Error));
        WireOracle.Check(Wire.Requests, "t1", "canary");
    }

    /// <summary>022: a record does not change its tenant.</summary>
    [Fact]
    public async Task A_record_cannot_be_moved_to_another_tenant()
    {
        var ana = Callers.User("t1", "u1");
        var created = await CreateAsync(ana);
        Wire.Clear();

        var updated = await Events.UpdateAsync(ana, created.Id, static current => current with { TenantId = "t10", Id = "other", CreatedBy = "eve", Version = 99 });

        Assert.Equal(("t1", created.Id, "u1", 2L), (updated.Data.TenantId, updated.Data.Id, updated.Data.CreatedBy, updated.Data.Version));
        WireOracle.Check(Wire.Requests, "t1");
        Assert.Empty((await Events.ListAsync(Callers.User("t10", "u1"))).Data.Items);
    }

    /// <summary>025: a row that lies in the tenant's partition and says it is another's is shown to nobody.</summary>
    [Fact]
    public async Task A_row_of_another_tenant_in_the_own_partition_is_withheld()
    {
        var ana = Callers.User("t1", "u1");
        var (own, strange) = (await CreateAsync(ana), await CreateAsync(ana, "canary"));
        var request = $$$$"""{"TableName":"{{{{Table.Name}}}}","Key":{"pk":{"S":"TENANT#t1"},"sk":{"S":"EVENT#{{{{strange.Id}}}}"}},"UpdateExpression":"SET tenant_id = :t","ExpressionAttributeValues":{":t":{"S":"t10"}}}""";
        using (var moved = await Table.Transport.SendAsync(DynamoOperation.UpdateItem, System.Text.Encoding.UTF8.GetBytes(request), default)) Assert.Null(moved.Error);

        foreach (var call in Calls(ana)) Assert.NotNull(await call(strange.Id));
        Assert.Equal([own.Id], (await WalkAsync(page => Events.ListAsync(ana, page), limit: 1)).Select(static each => each.Id));
        Assert.Equal([own.Id], (await WalkAsync(page => Events.ListByOrganizerAsync(ana, "u1", page), limit: 1)).Select(static each => each.Id));
        await FailsAsync(ErrorCode.NotFound, Events.GetAsync(Callers.User("t10", "u1"), strange.Id));
    }

    private IEnumerable<Func<string, Task<object?>>> Calls(Caller caller)
    {
        yield return async id => (await Events.GetAsync(caller, id)).Error;
        yield return async id => (await Events.GetAsync(caller, id, consistent: true)).Error;
        yield return async id => (await Events.UpdateAsync(caller, id, static current => current with { Title = "taken" })).Error;
        yield return async id => (await Events.UpdateAsync(caller, id, static current => current, ifVersion: 1)).Error;
        yield return async id => (await Events.PatchAsync(caller, id, new() { Title = "taken" })).Error;
        yield return async id => (await Events.ReplaceAsync(caller, id, Input("taken"))).Error;
        yield return async id => (await Events.DeleteAsync(caller, id)).Error;
        yield return async id => (await Events.RestoreAsync(caller, id)).Error;
        yield return async id => (await Events.BatchGetAsync(caller, [id]))[0].Error;
    }

    /// <summary>The requests so far without what tells one id from another.</summary>
    private string Shape(string id) => string.Join('\n', Wire.Requests.Select(request => $"{request.ToString().Replace(id, "ID", StringComparison.Ordinal)} {request.Error?.Code} {request.ItemsRead}"));

    private sealed class OneId : IIdGenerator
    {
        public const string Id = "one-id";

        public string NewId(DateTimeOffset now) => Id;
    }
}

public sealed class IsolationOnDynoxide : IsolationContract<Dynoxide>;

public sealed class IsolationOnDynamoDbLocal : IsolationContract<Amazons>;
