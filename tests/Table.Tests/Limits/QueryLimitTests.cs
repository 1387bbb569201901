using System.Text;
using System.Text.RegularExpressions;
using GeekCafe.DynamoDb;

namespace GeekCafe.Table.Tests.Limits;

/// <summary>Limits of lists: conditions, pages, and what one query reads.</summary>
public abstract partial class QueryLimitTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private static readonly Filter<Label> Text = LabelFilter.LabelText.Is("x");

    /// <summary>A hundred texts, the most that one IN takes.</summary>
    private static readonly string[] Hundred = [.. Enumerable.Range(0, 100).Select(static i => $"{i}")];

    private LabelService Labels => new(Environment);

    [Fact]
    public async Task A_filter_has_300_operators_and_one_more_is_never_sent()
    {
        await Labels.ListAsync(Ann, Text | Text);
        var own = Operators().Count(Sent) - (Text | Text).Condition.Operators;
        var (most, more) = (Of(300 - own), Of(301 - own));
        Assert.True((await Labels.ListAsync(Ann, most)).IsSuccess);
        Assert.Equal(300, Operators().Count(Sent));
        await NeverSentAsync(more, "has 301 operators and functions; DynamoDB takes 300");

        static Filter<Label> Of(int operators)
        {
            var filter = operators % 2 == 1 ? Text : !Text;
            while (filter.Condition.Operators < operators) filter |= Text;
            Assert.Equal(operators, filter.Condition.Operators);
            return filter;
        }
    }

    [Fact]
    public async Task A_filter_has_4_kilobytes_and_one_byte_more_is_never_sent()
    {
        var wide = LabelFilter.LabelText.In(Hundred);
        for (var i = 0; i < 6; i++) wide |= LabelFilter.LabelText.In(Hundred);
        await Labels.ListAsync(Ann, wide);
        var room = 4096 - Sent.Length;

        // ' OR #f0=:f1' has eleven bytes and ' OR #f0>=:f1' twelve: together they fill any room.
        var (twelve, eleven) = (room % 11, (room / 11) - (room % 11));
        Assert.True(eleven >= 1, $"{room} bytes cannot be filled.");
        for (var i = 0; i < twelve; i++) wide |= LabelFilter.LabelText.AtLeast("1");
        var most = wide | LabelFilter.LabelText.Is("1");
        var more = wide | LabelFilter.LabelText.AtLeast("1");
        for (var i = 1; i < eleven; i++) (most, more) = (most | LabelFilter.LabelText.Is("1"), more | LabelFilter.LabelText.Is("1"));
        Assert.True((await Labels.ListAsync(Ann, most)).IsSuccess);
        Assert.Equal(4096, Sent.Length);
        await NeverSentAsync(more, "is longer than 4096 bytes, the most DynamoDB takes");
    }

    [Fact]
    public async Task An_in_has_100_operands_and_one_more_is_never_sent()
    {
        Assert.True((await Labels.ListAsync(Ann, LabelFilter.LabelText.In(Hundred))).IsSuccess);
        await NeverSentAsync(LabelFilter.LabelText.In([.. Hundred, "100"]), "compares with more than 100 values in one place; DynamoDB takes 100");
    }

    [Theory]
    [InlineData(300, 100, true)]
    [InlineData(301, 100, false)]
    [InlineData(1, 100, true)]
    [InlineData(1, 101, false)]
    public async Task The_database_has_the_same_limits_of_expressions(int operators, int operands, bool taken)
    {
        var filter = operators > 1
            ? string.Join(" OR ", Enumerable.Repeat("a=:v", (operators + 1) / 2)) + (operators % 2 == 0 ? " OR NOT a=:v" : "")
            : $"a IN ({string.Join(',', Enumerable.Range(0, operands).Select(static i => $":v{i}"))})";
        if (operators % 2 == 0) filter = filter["a=:v OR ".Length..];
        var values = operators > 1 ? "\":v\":{\"N\":\"1\"}" : string.Join(',', Enumerable.Range(0, operands).Select(static i => $"\":v{i}\":{{\"N\":\"{i}\"}}"));
        using var reply = await Table.Transport.SendAsync(DynamoOperation.Query, Encoding.UTF8.GetBytes(
            $$$"""{"TableName":"{{{Table.Name}}}","KeyConditionExpression":"pk=:p","FilterExpression":"{{{filter}}}","ExpressionAttributeValues":{":p":{"S":"TENANT#t1"},{{{values}}}}}"""), default);
        if (!taken && reply.Error is null) Assert.Skip("This database does not enforce it; only our own check stands.");
        Assert.Equal(taken ? null : DynamoErrorKind.Validation, reply.Error?.Kind);
    }

    [Fact]
    public async Task A_page_has_100_and_a_larger_one_is_never_asked_for()
    {
        await Labels.BatchCreateAsync(Ann, [.. Enumerable.Range(0, 101).Select(static i => new LabelInput { Count = i })]);
        var page = (await Labels.ListAsync(Ann, new PageRequest { Limit = 100 })).Data;
        Assert.Equal(100, page.Items.Count);
        Assert.Single((await Labels.ListAsync(Ann, new PageRequest { Limit = 100, Cursor = page.Cursor })).Data.Items);
        Wire.Clear();
        await FailsAsync(ErrorCode.InvalidParameter, Labels.ListAsync(Ann, new PageRequest { Limit = 101 }));
        Assert.Empty(Wire.Requests);
    }

    [Theory]
    [InlineData(10, 1)]
    [InlineData(11, 0)]
    public async Task A_page_takes_ten_queries_and_stops_with_a_cursor(int query, int found)
    {
        // Only the last one passes, and each query reads twice as many as the one before: 1, 2, 4, ...
        var environment = new ServiceEnvironment { Client = Environment.Client, TableName = Environment.TableName, CursorKeys = Environment.CursorKeys };
        Assert.Equal(10, environment.MaxQueriesPerPage);
        var labels = new LabelService(environment);
        var read = 0;
        for (var each = 1; each < query; each++) read += 1 << (each - 1);
        await labels.BatchCreateAsync(Ann, [.. Enumerable.Range(0, read + 1).Select(static i => new LabelInput { Count = i })]);
        var last = (await labels.ListAsync(Ann, new PageRequest { Limit = 1, Descending = true })).Data.Items[0].Count;
        Wire.Clear();
        var page = (await labels.ListAsync(Ann, LabelFilter.Count.Is(last), new() { Limit = 1 })).Data;
        Assert.Equal((found, 10), (page.Items.Count, Wire.Requests.Count));
        Assert.Equal(found == 1, page.Cursor is null);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public async Task A_query_reads_about_a_megabyte_and_the_page_goes_on(int parcels)
    {
        // Three items of 340 KB are 1,020 KB, and four are past a megabyte, which the fourth may still be read with. The fifth is not.
        var service = new ParcelService(Environment);
        for (var i = 0; i < parcels; i++) Assert.True((await service.CreateAsync(Ann, new() { Text = new string('x', 340 * 1024) })).IsSuccess);
        Wire.Clear();
        var page = (await service.ListAsync(Ann)).Data;
        Assert.Equal(parcels, page.Items.Count);
        Assert.Null(page.Cursor);
        Assert.Equal(parcels > 4, Wire.Requests.Count > 1);
    }

    private string Sent => Wire.Requests[^1].Text("FilterExpression")!;

    private async Task NeverSentAsync(Filter<Label> filter, string problem)
    {
        Wire.Clear();
        var error = (await Labels.ListAsync(Ann, filter)).Error;
        Assert.Equal((ErrorCode.InvalidParameter, problem), (error?.Code, error?.Details["filter"]));
        Assert.Empty(Wire.Requests);
    }

    [GeneratedRegex(@"<>|<=|>=|=|<|>|\b(AND|OR|NOT|IN|BETWEEN)\b|\w+\(")]
    private static partial Regex Operators();
}

public sealed class QueryLimitsOnDynoxide : QueryLimitTests<Dynoxide>;

public sealed class QueryLimitsOnDynamoDbLocal : QueryLimitTests<Amazons>;
