using System.Text.Json.Nodes;
using GeekCafe.DynamoDb;
using GeekCafe.Table.Tests.Members;
using GeekCafe.Table.Tests.Writing;
using GeekCafe.Testing;

namespace GeekCafe.Table.Tests.Scans;

public abstract class ScanTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private readonly MovableClock _clock = new();
    private ServiceEnvironment _environment = null!;
    private ParcelService _parcels = null!;

    private static Caller Job { get; } = Caller.ForSystem("t1", "test");

    private static Caller OtherJob { get; } = Caller.ForSystem("t2", "test");

    private TableScan Scan => new(_environment);

    private TableExport Export => new(_environment);

    protected override ValueTask PrepareAsync()
    {
        _environment = Table.Environment(Wire, _clock);
        _parcels = new(_environment);
        return ValueTask.CompletedTask;
    }

    private async Task FillAsync(Caller caller, int count)
    {
        var made = await _parcels.BatchCreateAsync(caller, [.. Enumerable.Range(1, count).Select(static number => new ParcelInput { Number = number, Text = "a \"b\"\n" + number })]);
        Assert.All(made, static result => Assert.True(result.IsSuccess));
        Assert.True((await new CrateService(_environment).CreateAsync(caller, new() { Text = "x" })).IsSuccess);
        Wire.Clear();
    }

    private async Task<List<int>> NumbersAsync(Caller caller, ScanOptions? options = null)
    {
        var numbers = new List<int>();
        await foreach (var parcel in Scan.ReadAsync<Parcel>(caller, options)) numbers.Add(parcel.Number);
        numbers.Sort();
        return numbers;
    }

    private async Task<string[]> LinesAsync(Caller caller, ScanOptions? options = null)
    {
        using var stream = new MemoryStream();
        var count = (await Export.ExportAsync(caller, stream, options)).Data;
        var lines = System.Text.Encoding.UTF8.GetString(stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(count, lines.Length);
        return lines;
    }

    [Fact]
    public async Task People_are_refused_and_nothing_is_asked()
    {
        await FillAsync(Ann, 1);
        foreach (var person in (Caller[])[Ann, Callers.User("t1", "root", "admin", "system")])
        {
            Assert.Equal(ErrorCode.AccessDenied, Assert.Throws<ServiceException>(() => { Scan.ReadAsync<Parcel>(person); }).Error.Code);
            Assert.Equal(ErrorCode.AccessDenied, Assert.Throws<ServiceException>(() => { Scan.ReadAsync<Parcel>(person, new() { AcrossTenants = "why" }); }).Error.Code);
            using var stream = new MemoryStream();
            await FailsAsync(ErrorCode.AccessDenied, Export.ExportAsync(person, stream));
            await FailsAsync(ErrorCode.AccessDenied, Export.ExportAsync(person, stream, new() { AcrossTenants = "why" }));
            Assert.Equal(0, stream.Length);
        }

        Assert.Empty(Wire.Requests);
    }

    [Fact]
    public void Options_out_of_range_are_refused_at_once()
    {
        foreach (var options in (ScanOptions[])[new() { Segments = 0 }, new() { Segments = 257 }, new() { PageSize = -1 }, new() { AcrossTenants = " " }])
        {
            Assert.ThrowsAny<ArgumentException>(() => { Scan.ReadAsync<Parcel>(Job, options); });
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Each_item_of_the_resource_and_tenant_comes_once(int segments)
    {
        await FillAsync(Ann, 40);
        await FillAsync(Foreign, 10);
        Assert.Equal(Enumerable.Range(1, 40), await NumbersAsync(Job, new() { Segments = segments, PageSize = 7 }));
        Assert.All(Wire.Requests, static request => Assert.Equal(DynamoOperation.Scan, request.Operation));
        Assert.Equal(Enumerable.Range(1, 10), await NumbersAsync(OtherJob, new() { Segments = segments }));
        Assert.Equal(50, (await NumbersAsync(Job, new() { Segments = segments, AcrossTenants = "a count of all" })).Count);
    }

    [Fact]
    public async Task There_is_a_request_for_each_page()
    {
        await FillAsync(Ann, 40);
        await NumbersAsync(Job, new() { PageSize = 7 });
        Assert.Equal((6, 41), (Wire.Requests.Count, Wire.ItemsRead));
        Wire.Clear();
        await NumbersAsync(Job, new() { Consistent = true });
        Assert.True(Assert.Single(Wire.Requests).Body.GetProperty("ConsistentRead").GetBoolean());
    }

    [Fact]
    public async Task Who_stops_early_leaves_nothing_behind()
    {
        await FillAsync(Ann, 40);
        await foreach (var parcel in Scan.ReadAsync<Parcel>(Job, new() { PageSize = 1 }))
        {
            Assert.Equal("t1", parcel.TenantId);
            break;
        }

        var asked = Wire.Requests.Count;
        await Task.Yield();
        Assert.Equal(asked, Wire.Requests.Count);
    }

    [Fact]
    public async Task What_is_deleted_or_has_expired_comes_if_it_is_wanted()
    {
        await FillAsync(Ann, 2);
        await _parcels.CreateAsync(Ann, new() { Number = 3, Until = _clock.GetUtcNow().AddHours(1) });
        await _parcels.DeleteAsync(Job, new(1));
        Assert.Equal([2, 3], await NumbersAsync(Job));
        Assert.Equal([1, 2, 3], await NumbersAsync(Job, new() { IncludeDeleted = true }));
        Assert.Equal(3, (await LinesAsync(Job)).Length);
        _clock.Ahead = TimeSpan.FromHours(2);
        Assert.Equal([2], await NumbersAsync(Job));
        Assert.Equal([2, 3], await NumbersAsync(Job, new() { IncludeExpired = true }));
        Assert.Equal(2, (await LinesAsync(Job)).Length);
        Assert.Equal(4, (await LinesAsync(Job, new() { IncludeDeleted = true, IncludeExpired = true })).Length);
    }

    [Fact]
    public async Task Hostile_rows_do_not_come_out()
    {
        await FillAsync(Ann, 1);
        var item = await Table.ReadAsync("TENANT#t1#SCANS-PARCEL#0000000001", "SCANS-PARCEL");
        await PlantAsync("91", static item => item["tenant_id"]!["S"] = "t2");
        await PlantAsync("92", static item => item.Remove("tenant_id"));
        await PlantAsync("93", static item => item["tenant_id"]!["S"] = "T1");
        await PlantAsync("95", static item => item["_type"]!["S"] = "Crate#");
        Assert.Equal([1], await NumbersAsync(Job, new() { IncludeDeleted = true, IncludeExpired = true }));
        Assert.All(await LinesAsync(Job), static line => Assert.Equal("t1", (string?)JsonNode.Parse(line)!["Item"]!["tenant_id"]!["S"]));
        Assert.Equal(3, (await LinesAsync(Job)).Length);
        Assert.Equal(6, (await LinesAsync(Job, new() { AcrossTenants = "a copy" })).Length);

        async Task PlantAsync(string sort, Action<JsonObject> edit)
        {
            var planted = item.DeepClone().AsObject();
            planted["sk"] = new JsonObject { ["S"] = sort };
            edit(planted);
            await Table.PutAsync(planted);
        }
    }

    [Fact]
    public async Task What_is_consumed_is_reported()
    {
        await FillAsync(Ann, 5);
        var consumed = new List<ConsumedCapacity>();
        var metered = new ServiceEnvironment { Client = _environment.Client, TableName = _environment.TableName, CursorKeys = [], Capacity = consumed.Add };
        await foreach (var parcel in new TableScan(metered).ReadAsync<Parcel>(Job)) Assert.NotEmpty(parcel.Id);
        Assert.Contains(consumed, static each => each is { Operation: DynamoOperation.Scan, ReadUnits: > 0 });
    }

    [Fact]
    public async Task An_export_is_of_a_tenant_and_holds_each_item_as_it_is_stored()
    {
        await FillAsync(Ann, 9);
        await FillAsync(Foreign, 3);
        var lines = await LinesAsync(Job, new() { Segments = 2, PageSize = 2 });
        Assert.Equal(10, lines.Length);
        foreach (var line in lines)
        {
            var exported = JsonNode.Parse(line)!["Item"]!.AsObject();
            Assert.Equal("t1", (string?)exported["tenant_id"]!["S"]);
            Assert.True(JsonNode.DeepEquals(await Table.ReadAsync((string)exported["pk"]!["S"]!, (string)exported["sk"]!["S"]!), exported));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task An_export_that_was_cut_goes_on_from_its_checkpoint(int segments)
    {
        await FillAsync(Ann, 20);
        var options = new ScanOptions { Segments = segments, PageSize = 2 };
        var first = new MemoryStream();
        var (kept, length) = ("", 0L);
        await Assert.ThrowsAsync<TimeoutException>(() => Export.ExportAsync(Job, first, options, null, checkpoint =>
        {
            (kept, length) = (checkpoint.ToJson(), first.Length);
            if (length > 1500) throw new TimeoutException();
        }));
        var rest = new MemoryStream();
        ExportCheckpoint? last = null;
        Assert.True((await Export.ExportAsync(Job, rest, options, ExportCheckpoint.Parse(kept), checkpoint => last = checkpoint)).IsSuccess);
        Assert.True(last!.IsComplete);
        var lines = (System.Text.Encoding.UTF8.GetString(first.ToArray().AsSpan(0, (int)length)) + System.Text.Encoding.UTF8.GetString(rest.ToArray())).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Sorted(await LinesAsync(Job)), Sorted(lines));
        await Assert.ThrowsAsync<ArgumentException>(() => Export.ExportAsync(Job, rest, new() { Segments = 5 }, ExportCheckpoint.Parse(kept)));
    }

    /// <summary>Items, and the attributes of each, in an order of their own: databases promise none.</summary>
    private static IEnumerable<string> Sorted(IEnumerable<string> lines) => lines
        .Select(static line => string.Join(',', JsonNode.Parse(line)!["Item"]!.AsObject().Select(static attribute => attribute.Key + attribute.Value!.ToJsonString()).Order(StringComparer.Ordinal)))
        .Order(StringComparer.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[false]")]
    public void What_is_no_checkpoint_is_refused(string text) => Assert.Throws<FormatException>(() => ExportCheckpoint.Parse(text));
}

public sealed class ScansOnDynoxide : ScanTests<Dynoxide>;

public sealed class ScansOnDynamoDbLocal : ScanTests<Amazons>;
