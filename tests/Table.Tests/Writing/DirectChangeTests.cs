using System.Text.Json.Nodes;
using GeekCafe.DynamoDb;
using GeekCafe.Table.Tests.Members;
using GeekCafe.Testing;

namespace GeekCafe.Table.Tests.Writing;

/// <summary>Changes that DynamoDB makes itself.</summary>
public abstract class DirectChangeTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private static readonly Caller Editor = Callers.User("t1", "eve", "editor");

    private BoardService Boards => new(Environment);

    private async Task<Board> CreateAsync(Func<Board, Board>? with = null)
    {
        var board = (await Boards.CreateAsync(Ann, new() { Title = "x" })).Data;
        return with is null ? board : (await Boards.UpdateAsync(Ann, board.Id, with)).Data;
    }

    private async Task<Board> ReadAsync(Board board) => (await Boards.GetAsync(Ann, board.Id, consistent: true)).Data;

    [Fact]
    public async Task What_may_be_done_twice_is_one_request()
    {
        var board = await CreateAsync(static b => b with { Tags = ["p", "q"], Days = [1, 2], Corner = new() { Name = "a" }, Fees = new() { ["a"] = 1 }, Note = "n" });
        Wire.Clear();
        var changed = (await Boards.UpdateAsync(Editor, board.Id,
            BoardChange.Title.Set("y") + BoardChange.Note.Set(null) + BoardChange.Tags.Add("r", "r") + BoardChange.Days.Remove(1, 7) + BoardChange.Hashes.Add([1], [1])
            + BoardChange.Prices.Add(1.5m, 2) + BoardChange.Codes.Add(Guid.Empty) + BoardChange.Fees.Put("b", 2) + BoardChange.Fees.Remove("a") + BoardChange.Limit.Set(null)
            + BoardChange.Corner.Name.Set("b") + BoardChange.Corner.Inner.Set(new() { Height = 3 }) + BoardChange.Pixel.Set(new(1, 2)))).Data;
        Assert.Equal([DynamoOperation.UpdateItem], Wire.Operations);
        var stored = await ReadAsync(board);
        foreach (var each in (Board[])[changed, stored])
        {
            Assert.Equal(("y", null, null, 3L, "eve", "b", 3L), (each.Title, each.Note, each.Limit, each.Version, each.UpdatedBy, each.Corner!.Name, each.Corner.Inner!.Height));
            Assert.Equal(["p", "q", "r"], each.Tags.Order());
            Assert.Equal([2], each.Days);
            Assert.Equal([1.5m, 2m], each.Prices!.Order());
            Assert.Equal([(byte)1], Assert.Single(each.Hashes));
            Assert.Equal(new Dictionary<string, decimal> { ["b"] = 2 }, each.Fees);
        }
    }

    [Fact]
    public async Task What_must_not_be_done_twice_is_one_transaction()
    {
        var board = await CreateAsync(static b => b with { Notes = ["b"] });
        Wire.Clear();
        var changed = (await Boards.UpdateAsync(Editor, board.Id, BoardChange.Notes.Append("c", "d") + BoardChange.Seats.Increment(-3) + BoardChange.Maybe.Prepend("m") + BoardChange.Marks.Append(4))).Data;
        Assert.Equal([DynamoOperation.TransactWriteItems, DynamoOperation.GetItem], Wire.Operations);
        Assert.Equal(("b,c,d", -3, "m", "4"), (string.Join(",", changed.Notes), changed.Seats, changed.Maybe!.Single(), string.Join(",", changed.Marks)));
        Assert.Equal(3, changed.Version);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_lost_answer_changes_once(int times)
    {
        var board = await CreateAsync();
        var faults = new FaultTransport(Wire).Next(DynamoOperation.TransactWriteItems, Faults.LoseAnswer, times).Next(DynamoOperation.UpdateItem, Faults.LoseAnswer, times);
        var losing = new BoardService(Table.Environment(faults));
        Assert.Equal(1, (await losing.UpdateAsync(Editor, board.Id, BoardChange.Seats.Increment(1) + BoardChange.Notes.Append("a"))).Data.Seats);
        Assert.Equal("y", (await losing.UpdateAsync(Editor, board.Id, BoardChange.Title.Set("y"), onlyIf: BoardFilter.Title.Is("x"))).Data.Title);
        Assert.Equal(0, faults.Pending);
        var stored = await ReadAsync(board);
        Assert.Equal((1, 1, 3L), (stored.Seats, stored.Notes.Count, stored.Version));
    }

    [Fact]
    public async Task Another_writer_between_the_attempts_does_not_make_it_happen_twice()
    {
        var board = await CreateAsync();
        var faults = new FaultTransport(Wire).Next(DynamoOperation.TransactWriteItems, Faults.LoseAnswer)
            .Next(DynamoOperation.TransactWriteItems, Faults.Before(async () => await Boards.UpdateAsync(Ann, board.Id, static b => b with { Note = "n" })));
        Assert.True((await new BoardService(Table.Environment(faults)).UpdateAsync(Editor, board.Id, BoardChange.Seats.Increment(1))).IsSuccess);
        Assert.Equal(0, faults.Pending);
        var stored = await ReadAsync(board);
        Assert.Equal((1, "n", 3L), (stored.Seats, stored.Note, stored.Version));
    }

    [Fact]
    public async Task A_condition_that_the_lost_attempt_may_have_ended_is_an_unknown_outcome()
    {
        var board = await CreateAsync();
        var faults = new FaultTransport(Wire).Next(DynamoOperation.UpdateItem, Faults.LoseAnswer)
            .Next(DynamoOperation.UpdateItem, Faults.Before(async () => await Boards.UpdateAsync(Ann, board.Id, static b => b with { Note = "n" })));
        await FailsAsync(ErrorCode.OutcomeUnknown, new BoardService(Table.Environment(faults)).UpdateAsync(Editor, board.Id, BoardChange.Title.Set("y"), onlyIf: BoardFilter.Title.Is("x")));
    }

    [Fact]
    public async Task Many_appends_at_once_all_survive()
    {
        var board = await CreateAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Boards.UpdateAsync(Editor, board.Id, BoardChange.Notes.Append($"{i:D2}") + BoardChange.Seats.Increment(1))));
        Assert.All(results, static result => Assert.Null(result.Error));
        var stored = await ReadAsync(board);
        Assert.Equal((16, 17L), (stored.Seats, stored.Version));
        Assert.Equal(Enumerable.Range(0, 16).Select(static i => $"{i:D2}"), stored.Notes.Order());
    }

    [Fact]
    public async Task Whoever_must_be_compared_with_the_resource_reads_it()
    {
        var board = await CreateAsync();
        Wire.Clear();
        Assert.True((await Boards.UpdateAsync(Ann, board.Id, BoardChange.Note.Set("n"))).IsSuccess);
        Assert.Equal([DynamoOperation.GetItem, DynamoOperation.UpdateItem], Wire.Operations);
        await FailsAsync(ErrorCode.AccessDenied, Boards.UpdateAsync(Bob, board.Id, BoardChange.Note.Set("m")));
        await FailsAsync(ErrorCode.NotFound, Boards.UpdateAsync(Callers.User("t2", "eve", "editor"), board.Id, BoardChange.Note.Set("m")));
        await FailsAsync(ErrorCode.NotFound, Boards.UpdateAsync(Editor, "other", BoardChange.Note.Set("m")));
        await FailsAsync(ErrorCode.NotFound, Boards.UpdateAsync(Editor, "other", BoardChange.Seats.Increment(1)));
        await Boards.DeleteAsync(Ann, board.Id);
        await FailsAsync(ErrorCode.NotFound, Boards.UpdateAsync(Editor, board.Id, BoardChange.Note.Set("m")));
        await FailsAsync(ErrorCode.NotFound, Boards.UpdateAsync(Editor, board.Id, BoardChange.Seats.Increment(1)));
    }

    [Fact]
    public async Task What_an_index_follows_is_read_and_moved()
    {
        var board = await CreateAsync();
        Assert.True((await Boards.UpdateAsync(Editor, board.Id, BoardChange.Owner.Set("bob") + BoardChange.Note.Set("n"))).IsSuccess);
        Assert.Single((await Boards.ListByOwnerAsync(Ann, "bob")).Data.Items);
    }

    [Fact]
    public async Task Errors_are_those_of_a_change_to_what_is_read()
    {
        var board = await CreateAsync(static b => b with { Seats = int.MaxValue, Stars = -100 });
        await RefusedAsync("title", BoardChange.Title.Set(""));
        await RefusedAsync("level", BoardChange.Level.Increment(6));
        await RefusedAsync("seats", BoardChange.Seats.Increment(1));
        await RefusedAsync("stars", BoardChange.Stars.Increment(-100));
        await RefusedAsync("corner", BoardChange.Corner.Name.Set("b"));
        await FailsAsync(ErrorCode.PreconditionFailed, Boards.UpdateAsync(Editor, board.Id, BoardChange.Title.Set("y"), ifVersion: 1));
        await FailsAsync(ErrorCode.ConditionFailed, Boards.UpdateAsync(Editor, board.Id, BoardChange.Title.Set("y"), onlyIf: BoardFilter.Seats.Is(1)));
        Assert.Equal(2, (await ReadAsync(board)).Version);
        Assert.Equal(3, (await Boards.UpdateAsync(Editor, board.Id, BoardChange.Notes.Append("a"), ifVersion: 2)).Data.Version);

        async Task RefusedAsync(string member, Change<Board> change)
        {
            var error = (await Boards.UpdateAsync(Editor, board.Id, change)).Error;
            Assert.Equal(ErrorCode.ValidationError, error?.Code);
            Assert.Equal([member], error!.Details.Keys);
        }
    }

    [Fact]
    public async Task What_DynamoDB_cannot_do_is_done_to_what_is_read()
    {
        var board = await CreateAsync(static b => b with { Notes = ["a", "b"], Prices = [] });
        Assert.Equal(["c", "a", "d"], (await Boards.UpdateAsync(Editor, board.Id, BoardChange.Notes.Remove("b") + BoardChange.Notes.Prepend("c") + BoardChange.Notes.Append("d"))).Data.Notes);
        Assert.Equal([2m], (await Boards.UpdateAsync(Editor, board.Id, BoardChange.Prices.Add(2))).Data.Prices!);
        Assert.Equal("ann", (await Boards.UpdateAsync(Editor, board.Id, BoardChange.Note.SetIfNull("ann"))).Data.Note);
        Assert.Equal("ann", (await Boards.UpdateAsync(Editor, board.Id, BoardChange.Note.SetIfNull("bob"))).Data.Note);
    }

    [Fact]
    public async Task Null_by_an_older_form_is_null()
    {
        var board = await CreateAsync();
        await Table.EditAsync("TENANT#t1", $"WRITING-BOARD#{board.Id}", static item => item["note"] = new JsonObject { ["NULL"] = true });
        Assert.Equal("ann", (await Boards.UpdateAsync(Editor, board.Id, BoardChange.Note.SetIfNull("ann"))).Data.Note);
    }

    [Fact]
    public async Task Background_work_changes_without_reading()
    {
        var board = await CreateAsync();
        Wire.Clear();
        Assert.True((await Boards.UpdateAsync(Caller.ForSystem("t1", "job"), board.Id, BoardChange.Note.Set("n"))).IsSuccess);
        Assert.Equal([DynamoOperation.UpdateItem], Wire.Operations);
    }
}

public sealed class DirectChangesOnDynoxide : DirectChangeTests<Dynoxide>;

public sealed class DirectChangesOnDynamoDbLocal : DirectChangeTests<Amazons>;
