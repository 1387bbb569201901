using Community.Events;
using Community.Users;
using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Community.Tests.Services;

/// <summary>Create, read, update, delete, list: what services promise on any database.</summary>
public abstract class CrudlContract<TDatabase> : CommunityTests<TDatabase> where TDatabase : IDatabase
{
    private static readonly Caller Ana = Callers.User("t1", "ana"), Bob = Callers.User("t1", "bob"), Admin = Callers.User("t1", "root", "admin");

    [Fact]
    public async Task What_is_created_is_got_as_it_is()
    {
        var input = Input() with { Description = "d", Capacity = 5, Location = new() { City = "Wien", Latitude = 48.2 }, Tags = ["a", "a", ""], Visibility = Visibility.Private };
        var created = (await Events.CreateAsync(Ana, input)).Data;
        var got = (await Events.GetAsync(Ana, created.Id, consistent: true)).Data;

        Same.Assert(created, got);
        Assert.Equal((1L, "t1", "ana", "ana", "ana"), (got.Version, got.TenantId, got.CreatedBy, got.UpdatedBy, got.OrganizerId));
        Assert.Equal(TimeSpan.FromHours(2), got.StartsAt!.Value.Offset);
        Assert.Equal([DynamoOperation.PutItem, DynamoOperation.GetItem], Wire.Operations);
    }

    [Fact]
    public async Task Versions_count_writes_and_a_stale_one_is_refused()
    {
        var created = await CreateAsync(Ana);
        for (var version = 2; version <= 5; version++)
        {
            var updated = (await Events.UpdateAsync(Ana, created.Id, current => current with { Capacity = version }, ifVersion: version - 1)).Data;
            Assert.Equal((version, created.CreatedAt), (updated.Version, updated.CreatedAt));
        }

        await FailsAsync(ErrorCode.PreconditionFailed, Events.UpdateAsync(Ana, created.Id, static current => current with { Title = "stale" }, ifVersion: 4));
        await FailsAsync(ErrorCode.PreconditionFailed, Events.DeleteAsync(Ana, created.Id, ifVersion: 1));
        Assert.Equal((5L, "x"), ((await Events.GetAsync(Ana, created.Id, true)).Data.Version, (await Events.GetAsync(Ana, created.Id, true)).Data.Title));
    }

