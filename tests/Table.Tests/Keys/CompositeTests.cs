using GeekCafe.Testing;

namespace GeekCafe.Table.Tests.Keys;

public abstract class CompositeTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private static readonly DateTime Noon = new(2026, 1, 31, 12, 0, 0, DateTimeKind.Utc);

    private RackService Racks => new(Table.Environment(Queries));

    private RecordingTransport Queries { get; set; } = null!;

    protected override ValueTask PrepareAsync()
    {
        Assert.SkipUnless(TDatabase.HasCompositeIndexes, "DynamoDB Local 1.25.1 does not take several key attributes in an index (November 2025).");
        Queries = new(new CompositeQueries(Table.Transport, Definition));
        return base.PrepareAsync();
    }

    [Fact]
    public async Task Items_are_found_by_all_attributes_of_the_partition_in_the_order_of_those_of_the_sort_key()
    {
        var later = await CreateAsync("a", RackState.Empty, 10, Noon.AddSeconds(1));
        var first = await CreateAsync("a", RackState.Empty, 9, Noon.AddDays(1));
        var last = await CreateAsync("a", RackState.InUse, 1, Noon);
        var earlier = await CreateAsync("a", RackState.Empty, 10, Noon);
        await CreateAsync("b", RackState.Empty, 1, Noon);
        await CreateAsync("a", RackState.Empty, 1, Noon, Foreign);

        Assert.Equal([first, earlier, later, last], Ok(await Racks.ListByZoneAsync(Ann, "a")).Items);
        Assert.Equal([last, later, earlier, first], Ok(await Racks.ListByZoneAsync(Ann, "a", new() { Descending = true })).Items);
        Assert.Empty(Ok(await Racks.ListByZoneAsync(Ann, "é\"}")).Items);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_follow_each_other_and_cursors_are_good_for_their_list_alone(bool descending)
    {
        var all = new List<string>();
        for (var i = 0; i < 7; i++) all.Add((await CreateAsync("a#\"é", i % 2 == 0 ? RackState.Empty : RackState.InUse, i / 3, Noon.AddTicks(i))).Id);
        var expected = Ok(await Racks.ListByZoneAsync(Ann, "a#\"é", new() { Descending = descending })).Items.Select(static rack => rack.Id).ToArray();
        Assert.Equal(all.Order(), expected.Order());

        var (paged, cursor) = (new List<string>(), default(string));
        do
        {
            var page = Ok(await Racks.ListByZoneAsync(Ann, "a#\"é", new() { Limit = 2, Cursor = cursor, Descending = descending }));
            paged.AddRange(page.Items.Select(static rack => rack.Id));
            if (page.Cursor is not null)
            {
                await FailsAsync(ErrorCode.InvalidCursor, Racks.ListByZoneAsync(Ann, "a", new() { Limit = 2, Cursor = page.Cursor, Descending = descending }));
                await FailsAsync(ErrorCode.InvalidCursor, Racks.ListByZoneAsync(Foreign, "a#\"é", new() { Limit = 2, Cursor = page.Cursor, Descending = descending }));
            }

            cursor = page.Cursor;
        }
        while (cursor is not null);
        Assert.Equal(expected, paged);
    }

    [Fact]
    public async Task An_item_without_one_of_the_attributes_is_not_in_the_index_and_a_deleted_one_is_not_shown()
    {
        var rack = await CreateAsync("a", RackState.Empty, 1, Noon);
        Ok(await Racks.CreateAsync(Ann, new() { RackZone = "a", RackMadeAt = Noon }));
        Queries.Clear();
        Assert.Equal([rack], Ok(await Racks.ListByZoneAsync(Ann, "a")).Items);
        Assert.Equal(1, Queries.ItemsRead);

        Ok(await Racks.DeleteAsync(Ann, rack.Id));
        Assert.Empty(Ok(await Racks.ListByZoneAsync(Ann, "a")).Items);
        Ok(await Racks.RestoreAsync(Ann, rack.Id));
        Ok(await Racks.PatchAsync(Ann, rack.Id, new() { RackZone = "b" }));
        Assert.Empty(Ok(await Racks.ListByZoneAsync(Ann, "a")).Items);
        Assert.Equal(rack.Id, Assert.Single(Ok(await Racks.ListByZoneAsync(Ann, "b")).Items).Id);
    }

    [Fact]
    public async Task Bytes_numbers_enums_and_system_members_are_key_attributes_too()
    {
        var racks = new List<Rack>();
        for (var i = 0; i < 3; i++) racks.Add(Ok(await Racks.CreateAsync(Ann, new() { RackCode = [0, 255, 1], RackState = RackState.InUse, RackRow = i, RackMadeAt = Noon })));
        var found = Ok(await Racks.ListByCodeAsync(Ann, [0, 255, 1], RackState.InUse, new() { Limit = 2 }));
        var rest = Ok(await Racks.ListByCodeAsync(Ann, [0, 255, 1], RackState.InUse, new() { Limit = 2, Cursor = found.Cursor }));
        Assert.Equal(racks.Select(static rack => rack.Id), found.Items.Concat(rest.Items).Select(static rack => rack.Id));
        Assert.Empty(Ok(await Racks.ListByCodeAsync(Ann, [0, 255, 1], RackState.Empty)).Items);
        await FailsAsync(ErrorCode.ValidationError, Racks.ListByCodeAsync(Ann, [], RackState.Empty));
    }

    private async Task<Rack> CreateAsync(string zone, RackState state, int row, DateTime madeAt, Caller? caller = null) =>
        Ok(await Racks.CreateAsync(caller ?? Ann, new() { RackZone = zone, RackState = state, RackRow = row, RackMadeAt = madeAt }));

    private static T Ok<T>(ServiceResult<T> result) => result.IsSuccess ? result.Data : throw new InvalidOperationException($"{result.Error}");
}

public sealed class CompositesOnDynoxide : CompositeTests<Dynoxide>;

public sealed class CompositesOnDynamoDbLocal : CompositeTests<Amazons>;
