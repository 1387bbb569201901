using System.Text.Json.Nodes;
using GeekCafe.DynamoDb;
using GeekCafe.Table.Tests.Members;
using GeekCafe.Table.Tests.Writing;
using GeekCafe.Testing;

namespace GeekCafe.Table.Tests.Collections;

public abstract class CollectionTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private readonly MovableClock _clock = new();
    private GeekCafeTableTestsApplication _app = null!;

    private static Caller Warehouse { get; } = Callers.User("t1", "wim", "warehouse");

    private static Caller Auditor { get; } = Callers.User("t1", "ada", "auditor");

    private static Caller System { get; } = Caller.ForSystem("t1", "test");

    private SaleDetailsReader Details => _app.SaleDetailsReader;

    protected override ValueTask PrepareAsync()
    {
        _app = GeekCafeTableTestsApplication.Create(Table.Environment(Wire, _clock));
        return ValueTask.CompletedTask;
    }

    private async Task FillAsync(Caller? caller = null, string number = "7", int lines = 3)
    {
        caller ??= Ann;
        await MadeAsync(_app.CollectionsSales.CreateAsync(caller, new() { Number = number, Customer = "c1" }));
        for (var i = 1; i <= lines; i++) await MadeAsync(_app.CollectionsLines.CreateAsync(caller, new() { SaleNumber = number, Position = i, Text = i == 2 ? "hidden" : "shown" }));
        await MadeAsync(_app.CollectionsNotes.CreateAsync(caller, new() { SaleNumber = number, Customer = "c1", Until = _clock.GetUtcNow().AddHours(1) }));
        await MadeAsync(_app.CollectionsNotes.CreateAsync(caller, new() { SaleNumber = number }));
    }

    private static async Task<T> MadeAsync<T>(Task<ServiceResult<T>> result) => (await result).Data;

    private Task<Shipment> ShipAsync(string number = "7") => MadeAsync(_app.CollectionsShipments.CreateAsync(System, new() { SaleNumber = number }));

    /// <summary>A copy of a stored item, changed, past all of our mapping.</summary>
    private async Task PlantAsync(string sort, string planted, Action<JsonObject> edit)
    {
        var item = await Table.ReadAsync("TENANT#t1#COLLECTIONS-SALE#7", sort);
        item["sk"] = new JsonObject { ["S"] = planted };
        edit(item);
        await Table.PutAsync(item);
    }

    [Fact]
    public async Task A_partition_is_read_with_one_query_in_the_order_of_its_sort_keys()
    {
        await FillAsync();
        await FillAsync(number: "70");
        var shipment = await ShipAsync();
        Wire.Clear();
        var read = (await Details.GetAsync(System, "7")).Data;
        var request = Assert.Single(Wire.Requests);
        Assert.Equal((DynamoOperation.Query, null, 7), (request.Operation, request.Index, request.ItemsRead));
        Assert.Equal("SALE#", request.Body.GetProperty("ExpressionAttributeValues").GetProperty(":s").GetProperty("S").GetString());
        Assert.Equal("7", read.Sale?.Number);
        Assert.Equal([1, 2, 3], read.Lines.Select(static line => line.Position));
        Assert.Equal([shipment], read.Shipments);
        Assert.Equal(read.Notes.Select(static note => note.Id).Order(StringComparer.Ordinal), read.Notes.Select(static note => note.Id));
        Assert.Equal((7, true, null), (read.Count, read.IsComplete, read.Cursor));
        Assert.Equal(read.Lines[0], (await _app.CollectionsLines.GetAsync(Ann, new("7", 1))).Data);
    }

    [Fact]
    public async Task Everybody_sees_what_the_service_of_each_resource_lets_him_see()
    {
        await FillAsync();
        await ShipAsync();
        Assert.Equal([1, 3], (await Details.GetAsync(Ann, "7")).Data.Lines.Select(static line => line.Position));
        Assert.Empty((await Details.GetAsync(Ann, "7")).Data.Shipments);
        Assert.Single((await Details.GetAsync(Warehouse, "7")).Data.Shipments);
        Assert.Equal([1, 2, 3], (await Details.GetAsync(Auditor, "7")).Data.Lines.Select(static line => line.Position));
    }

    [Fact]
    public async Task What_is_deleted_or_has_expired_is_absent()
    {
        await FillAsync();
        await MadeAsync(_app.CollectionsSales.DeleteAsync(Ann, "7"));
        await MadeAsync(_app.CollectionsLines.DeleteAsync(Ann, new("7", 1)));
        var read = (await Details.GetAsync(System, "7")).Data;
        Assert.Null(read.Sale);
        Assert.Equal((2, 2), (read.Lines.Count, read.Notes.Count));
        _clock.Ahead = TimeSpan.FromHours(2);
        Assert.Single((await Details.GetAsync(System, "7")).Data.Notes);
    }

    [Fact]
    public async Task It_is_not_found_where_the_caller_sees_nothing()
    {
        await ShipAsync("8");
        await FailsAsync(ErrorCode.NotFound, Details.GetAsync(Ann, "8"));
        Assert.Equal(1, (await Details.GetAsync(Warehouse, "8")).Data.Count);
        await FailsAsync(ErrorCode.NotFound, Details.GetAsync(Foreign, "8"));
        await FailsAsync(ErrorCode.NotFound, Details.GetAsync(System, "9"));
        Wire.Clear();
        await FailsAsync(ErrorCode.NotFound, Details.GetAsync(Ann, ""));
        Assert.Empty(Wire.Requests);
    }

    [Fact]
    public async Task Hostile_rows_in_the_partition_never_show()
    {
        await FillAsync();
        await FillAsync(Foreign);
        var expected = (await Details.GetAsync(Ann, "7")).Data.Count;
        await PlantAsync("SALE#LINE#0000000001", "SALE#LINE#0000000091", static item => item["tenant_id"]!["S"] = "t2");
        await PlantAsync("SALE#LINE#0000000001", "SALE#LINE#0000000092", static item => item.Remove("tenant_id"));
        await PlantAsync("SALE#LINE#0000000001", "SALE#LINE#0000000093", static item => item["_type"]!["S"] = "Saleline");
        await PlantAsync("SALE#LINE#0000000001", "SALE#LINE#0000000094", static item => item.Remove("_type"));
        await PlantAsync("SALE#LINE#0000000001", "SALE#LINE#0000000095", static item => item["deleted_at"] = new JsonObject { ["S"] = "2026-01-01T00:00:00.0000000+00:00" });
        await PlantAsync("SALE#LINE#0000000001", "SALE#LINE#0000000096", static item =>
        {
            item["tenant_id"]!["S"] = "t2";
            item["position"] = new JsonObject { ["S"] = "not a number" };
        });
        foreach (var caller in (Caller[])[Ann, Warehouse, Foreign]) Assert.Equal(expected, (await Details.GetAsync(caller, "7")).Data.Count);
        Assert.DoesNotContain((await Details.GetAsync(System, "7")).Data.Lines, static line => line.TenantId != "t1");
        Assert.Equal(expected + 1, (await Details.GetAsync(System, "7")).Data.Count);

        // Of the tenant's own items, what cannot be read is said to be so, as everywhere.
        await PlantAsync("SALE#LINE#0000000001", "SALE#LINE#0000000097", static item => item["position"] = new JsonObject { ["S"] = "not a number" });
        await FailsAsync(ErrorCode.CorruptItem, Details.GetAsync(Ann, "7"));
    }

    [Fact]
    public async Task What_is_of_other_types_is_passed_over_and_counted()
    {
        await FillAsync();
        await PlantAsync("SALE#LINE#0000000001", "SALE#LINE#0000000091", static item => item["tenant_id"]!["S"] = "t2");
        var reader = _app.SaleSummaryReader;
        var read = (await reader.GetAsync(Ann, "7")).Data;
        Assert.Equal((true, 2), (read.Sale is not null, read.Lines.Count));
        Assert.Equal([new SkippedItems(OtherTypes: 2, Withheld: 1)], reader.Skips);
    }

    [Fact]
    public async Task Items_of_an_older_form_are_brought_into_the_new_one()
    {
        await FillAsync();
        await PlantAsync("SALE#LINE#0000000003", "SALE#LINE#0000000003", static item =>
        {
            item.Remove("_v");
            item.Remove("text", out var text);
            item["label"] = text;
        });
        Assert.Equal(["shown", "hidden", "shown"], (await Details.GetAsync(Auditor, "7")).Data.Lines.Select(static line => line.Text));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public async Task What_is_cut_says_so_and_goes_on_until_all_was_seen_once(int maxItems)
    {
        await FillAsync(lines: 9);
        var whole = (await Details.GetAsync(Ann, "7")).Data;
        Wire.Clear();
        var (lines, notes, sales) = (new List<SaleLine>(), new List<SaleNote>(), 0);
        string? cursor = null;
        do
        {
            var part = (await Details.GetAsync(Ann, "7", new() { MaxItems = maxItems, Cursor = cursor })).Data;
            lines.AddRange(part.Lines);
            notes.AddRange(part.Notes);
            sales += part.Sale is null ? 0 : 1;
            cursor = part.Cursor;
            Assert.Equal(cursor is null, part.IsComplete);
        }
        while (cursor is not null);

        Assert.Equal(whole.Lines, lines);
        Assert.Equal(whole.Notes, notes);
        Assert.Equal(1, sales);
        Assert.All(Wire.Requests, request => Assert.InRange(request.ItemsRead, 0, maxItems));
        Assert.InRange(Wire.Requests.Count, 12 / maxItems, (12 / maxItems) + 1);
    }

    [Fact]
    public async Task A_cursor_is_good_for_its_caller_its_partition_and_its_collection_alone()
    {
        await FillAsync();
        await FillAsync(number: "8");
        await FillAsync(Foreign);
        var cursor = (await Details.GetAsync(Ann, "7", new() { MaxItems = 2 })).Data.Cursor;
        var request = new CollectionRequest { Cursor = cursor };
        Assert.True((await Details.GetAsync(Ann, "7", request)).IsSuccess);
        await FailsAsync(ErrorCode.InvalidCursor, Details.GetAsync(Bob, "7", request));
        await FailsAsync(ErrorCode.InvalidCursor, Details.GetAsync(Foreign, "7", request));
        await FailsAsync(ErrorCode.InvalidCursor, Details.GetAsync(Ann, "8", request));
        await FailsAsync(ErrorCode.InvalidCursor, _app.SaleSummaryReader.GetAsync(Ann, "7", request));
        await FailsAsync(ErrorCode.InvalidParameter, Details.GetAsync(Ann, "7", new() { MaxItems = -1 }));
    }

    [Fact]
    public async Task More_than_a_reply_holds_is_read_with_further_queries_up_to_the_bound()
    {
        // Each line is 300 KB, and a reply ends past 1 MB.
        var text = new string('x', 300_000);
        for (var i = 1; i <= 10; i++) await MadeAsync(_app.CollectionsLines.CreateAsync(Ann, new() { SaleNumber = "7", Position = i, Text = text }));
        Wire.Clear();
        var read = (await Details.GetAsync(Ann, "7")).Data;
        Assert.Equal((10, true), (read.Lines.Count, read.IsComplete));
        Assert.InRange(Wire.Requests.Count, 3, 4);

        var bounded = GeekCafeTableTestsApplication.Create(new ServiceEnvironment
        {
            Client = Environment.Client, TableName = Environment.TableName, CursorKeys = Environment.CursorKeys, MaxQueriesPerPage = 1,
        });
        Wire.Clear();
        var cut = (await bounded.SaleDetailsReader.GetAsync(Ann, "7")).Data;
        Assert.Single(Wire.Requests);
        Assert.InRange(cut.Lines.Count, 3, 4);
        Assert.False(cut.IsComplete);
    }

    [Fact]
    public async Task A_partition_of_an_index_is_read_so_too()
    {
        await FillAsync();
        await FillAsync(number: "8");
        await FillAsync(Foreign);
        Wire.Clear();
        var read = (await _app.CustomerFileReader.GetAsync(Ann, "c1")).Data;
        Assert.Equal("gsi3", Assert.Single(Wire.Requests).Index);
        Assert.Equal(["7", "8"], read.Sales.Select(static sale => sale.Number));
        Assert.Equal(2, read.Notes.Count);
        var part = (await _app.CustomerFileReader.GetAsync(Ann, "c1", new() { MaxItems = 3 })).Data;
        var rest = (await _app.CustomerFileReader.GetAsync(Ann, "c1", new() { Cursor = part.Cursor })).Data;
        Assert.Equal(read.Sales, part.Sales.Concat(rest.Sales));
        Assert.Equal(read.Notes, part.Notes.Concat(rest.Notes));
        await FailsAsync(ErrorCode.InvalidParameter, _app.CustomerFileReader.GetAsync(Ann, "c1", new() { Consistent = true }));
        await FailsAsync(ErrorCode.NotFound, _app.CustomerFileReader.GetAsync(Ann, "c2"));
    }

    [Fact]
    public async Task The_table_can_be_read_consistently()
    {
        await FillAsync();
        Wire.Clear();
        Assert.True((await Details.GetAsync(Ann, "7", new() { Consistent = true })).IsSuccess);
        Assert.True(Assert.Single(Wire.Requests).Body.GetProperty("ConsistentRead").GetBoolean());
    }
}

public sealed class CollectionsOnDynoxide : CollectionTests<Dynoxide>;

public sealed class CollectionsOnDynamoDbLocal : CollectionTests<Amazons>;
