using System.Text;
using GeekCafe.DynamoDb;

namespace GeekCafe.Table.Tests.Limits;

/// <summary>DynamoDB's limits, each at the limit and one past it: what is checked before the wire against what the database says.</summary>
public abstract class LimitTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private const int ItemBytes = 400 * 1024;

    [Theory]
    [InlineData("x")]
    [InlineData("é")]
    [InlineData("\"")]
    [InlineData("😀")]
    public async Task Texts_count_in_bytes_of_utf8(string unit)
    {
        var bytes = Encoding.UTF8.GetByteCount(unit);
        await AtTheLimitAsync(free => $$$$$$$"""{"text":{"S":"{{{{{{{string.Concat(Enumerable.Repeat(Escape(unit), free / bytes))}}}}}}}{{{{{{{new string('x', free % bytes)}}}}}}}"}}""", "text");
    }

    [Fact]
    public Task Bytes_count_without_their_base64() =>
        AtTheLimitAsync(static free => $$$$$$$"""{"bytes":{"B":"{{{{{{{Convert.ToBase64String(new byte[free])}}}}}}}"}}""", "bytes");

    [Fact]
    public Task Maps_and_lists_count_their_entries() =>
        AtTheLimitAsync(static free => $$$$$$$"""{"list":{"L":[{"BOOL":true},{"M":{"a":{"NULL":true},"b":{"S":"{{{{{{{new string('x', free - 3 - 1 - 1 - 1 - 3 - 1 - 1 - 1 - 1 - 1)}}}}}}}"}}}]}}""", "list");

    [Fact]
    public Task Sets_of_texts_count_their_elements() =>
        AtTheLimitAsync(static free => $$$$$$$"""{"set":{"SS":["a","{{{{{{{new string('x', free - 1)}}}}}}}"]}}""", "set");

    [Fact]
    public async Task A_service_takes_what_the_database_takes_and_sends_nothing_larger()
    {
        var parcels = new ParcelService(Environment);
        var parcel = (await parcels.CreateAsync(Ann, new() { Text = "" })).Data;
        var room = ItemBytes - await StoredSizeAsync(parcel.Id);
        var full = await parcels.CreateAsync(Ann, new() { Text = new string('x', room) });
        Assert.True(full.IsSuccess, full.ToString());
        Wire.Clear();
        await FailsAsync(ErrorCode.ItemTooLarge, parcels.CreateAsync(Ann, new() { Text = new string('x', room + 1) }));
        Assert.Empty(Wire.Operations);
    }

    [Fact]
    public async Task A_batch_of_the_largest_items_stays_within_a_request()
    {
        // Escapes make the JSON of a text twice as long as the text: 25 of them would pass 16 MB.
        var parcels = new ParcelService(Environment);
        var results = await parcels.BatchCreateAsync(Ann, [.. Enumerable.Range(0, 25).Select(static _ => new ParcelInput { Text = new string('"', 390_000) })]);
        Assert.All(results, static each => Assert.True(each.IsSuccess, each.ToString()));
        Assert.Equal(2, Wire.Operations.Count(static each => each == DynamoOperation.BatchWriteItem));
        Assert.All(Wire.Requests, static each => Assert.True(each.Body.GetRawText().Length <= 16 * 1024 * 1024));
        var read = await parcels.BatchGetAsync(Ann, [.. results.Select(static each => new ParcelKey(each.Data.Id))]);
        Assert.Equal(results.Select(static each => each.Data.Id), read.Select(static each => each.Data.Id));
    }

    [Theory]
    [InlineData(25, true)]
    [InlineData(26, false)]
    public async Task A_batch_has_25_writes(int count, bool taken)
    {
        var entries = string.Join(',', Enumerable.Range(0, count).Select(static i => $$$$$$$"""{"PutRequest":{"Item":{{{{{{{Item($"w{i}")}}}}}}}}}"""));
        Assert.Equal(taken, await TakesAsync(DynamoOperation.BatchWriteItem, $$$$$$$"""{"RequestItems":{"{{{{{{{Table.Name}}}}}}}":[{{{{{{{entries}}}}}}}]}}"""));
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public async Task A_batch_has_100_reads(int count, bool taken)
    {
        var keys = string.Join(',', Enumerable.Range(0, count).Select(static i => Item($"r{i}")));
        Assert.Equal(taken, await TakesAsync(DynamoOperation.BatchGetItem, $$$$$$$"""{"RequestItems":{"{{{{{{{Table.Name}}}}}}}":{"Keys":[{{{{{{{keys}}}}}}}]}}}"""));
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public async Task A_transaction_has_100_actions(int count, bool taken)
    {
        var actions = string.Join(',', Enumerable.Range(0, count).Select(i => $$$$$$$"""{"Put":{"TableName":"{{{{{{{Table.Name}}}}}}}","Item":{{{{{{{Item($"t{i}")}}}}}}}}}"""));
        Assert.Equal(taken, await TakesAsync(DynamoOperation.TransactWriteItems, $$$$$$$"""{"TransactItems":[{{{{{{{actions}}}}}}}]}"""));
    }

    [Fact]
    public async Task A_transaction_has_4_megabytes_and_one_byte_more_is_never_sent()
    {
        var parcels = new ParcelService(Environment);
        var probe = (await parcels.CreateAsync(Ann, new() { Text = "" })).Data;

        // The condition counts too, with the name it stands for.
        var around = await StoredSizeAsync(probe.Id) + "attribute_not_exists(#p)".Length + "pk".Length;
        foreach (var (total, taken) in new[] { (4 * 1024 * 1024, true), ((4 * 1024 * 1024) + 1, false) })
        {
            Wire.Clear();
            var transaction = new ServiceTransaction(Environment, Ann);
            for (var i = 0; i < 16; i++)
            {
                var share = (total / 16) + (i == 0 ? total % 16 : 0);
                transaction.Create(parcels, new() { Text = new string('x', share - around) });
            }

            var result = await transaction.CommitAsync();
            Assert.Equal(taken ? null : ErrorCode.PayloadTooLarge, result.Error?.Code);
            Assert.Equal(taken ? 1 : 0, Wire.Operations.Count);
        }

        using var past = await Table.Transport.SendAsync(DynamoOperation.TransactWriteItems, Encoding.UTF8.GetBytes(
            "{\"TransactItems\":[" + string.Join(',', Enumerable.Range(0, 11).Select(i =>
                "{\"Put\":{\"TableName\":\"" + Table.Name + "\",\"Item\":" + Item($"big{i}")[..^1] + ",\"text\":{\"S\":\"" + new string('x', 400_000) + "\"}}}}")) + "]}"), default);
        if (past.Error is null) Assert.Skip("This database does not enforce the size of transactions; only our own check stands.");
    }

    [Theory]
    [InlineData(4096, true)]
    [InlineData(4097, false)]
    public async Task An_expression_has_4_kilobytes(int bytes, bool taken)
    {
        // Neither local database may enforce it; then only our own check stands, which RuntimeTests' SizeTests tests.
        var expression = "attribute_not_exists(pk)" + new string(' ', bytes - "attribute_not_exists(pk)".Length);
        var accepted = await TakesAsync(DynamoOperation.PutItem, $$$$$$$"""{"TableName":"{{{{{{{Table.Name}}}}}}}","Item":{{{{{{{Item($"e{bytes}")}}}}}}},"ConditionExpression":"{{{{{{{expression}}}}}}}"}""");
        if (accepted && !taken) Assert.Skip("This database does not enforce the length of expressions.");
        Assert.Equal(taken, accepted);
    }

    private static string Item(string id) => $$$$$$$"""{"pk":{"S":"TENANT#t1"},"sk":{"S":"LIMITS-RAW#{{{{{{{id}}}}}}}"}}""";

    private static string Escape(string text) => text == "\"" ? "\\\"" : text;

    /// <summary>Fills an item up to the limit with an attribute, and one byte past it, and compares our measure with what the database does.</summary>
    private async Task AtTheLimitAsync(Func<int, string> attribute, string name)
    {
        var key = Item("full")[..^1];
        var around = "pk".Length + "TENANT#t1".Length + "sk".Length + "LIMITS-RAW#full".Length + name.Length;
        foreach (var (size, taken) in new[] { (ItemBytes, true), (ItemBytes + 1, false) })
        {
            var item = $"{key},{attribute(size - around)[1..]}";
            Assert.Equal(size, ItemSize.Measure(Encoding.UTF8.GetBytes(item)));
            Assert.Equal(taken, await TakesAsync(DynamoOperation.PutItem, $$$$$$$"""{"TableName":"{{{{{{{Table.Name}}}}}}}","Item":{{{{{{{item}}}}}}}}"""));
        }
    }

    private async Task<bool> TakesAsync(DynamoOperation operation, string json)
    {
        using var reply = await Table.Transport.SendAsync(operation, Encoding.UTF8.GetBytes(json), default);
        return reply.Error is null ? true : reply.Error.Kind is DynamoErrorKind.Validation or DynamoErrorKind.TooLarge or DynamoErrorKind.Other ? false
            : throw new InvalidOperationException(reply.Error.ToString());
    }

    /// <summary>The size of a stored item of texts and one small number, which counts as two bytes.</summary>
    private async Task<int> StoredSizeAsync(string id)
    {
        using var reply = await Table.Transport.SendAsync(DynamoOperation.GetItem,
            Encoding.UTF8.GetBytes($$$$$$$"""{"TableName":"{{{{{{{Table.Name}}}}}}}","Key":{"pk":{"S":"TENANT#t1"},"sk":{"S":"LIMITS-PARCEL#{{{{{{{id}}}}}}}"}},"ConsistentRead":true}"""), default);
        using var json = global::System.Text.Json.JsonDocument.Parse(reply.Body);
        return json.RootElement.GetProperty("Item").EnumerateObject().Sum(static each => Encoding.UTF8.GetByteCount(each.Name) + each.Value.EnumerateObject().Single() switch
        {
            { Name: "S" } text => Encoding.UTF8.GetByteCount(text.Value.GetString()!),
            { Name: "N" } => 2,
            var other => 3 + (other.Value.ValueKind == global::System.Text.Json.JsonValueKind.Array ? other.Value.GetArrayLength() : 0),
        });
    }
}

public sealed class LimitsOnDynoxide : LimitTests<Dynoxide>;

public sealed class LimitsOnDynamoDbLocal : LimitTests<Amazons>;
