using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Table.Tests.Reading;

public abstract class ReadingTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private FairService Service => new(Environment);

    [Fact]
    public async Task A_range_reads_its_items_and_no_others()
    {
        await FillAsync(Ann, 20);
        await FillAsync(Foreign, 20);
        Wire.Clear();
        var page = (await Service.ListByOwnerAsync(Ann, "ann", FairSort.ByOwner.StartsAt.Between(Start.AddHours(3), Start.AddHours(7)), new() { Limit = 50 })).Data;
        Assert.Equal([3, 4, 5, 6, 7], page.Items.Select(static each => each.Count));
        Assert.All(page.Items, static each => Assert.Equal("t1", each.TenantId));
        Assert.Equal(5, Wire.ItemsRead);
        Assert.Equal("gsi3", Assert.Single(Wire.Requests).Index);
        Assert.Equal("#p=:p AND #s BETWEEN :s AND :e", Wire.Requests[0].Text("KeyConditionExpression"));
    }

    [Fact]
    public async Task No_condition_leaves_the_partition_of_the_callers_tenant()
    {
        await FillAsync(Foreign, 3);
        foreach (var where in (ListCondition<Fair, FairSort.ByShelf>[])[FairFilter.Category.IsNot("no"), FairSort.ByShelf.Category.AtLeast(""), FairFilter.CreatedBy.Is("ann") | !FairFilter.CreatedBy.Is("ann")])
        {
            Assert.Empty((await Service.ListByShelfAsync(Ann, where)).Data.Items);
        }

        Assert.Equal(0, Wire.Requests.Where(static each => each.Operation == DynamoOperation.Query).Sum(static each => each.ItemsRead));
        Assert.All(Wire.Requests.Where(static each => each.Operation == DynamoOperation.Query), static each =>
            Assert.Equal("TENANT#t1#READING-SHELF", each.Body.GetProperty("ExpressionAttributeValues").GetProperty(":p").GetProperty("S").GetString()));
    }

    [Fact]
    public async Task Names_and_values_are_placeholders_and_each_has_one()
    {
        await Service.ListAsync(Ann, FairFilter.Note.Is("x' OR #t=:t") | FairFilter.Note.Contains("x' OR #t=:t") | FairFilter.Place.City.Is("x"));
        var request = Wire.Requests[^1];
        Assert.Equal("#t=:t AND attribute_not_exists(#d) AND (#f0=:f0 OR contains(#f0,:f0) OR #f1.#f2=:f1)", request.Text("FilterExpression"));
    }

    [Fact]
    public async Task A_range_that_holds_nothing_asks_nothing()
    {
        var page = await Service.ListByShelfAsync(Ann, FairSort.ByShelf.Category.Between("b", "a"));
        Assert.Empty(page.Data.Items);
        Assert.Empty(Wire.Requests);
    }

    [Fact]
    public async Task What_exceeds_a_limit_of_DynamoDB_is_refused_before_it_is_sent()
    {
        var many = Enumerable.Range(0, 101).ToArray();
        var filter = FairFilter.Count.Is(0);
        for (var i = 0; i < 160; i++) filter |= FairFilter.Count.Is(i);
        await FailsAsync(ErrorCode.InvalidParameter, Service.ListAsync(Ann, FairFilter.Count.In(many)));
        await FailsAsync(ErrorCode.InvalidParameter, Service.ListAsync(Ann, filter));
        await FailsAsync(ErrorCode.InvalidParameter, Service.ListByShelfAsync(Ann, FairSort.ByShelf.Category.Is(new string('x', 1025))));
        Assert.Empty(Wire.Requests);
        Assert.True((await Service.ListAsync(Ann, FairFilter.Count.In(many.AsSpan(1)))).IsSuccess);
    }

    [Fact]
    public async Task A_cursor_belongs_to_its_condition()
    {
        await FillAsync(Ann, 6);
        var open = FairFilter.Count.AtLeast(0);
        var cursor = (await Service.ListByOwnerAsync(Ann, "ann", open, new() { Limit = 2 })).Data.Cursor;
        Assert.NotNull(cursor);
        Assert.Equal([2, 3], (await Service.ListByOwnerAsync(Ann, "ann", FairFilter.Count.AtLeast(0), new() { Limit = 2, Cursor = cursor })).Data.Items.Select(static each => each.Count));
        await FailsAsync(ErrorCode.InvalidCursor, Service.ListByOwnerAsync(Ann, "ann", FairFilter.Count.AtLeast(1), new() { Limit = 2, Cursor = cursor }));
        await FailsAsync(ErrorCode.InvalidCursor, Service.ListByOwnerAsync(Ann, "ann", FairFilter.Count.After(0), new() { Limit = 2, Cursor = cursor }));
        await FailsAsync(ErrorCode.InvalidCursor, Service.ListByOwnerAsync(Ann, "ann", new() { Limit = 2, Cursor = cursor }));
        await FailsAsync(ErrorCode.InvalidCursor, Service.ListByOwnerAsync(Foreign, "ann", open, new() { Limit = 2, Cursor = cursor }));
    }

    [Fact]
    public async Task Only_lists_of_the_table_are_read_consistently()
    {
        await Service.ListAsync(Ann, new PageRequest { Consistent = true });
        Assert.True(Wire.Requests[^1].Body.GetProperty("ConsistentRead").GetBoolean());
        await FailsAsync(ErrorCode.InvalidParameter, Service.ListByShelfAsync(Ann, new PageRequest { Consistent = true }));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_enumeration_sees_all_once_in_order(bool descending)
    {
        await FillAsync(Ann, 23);
        var seen = new List<int>();
        await foreach (var each in Service.EnumerateByOwnerAsync(Ann, "ann", FairFilter.Count.IsNot(5), new() { Limit = 4, Descending = descending })) seen.Add(each.Count);
        var expected = Enumerable.Range(0, 23).Where(static count => count != 5);
        Assert.Equal(descending ? expected.Reverse() : expected, seen);
    }

    [Fact]
    public async Task An_enumeration_says_why_it_ends()
    {
        var exception = await Assert.ThrowsAsync<ServiceException>(async () =>
        {
            await foreach (var _ in Service.EnumerateAsync(Ann, page: new() { Limit = 101 })) Assert.Fail("There is no such page.");
        });
        Assert.Equal(ErrorCode.InvalidParameter, exception.Error.Code);

        exception = await Assert.ThrowsAsync<ServiceException>(async () =>
        {
            await foreach (var _ in Service.EnumerateByOwnerAsync(Ann, "")) Assert.Fail("There is nobody to list by.");
        });
        Assert.Equal((ErrorCode.ValidationError, "ownerId"), (exception.Error.Code, Assert.Single(exception.Error.Details!).Key));
    }

    [Fact]
    public async Task A_list_takes_what_a_request_may_ask_and_need_not()
    {
        await FillAsync(Ann, 5);
        foreach (var (least, most, expected) in new (int?, int?, int[])[] { (null, null, [0, 1, 2, 3, 4]), (3, null, [3, 4]), (null, 1, [0, 1]), (1, 2, [1, 2]) })
        {
            var filter = GeekCafe.DynamoDb.Filter.All(least is { } low ? FairFilter.Count.AtLeast(low) : null, most is { } high ? FairFilter.Count.AtMost(high) : null);
            Assert.Equal(expected, (await Service.ListAsync(Ann, filter)).Data.Items.Select(static each => each.Count).Order());
        }
    }

    [Fact]
    public async Task The_number_of_queries_for_a_page_can_be_bounded()
    {
        await FillAsync(Ann, 40);
        Wire.Clear();
        var page = (await Service.ListAsync(Ann, FairFilter.Count.Is(39), new() { Limit = 2, MaxQueries = 2 })).Data;
        Assert.Equal(2, Wire.Requests.Count);
        Assert.Empty(page.Items);
        Assert.NotNull(page.Cursor);
    }

    [Fact]
    public async Task A_projection_asks_for_its_attributes_and_those_of_its_rules()
    {
        await FillAsync(Ann, 5);
        Wire.Clear();
        var cards = new List<FairCard>();
        for (string? cursor = null; ;)
        {
            var page = (await Service.ListByOwnerAsync<FairCard>(Ann, "ann", FairSort.ByOwner.StartsAt.After(Start), new() { Limit = 2, Cursor = cursor })).Data;
            cards.AddRange(page.Items);
            if ((cursor = page.Cursor) is null) break;
        }

        var all = (await Service.ListByOwnerAsync(Ann, "ann")).Data.Items.Skip(1).ToList();
        Assert.Equal(all.Select(static each => (each.Id, each.Category, each.Seats)), cards.Select(static each => (each.Id, each.Category, each.Seats)));
        Assert.Equal(
            ["_type", "category", "deleted_at", "gsi3_sk", "id", "owner_id", "pk", "place", "seats", "sk", "tags", "tenant_id"],
            Projected(Wire.Requests[0]));
        Assert.Equal(all[0].Id, (await Service.GetAsync<FairCard>(Ann, all[0].Id)).Data.Id);
    }

    [Fact]
    public async Task A_projection_is_shown_to_whom_the_resource_is()
    {
        var id = (await FillAsync(Ann, 1))[0].Id;
        var clerk = Callers.User("t1", "kim", "clerk");
        Assert.Equal(id, (await Service.GetAsync<FairCard>(clerk, id)).Data.Id);
        Assert.Single((await Service.ListAsync<FairCard>(clerk)).Data.Items);
        foreach (var caller in new[] { Bob, Foreign })
        {
            await FailsAsync(ErrorCode.NotFound, Service.GetAsync<FairCard>(caller, id));
            Assert.Empty((await Service.ListAsync<FairCard>(caller)).Data.Items);
        }

        Assert.True((await Service.DeleteAsync(Ann, id)).IsSuccess);
        await FailsAsync(ErrorCode.NotFound, Service.GetAsync<FairCard>(Ann, id));
        Assert.Empty((await Service.ListAsync<FairCard>(Ann)).Data.Items);
    }

    [Fact]
    public async Task What_requests_consume_is_reported_when_it_is_wanted()
    {
        var seen = new List<ConsumedCapacity>();
        var metered = new FairService(new ServiceEnvironment { Client = Environment.Client, TableName = Environment.TableName, CursorKeys = Environment.CursorKeys, Capacity = seen.Add });
        await metered.CreateAsync(Ann, Input(1));
        await metered.ListByOwnerAsync(Ann, "ann");
        Assert.Contains(seen, static each => each is { Operation: DynamoOperation.PutItem, WriteUnits: > 0, ReadUnits: 0 });
        Assert.Contains(seen, static each => each is { Operation: DynamoOperation.Query, Index: "gsi3" or null, ReadUnits: > 0, WriteUnits: 0 });
        Assert.All(seen, each => Assert.Equal(Environment.TableName, each.Table));
    }

    private static IEnumerable<string> Projected(RecordedRequest request)
    {
        var names = request.Body.GetProperty("ExpressionAttributeNames");
        return request.Text("ProjectionExpression")!.Split(',').Select(each => names.GetProperty(each).GetString()!).Order(StringComparer.Ordinal);
    }

    private async Task<List<Fair>> FillAsync(Caller caller, int count)
    {
        var fairs = new List<Fair>();
        for (var i = 0; i < count; i++) fairs.Add((await Service.CreateAsync(caller, Input(i))).Data);
        return fairs;
    }

    private static FairInput Input(int number) => new() { Category = "c", Price = number, StartsAt = Start.AddHours(number), Count = number, Seats = number };
}

public sealed class ReadingOnDynoxide : ReadingTests<Dynoxide>;

public sealed class ReadingOnDynamoDbLocal : ReadingTests<Amazons>;
