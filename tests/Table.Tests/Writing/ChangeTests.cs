using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Table.Tests.Writing;

public abstract class ChangeTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private static readonly NumberFilter Seats = new();

    private EventService Events => new(Environment);

    private async Task<Event> CreateAsync(EventInput? input = null) => (await Events.CreateAsync(Ann, input ?? new() { Title = "x" })).Data;

    private async Task<Event> ChangedAsync(Event resource, Change<Event> change)
    {
        var changed = (await Events.UpdateAsync(Ann, resource.Id, change)).Data;
        var stored = (await Events.GetAsync(Ann, resource.Id, consistent: true)).Data;
        Assert.Equal(changed.Version, stored.Version);
        return stored;
    }

    [Fact]
    public async Task Changes_of_all_kinds_become_one_update()
    {
        var one = await CreateAsync(new() { Title = "x", Notes = ["b"], Tags = ["p", "q"], Fees = new() { ["a"] = 1, ["b"] = 2 }, Place = new() { City = "Bern", Around = new() { City = "CH" } } });
        Wire.Clear();
        var changed = (await Events.UpdateAsync(Ann, one.Id,
            EventChange.Title.Set("y") + EventChange.Owner.SetIfNull("ann") + EventChange.Seats.Increment(5) + EventChange.Notes.Append("c", "d") + EventChange.Notes.Prepend("a")
            + EventChange.Tags.Add("r") + EventChange.Tags.Remove("p", "z") + EventChange.Fees.Put("c", 3) + EventChange.Fees.Remove("a")
            + EventChange.Place.Floor.Increment(2) + EventChange.Place.Around.City.Set("Europe") + EventChange.IsOpen.Set(true))).Data;
        Assert.Equal([DynamoOperation.GetItem, DynamoOperation.UpdateItem], Wire.Operations);
        var stored = (await Events.GetAsync(Ann, one.Id, consistent: true)).Data;
        foreach (var each in (Event[])[changed, stored])
        {
            Assert.Equal(("y", "ann", 5, true, 2L, "ann"), (each.Title, each.Owner, each.Seats, each.IsOpen, each.Version, each.UpdatedBy));
            Assert.Equal(["a", "b", "c", "d"], each.Notes);
            Assert.Equal(["q", "r"], each.Tags.Order());
            Assert.Equal(new Dictionary<string, decimal> { ["b"] = 2, ["c"] = 3 }, each.Fees);
            Assert.Equal(new Place { City = "Bern", Floor = 2, Around = new() { City = "Europe" } }, each.Place);
        }
    }

    [Fact]
    public async Task A_changed_member_moves_the_resource_in_its_index()
    {
        var one = await CreateAsync(new() { Title = "x", Owner = "ann" });
        await ChangedAsync(one, EventChange.Owner.Set("bob"));
        Assert.Empty((await Events.ListByOwnerAsync(Ann, "ann")).Data.Items);
        Assert.Single((await Events.ListByOwnerAsync(Ann, "bob")).Data.Items);
        await ChangedAsync(one, EventChange.Owner.Set(null));
        Assert.Empty((await Events.ListByOwnerAsync(Ann, "bob")).Data.Items);
    }

    [Fact]
    public async Task Declared_rules_and_ranges_hold_for_changes()
    {
        var one = await CreateAsync();
        await RefusedAsync("title", EventChange.Title.Set(""));
        await RefusedAsync("stars", EventChange.Stars.Set(250) + EventChange.Stars.Increment(6));
        await RefusedAsync("place", EventChange.Place.City.Set("Bern"));
        Assert.Equal(1, (await Events.GetAsync(Ann, one.Id, consistent: true)).Data.Version);

        async Task RefusedAsync(string member, Change<Event> change)
        {
            var error = (await Events.UpdateAsync(Ann, one.Id, change)).Error;
            Assert.Equal(ErrorCode.ValidationError, error?.Code);
            Assert.Equal([member], error!.Details.Keys);
        }
    }

    [Fact]
    public async Task Access_rules_hold_for_changes()
    {
        var one = await CreateAsync();
        await FailsAsync(ErrorCode.AccessDenied, Events.UpdateAsync(Bob, one.Id, EventChange.Title.Set("y")));
        await FailsAsync(ErrorCode.NotFound, Events.UpdateAsync(Foreign, one.Id, EventChange.Title.Set("y")));
        await Events.DeleteAsync(Ann, one.Id);
        await FailsAsync(ErrorCode.NotFound, Events.UpdateAsync(Ann, one.Id, EventChange.Title.Set("y")));
    }

    [Fact]
    public async Task A_condition_is_told_from_what_else_can_be_in_the_way()
    {
        var one = await CreateAsync(new() { Title = "x", Seats = 3 });
        await FailsAsync(ErrorCode.ConditionFailed, Events.UpdateAsync(Ann, one.Id, EventChange.Title.Set("y"), onlyIf: Seats.AtLeast(4)));
        await FailsAsync(ErrorCode.ConditionFailed, Events.UpdateAsync(Ann, one.Id, static e => e with { Title = "y" }, onlyIf: Seats.AtLeast(4)));
        await FailsAsync(ErrorCode.ConditionFailed, Events.DeleteAsync(Ann, one.Id, onlyIf: Seats.AtLeast(4) | Seats.Is(2)));
        await FailsAsync(ErrorCode.PreconditionFailed, Events.UpdateAsync(Ann, one.Id, EventChange.Title.Set("y"), ifVersion: 7, onlyIf: Seats.AtLeast(4)));
        await FailsAsync(ErrorCode.NotFound, Events.UpdateAsync(Ann, "other", EventChange.Title.Set("y"), onlyIf: Seats.AtLeast(4)));
        Assert.Equal(409, ErrorCode.ConditionFailed.HttpStatus());

        Assert.Equal("y", (await Events.UpdateAsync(Ann, one.Id, EventChange.Title.Set("y"), onlyIf: Seats.AtLeast(4) | Seats.Is(3))).Data.Title);
        Assert.True((await Events.DeleteAsync(Ann, one.Id, onlyIf: !Seats.AtLeast(4))).IsSuccess);
    }

    [Fact]
    public async Task A_condition_is_asked_again_of_what_another_writer_left()
    {
        var one = await CreateAsync(new() { Title = "x", Seats = 3 });
        Assert.Equal(4, (await MeetingAsync(EventChange.Notes.Set("n")).UpdateAsync(Ann, one.Id, EventChange.Seats.Increment(1), onlyIf: Seats.AtMost(3))).Data.Seats);
        await FailsAsync(ErrorCode.ConditionFailed, MeetingAsync(EventChange.Notes.Set("m")).UpdateAsync(Ann, one.Id, EventChange.Seats.Increment(1), onlyIf: Seats.AtMost(3)));

        EventService MeetingAsync(Change<Event> other) => new(Table.Environment(new FaultTransport(Wire)
            .Next(DynamoOperation.UpdateItem, Faults.Before(async () => await Events.UpdateAsync(Ann, one.Id, other)))));
    }

    [Fact]
    public async Task A_lost_answer_appends_and_counts_once()
    {
        var one = await CreateAsync();
        var losing = new EventService(Table.Environment(new FaultTransport(Wire).Next(DynamoOperation.UpdateItem, Faults.LoseAnswer)));
        var changed = (await losing.UpdateAsync(Ann, one.Id, EventChange.Notes.Append("a") + EventChange.Seats.Increment(1), onlyIf: Seats.Is(0))).Data;
        var stored = (await Events.GetAsync(Ann, one.Id, consistent: true)).Data;
        Assert.Equal((2, 1), (stored.Version, stored.Seats));
        Assert.Equal(["a"], stored.Notes);
        Assert.Equal(changed.Version, stored.Version);
    }

    /// <summary>The seats in conditions.</summary>
    private sealed class NumberFilter() : OrderedFilter<Event, int>(AttributePath.Of("seats"), AbsentValue.Default, static (item, value) => item.Value(value));
}

public sealed class ChangesOnDynoxide : ChangeTests<Dynoxide>;

public sealed class ChangesOnDynamoDbLocal : ChangeTests<Amazons>;