    [Fact]
    public async Task An_update_writes_what_differs_and_keeps_attributes_it_does_not_know()
    {
        var created = await CreateAsync(Ana);
        var future = $$$$"""{"TableName":"{{{{Table.Name}}}}","Key":{"pk":{"S":"TENANT#t1"},"sk":{"S":"EVENT#{{{{created.Id}}}}"}},"UpdateExpression":"SET future = :f","ExpressionAttributeValues":{":f":{"S":"kept"}}}""";
        using (var added = await Table.Transport.SendAsync(DynamoOperation.UpdateItem, System.Text.Encoding.UTF8.GetBytes(future), default)) Assert.Null(added.Error);
        Wire.Clear();

        await Events.UpdateAsync(Ana, created.Id, static current => current with { Title = "new" });

        Assert.Equal([DynamoOperation.GetItem, DynamoOperation.UpdateItem], Wire.Operations);
        Assert.DoesNotContain("starts_at", Wire.Requests[1].ToString(), StringComparison.Ordinal);
        var key = future[..future.IndexOf(",\"UpdateExpression", StringComparison.Ordinal)] + "}";
        using var stored = await Table.Transport.SendAsync(DynamoOperation.GetItem, System.Text.Encoding.UTF8.GetBytes(key), default);
        Assert.Contains("\"kept\"", System.Text.Encoding.UTF8.GetString(stored.Body.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sixteen_writers_lose_no_update()
    {
        var id = (await CreateAsync(Ana)).Id;
        await Events.UpdateAsync(Ana, id, static current => current with { Capacity = 1 });
        int done = 0, unknown = 0;
        await Parallel.ForAsync(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (_, cancellation) =>
        {
            var result = await Events.UpdateAsync(Ana, id, static current => current with { Capacity = current.Capacity + 1 }, cancellationToken: cancellation);
            if (result.IsSuccess) Interlocked.Increment(ref done);
            else if (result.Error.Code == ErrorCode.OutcomeUnknown) Interlocked.Increment(ref unknown); // A busy database may not answer in time.
            else Assert.Equal(ErrorCode.Conflict, result.Error.Code);
        });

        var stored = (await Events.GetAsync(Ana, id, consistent: true)).Data;
        Assert.InRange(stored.Capacity!.Value, 1 + done, 1 + done + unknown);
        Assert.Equal(stored.Capacity + 1L, stored.Version);
        Assert.InRange(done, 16, 200);
    }

    [Fact]
    public async Task Lists_follow_the_members_they_are_by()
    {
        Event[] made = [await CreateAsync(Ana, hours: 3), await CreateAsync(Ana, hours: 1), await CreateAsync(Ana, hours: 2), await CreateAsync(Bob)];
        Assert.Equal([made[1].Id, made[2].Id, made[0].Id], await OrganizedAsync("ana"));

        // An hour earlier on the clock, and in a zone where that is later.
        await Events.UpdateAsync(Ana, made[1].Id, static current => current with { StartsAt = new(current.StartsAt!.Value.DateTime.AddHours(-1), TimeSpan.FromHours(-8)) });
        Assert.Equal([made[2].Id, made[0].Id, made[1].Id], await OrganizedAsync("ana"));
        Assert.Equal([made[1].Id, made[0].Id, made[2].Id], await OrganizedAsync("ana", descending: true));

        await Events.UpdateAsync(Admin, made[0].Id, static current => current with { OrganizerId = "bob" });
        Assert.Equal([made[2].Id, made[1].Id], await OrganizedAsync("ana"));
        Assert.Equal([made[3].Id, made[0].Id], await OrganizedAsync("bob"));
        Assert.Equal(4, (await WalkAsync(page => Events.ListAsync(Admin, page))).Count);
    }

    [Fact]
    public async Task Deleted_is_in_no_list_and_restored_is_back_in_all()
    {
        var (kept, gone) = (await CreateAsync(Ana), await CreateAsync(Ana, hours: 1));
        Assert.Equal(2, (await Events.DeleteAsync(Ana, gone.Id)).Data.Version);
        Assert.True((await Events.DeleteAsync(Ana, gone.Id)).IsSuccess);

        await FailsAsync(ErrorCode.NotFound, Events.GetAsync(Ana, gone.Id, consistent: true));
        await FailsAsync(ErrorCode.NotFound, Events.UpdateAsync(Ana, gone.Id, static current => current with { DeletedAt = null }));
        await FailsAsync(ErrorCode.NotFound, Events.RestoreAsync(Bob, gone.Id));
        Assert.Equal([kept.Id], (await WalkAsync(page => Events.ListAsync(Ana, page))).Select(static each => each.Id));
        Assert.Equal([kept.Id], await OrganizedAsync("ana"));
        Assert.Equal([null, ErrorCode.NotFound], (await Events.BatchGetAsync(Ana, [kept.Id, gone.Id])).Select(static each => each.Error?.Code));

        var restored = (await Events.RestoreAsync(Ana, gone.Id)).Data;
        Assert.Equal((3L, null, null), (restored.Version, restored.DeletedAt, restored.DeletedBy));
        Assert.Equal([kept.Id, gone.Id], await OrganizedAsync("ana"));
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_and_leaves_no_ghost()
    {
        var never = new EventKey(Guid.CreateVersion7().ToString());
        await FailsAsync(ErrorCode.NotFound, Events.GetAsync(Ana, never));
        await FailsAsync(ErrorCode.NotFound, Events.UpdateAsync(Ana, never, static current => current));
        await FailsAsync(ErrorCode.NotFound, Events.PatchAsync(Ana, never, new() { Title = "x" }));
        await FailsAsync(ErrorCode.NotFound, Events.ReplaceAsync(Ana, never, Input()));
        await FailsAsync(ErrorCode.NotFound, Events.DeleteAsync(Ana, never));
        await FailsAsync(ErrorCode.NotFound, Events.RestoreAsync(Ana, never));
        await FailsAsync(ErrorCode.NotFound, Events.GetAsync(Ana, "no id#"));
        Assert.Empty(await WalkAsync(page => Events.ListAsync(Ana, page)));
    }

    [Fact]
    public async Task Batches_of_any_size_answer_in_order()
    {
        var created = await Events.BatchCreateAsync(Ana, [.. Enumerable.Range(0, 130).Select(i => i % 10 == 9 ? Input() with { Capacity = 0 } : Input($"{i}", i))]);
        Assert.All(created.Index(), static each => Assert.Equal(each.Index % 10 == 9 ? ErrorCode.ValidationError : null, each.Item.Error?.Code));

        List<EventKey> keys = [.. created.Where(static each => each.IsSuccess).Select(static each => new EventKey(each.Data.Id)), "nothing", new(created[0].Data.Id)];
        var got = await Events.BatchGetAsync(Ana, keys);
        Assert.Equal(keys.Select(static key => key.Id == "nothing" ? null : key.Id), got.Select(static each => each.IsSuccess ? each.Data.Id : null));
        Assert.Equal(117, (await WalkAsync(page => Events.ListByOrganizerAsync(Ana, "ana", page), limit: 50)).Count);
    }

    [Fact]
    public async Task Kinds_in_one_partition_do_not_mix()
    {
        var id = (await CreateAsync(Ana)).Id;
        var user = (await Community.Users.CreateAsync(Ana, new() { Email = "a@example.com", FirstName = "A", LastName = "B" })).Data;

        Assert.Equal([id], (await Events.ListAsync(Ana)).Data.Items.Select(static each => each.Id));
        Assert.Equal([user.Id], (await Community.Users.ListAsync(Ana)).Data.Items.Select(static each => each.Id));
        await FailsAsync(ErrorCode.NotFound, Events.GetAsync(Ana, user.Id));
        await FailsAsync(ErrorCode.NotFound, Community.Users.GetAsync(Ana, id));
        await FailsAsync(ErrorCode.NotFound, Community.Users.UpdateAsync(Bob, user.Id, static current => current));
        await FailsAsync(ErrorCode.ValidationError, Community.Users.PatchAsync(Ana, user.Id, new UserPatch { Roles = [] }));
    }

    [Fact]
    public async Task A_write_whose_answer_is_lost_is_recognised()
    {
        var faults = new FaultTransport(Table.Transport)
            .Next(DynamoOperation.PutItem, Faults.LoseAnswer).Next(DynamoOperation.UpdateItem, Faults.ServerErrorAfterApply).Next(DynamoOperation.UpdateItem, Faults.LoseAnswer);
        var events = global::Community.CommunityApplication.Create(Table.Environment(faults, Clock)).Events;

        var created = (await events.CreateAsync(Ana, Input())).Data;
        Assert.Equal(2, (await events.UpdateAsync(Ana, created.Id, static current => current with { Title = "y" })).Data.Version);
        Assert.Equal(3, (await events.DeleteAsync(Ana, created.Id)).Data.Version);
        Assert.Equal(0, faults.Pending);
    }

    private async Task<List<string>> OrganizedAsync(string organizer, bool descending = false) =>
        [.. (await WalkAsync(page => Events.ListByOrganizerAsync(Admin, organizer, page), descending, limit: 2)).Select(static each => each.Id)];
}

public sealed class CrudlOnDynoxide : CrudlContract<Dynoxide>;

public sealed class CrudlOnDynamoDbLocal : CrudlContract<Amazons>;
