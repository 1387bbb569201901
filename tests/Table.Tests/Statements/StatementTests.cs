using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Table.Tests.Statements;

/// <summary>What statements read.</summary>
[Resource("statements-songs")]
[PrimaryKey("TENANT#{TenantId}", "STATEMENTS-SONG#{Id}")]
[SecondaryIndex("BySinger", "TENANT#{TenantId}#STATEMENTS-SINGER#{Singer}", "{Title}", Index = "gsi1")]
public partial record Song
{
    public required string Title { get; init; }

    public string? Singer { get; init; }

    public int Length { get; init; }
}

public abstract class StatementTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private const string Own = "TENANT#t1";

    private SongService Songs { get; set; } = null!;

    private TableStatements Statements => new(Environment, Definition, Ann);

    private TableStatements Writing => new TableStatements(Environment, Definition, Caller.ForSystem("t1", "a test of statements")).AllowWrites();

    protected override async ValueTask PrepareAsync()
    {
        Songs = new(Environment);
        for (var i = 0; i < 4; i++) Assert.True((await Songs.CreateAsync(Ann, new() { Title = $"song {i}", Singer = i % 2 == 0 ? "ada" : "bea", Length = i })).IsSuccess);
        Assert.True((await Songs.CreateAsync(Foreign, new() { Title = "foreign", Singer = "ada", Length = 9 })).IsSuccess);
    }

    [Fact]
    public async Task A_statement_reads_its_partition_of_the_table_and_of_an_index()
    {
        var page = (await Statements.SelectAsync<Song>(Own, "length >= ? AND begins_with(title, ?)", [2, "song"])).Data;
        Assert.Equal(["song 2", "song 3"], page.Items.Select(static each => each.Title).Order(StringComparer.Ordinal));
        page = (await Statements.SelectAsync<Song>($"{Own}#STATEMENTS-SINGER#ada", index: "gsi1")).Data;
        Assert.Equal(["song 0", "song 2"], page.Items.Select(static each => each.Title));
        Assert.Equal((null, 0), (page.Next, page.Withheld));
    }

    [Fact]
    public async Task Values_are_parameters_whatever_they_hold()
    {
        Assert.Empty((await Statements.SelectAsync<Song>(Own, "title = ?", ["x' OR '1'='1"])).Data.Items);
        Assert.Equal(DynamoOperation.ExecuteStatement, Wire.Requests[^1].Operation);
        Assert.DoesNotContain("OR '1'", Wire.Requests[^1].Text("Statement"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TENANT#t2")]
    [InlineData("TENANT#t11")]
    [InlineData("TENANT#")]
    [InlineData("tenant#t1")]
    [InlineData("")]
    public async Task Other_tenants_partitions_are_not_read(string partition) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Statements.SelectAsync<Song>(partition));

    [Theory]
    [InlineData("length = 1) OR (length = 2", 0)]
    [InlineData("(length = 1", 0)]
    [InlineData("length = 1 -- and", 0)]
    [InlineData("length = 1; DELETE", 0)]
    [InlineData("title = 'text'", 0)]
    [InlineData("length = ?", 0)]
    [InlineData("length = 1", 1)]
    [InlineData("EXISTS (SELECT * FROM other)", 0)]
    [InlineData("\"open", 0)]
    [InlineData("\"a\"\"b\" = 1", 0)]
    [InlineData("length = 1 /* */", 0)]
    [InlineData("length = 1 order BY title", 0)]
    public async Task A_clause_that_could_leave_its_place_is_refused(string where, int values)
    {
        Wire.Clear();
        await Assert.ThrowsAsync<ArgumentException>(() => Statements.SelectAsync<Song>(Own, where, [.. Enumerable.Repeat((StatementValue)"x", values)]));
        Assert.Empty(Wire.Operations);
    }

    [Fact]
    public async Task Writes_are_for_background_work_that_asks_for_them()
    {
        var song = (await Songs.ListAsync(Ann)).Data.Items[0];
        var key = new ItemKey(Own, $"STATEMENTS-SONG#{song.Id}");
        await Assert.ThrowsAsync<InvalidOperationException>(() => Statements.DeleteAsync(key));
        Assert.Throws<InvalidOperationException>(() => Statements.AllowWrites());

        Assert.Null(await Writing.UpdateAsync(key, "SET length = ? REMOVE singer", [7]));
        Assert.Equal((7, null), ((await Songs.GetAsync(Ann, song.Id, consistent: true)).Data.Length, (await Songs.GetAsync(Ann, song.Id, consistent: true)).Data.Singer));
        await Assert.ThrowsAsync<ArgumentException>(() => Writing.UpdateAsync(key, "SET tenant_id = ?", ["t2"]));
        await Assert.ThrowsAsync<ArgumentException>(() => Writing.UpdateAsync(key, "SET length = ? WHERE pk = ?", [7, "x"]));
        Assert.Equal(ErrorCode.NotFound, (await Writing.UpdateAsync(new ItemKey(Own, "STATEMENTS-SONG#never"), "SET length = ?", [7]))?.Code);
        await Assert.ThrowsAsync<ArgumentException>(() => Writing.DeleteAsync(new ItemKey("TENANT#t2", "x")));

        Assert.Null(await Writing.DeleteAsync(key));
        await FailsAsync(ErrorCode.NotFound, Songs.GetAsync(Ann, song.Id, consistent: true));
    }

    [Fact]
    public async Task A_write_whose_answer_is_lost_is_not_repeated()
    {
        var song = (await Songs.ListAsync(Ann)).Data.Items.Single(static each => each.Length == 1);
        var environment = Table.Environment(new FaultTransport(Wire).Next(DynamoOperation.ExecuteStatement, Faults.LoseAnswer));
        var statements = new TableStatements(environment, Definition, Caller.ForSystem("t1", "a test of statements")).AllowWrites();
        Assert.Equal(ErrorCode.OutcomeUnknown, (await statements.UpdateAsync(new ItemKey(Own, $"STATEMENTS-SONG#{song.Id}"), "SET length = length + ?", [10]))?.Code);
        Assert.Equal(11, (await Songs.GetAsync(Ann, song.Id, consistent: true)).Data.Length);
    }
}

public sealed class StatementsOnDynoxide : StatementTests<Dynoxide>;

public sealed class StatementsOnDynamoDbLocal : StatementTests<Amazons>;
