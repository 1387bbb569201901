using System.Text.Json.Nodes;
using CsCheck;
using GeekCafe.Table.Tests.Members;
using GeekCafe.Testing;

namespace GeekCafe.Table.Tests.Writing;

/// <summary>A change means one thing, whoever makes it: DynamoDB, the service, or a <c>with</c> expression.</summary>
public sealed class ChangeLawTests : TableTests<Dynoxide>
{
    private static readonly Caller Editor = Callers.User("t1", "eve", "editor");

    private static readonly Gen<string> Word = Gen.Int[0, 3].Select(static i => new[] { "a", "b", "c", "é\"" }[i]);

    private static readonly Gen<Operation> Operations = Gen.OneOf(
        Word.Null().Select(static w => new Operation(BoardChange.Note.Set(w), b => b with { Note = w })),
        Word.Select(static w => new Operation(BoardChange.Note.SetIfNull(w), b => b with { Note = b.Note ?? w })),
        Word.Null().Select(static w => new Operation(BoardChange.Owner.Set(w), b => b with { Owner = w })),
        Gen.Int[0, 3].Nullable().Select(static n => new Operation(BoardChange.Limit.Set(n), b => b with { Limit = n })),
        Gen.Int[-3, 3].Select(static n => new Operation(BoardChange.Seats.Increment(n), b => b with { Seats = b.Seats + n })),
        Word.Array[0, 2].Select(static w => new Operation(BoardChange.Notes.Append(w), b => b with { Notes = [.. b.Notes, .. w] })),
        Word.Array[0, 2].Select(static w => new Operation(BoardChange.Maybe.Prepend(w), b => b with { Maybe = [.. w, .. b.Maybe ?? []] })),
        Gen.Int[0, 3].Array[0, 2].Select(static n => new Operation(BoardChange.Marks.Set(n), b => b with { Marks = [.. n] })),
        Word.Array[0, 2].Select(static w => new Operation(BoardChange.Tags.Add(w), b => b with { Tags = [.. b.Tags, .. w] })),
        Word.Array[0, 3].Select(static w => new Operation(BoardChange.Tags.Remove(w), b => b with { Tags = [.. b.Tags.Except(w)] })),
        Word.Array[0, 2].Select(static w => new Operation(BoardChange.Tags.Set(w), b => b with { Tags = [.. w] })),
        Gen.Int[0, 3].Array[0, 2].Select(static n => new Operation(BoardChange.Days.Add(n), b => b with { Days = b.Days.Union(n) })),
        Gen.Int[0, 3].Array[0, 2].Select(static n => new Operation(BoardChange.Days.Remove(n), b => b with { Days = b.Days.Except(n) })),
        Gen.Int[0, 3].Array[0, 2].Select(static n => new Operation(BoardChange.Prices.Add(n.Select(static each => each / 2m)), b => b with { Prices = [.. b.Prices ?? [], .. n.Select(static each => each / 2m)] })),
        Gen.Int[0, 3].Array[0, 2].Select(static n => new Operation(BoardChange.Prices.Remove(n.Select(static each => each / 2m)), b => b with { Prices = [.. (b.Prices ?? []).Except(n.Select(static each => each / 2m))] })),
        Word.Select(static w => new Operation(BoardChange.Fees.Put(w, 1), b => b with { Fees = new(b.Fees) { [w] = 1 } })),
        Word.Select(static w => new Operation(BoardChange.Fees.Remove(w), b => b with { Fees = new(b.Fees.Where(e => e.Key != w)) })),
        Word.Select(static w => new Operation(BoardChange.Points.Put(w, 2), b => b with { Points = b.Points.SetItem(w, 2) })),
        Word.Null().Select(static w => new Operation(BoardChange.Corner.Set(new() { Name = w }), b => b with { Corner = new() { Name = w } })),
        Word.Null().Select(static w => new Operation(BoardChange.Corner.Name.Set(w), b => b.Corner is null ? null : b with { Corner = b.Corner with { Name = w } })),
        Gen.Long[-2, 2].Select(static n => new Operation(BoardChange.Corner.Height.Increment(n), b => b.Corner is null ? null : b with { Corner = b.Corner with { Height = b.Corner.Height + n } })),
        Word.Select(static w => new Operation(BoardChange.Corner.Marks.Append(w), b => b.Corner is null ? null : b with { Corner = b.Corner with { Marks = [.. b.Corner.Marks, w] } })));

    private BoardService Boards => new(Environment);

    [Fact]
    public async Task Direct_or_read_or_written_out_a_change_stores_the_same()
    {
        await Operations.Array[1, 2].Array[1, 4].SampleAsync(async sequence =>
        {
            Board[] boards = [await CreateAsync(), await CreateAsync(), await CreateAsync()];
            foreach (var operations in sequence)
            {
                var change = operations.Select(static each => each.Change).Aggregate(static (left, right) => left + right);
                var direct = await Boards.UpdateAsync(Editor, boards[0].Id, change);
                var read = await Boards.UpdateAsync(Ann, boards[1].Id, change);
                Assert.Equal(read.Error?.Code, direct.Error?.Code);
                var written = boards[2];
                foreach (var operation in operations) written = written is null ? null : operation.With(written);
                Assert.Equal(written is null, read.Error is not null);
                if (written is null) continue;
                boards[2] = (await Boards.UpdateAsync(Ann, boards[2].Id, _ => written)).Data;
            }

            var stored = new List<string>();
            foreach (var board in boards) stored.Add(Masked(await Table.ReadAsync("TENANT#t1", $"WRITING-BOARD#{board.Id}")));
            Assert.Equal(stored[2], stored[1]);
            Assert.Equal(stored[2], stored[0]);
        }, iter: 300, threads: 1);
    }

    private async Task<Board> CreateAsync() => (await Boards.CreateAsync(Ann, new() { Title = "x" })).Data;

    /// <summary>An item without what differs by whom and when it was written, sets in order.</summary>
    private static string Masked(JsonObject item)
    {
        foreach (var name in (string[])["id", "sk", "gsi1_sk", "_rid", "created_at", "updated_at", "updated_by"]) item.Remove(name);
        return Ordered(item)!.ToJsonString();
    }

    private static JsonNode? Ordered(JsonNode? node) => node switch
    {
        JsonObject map when map.Count == 1 && map.First().Key is "SS" or "NS" or "BS" =>
            new JsonArray([.. node.AsObject().First().Value!.AsArray().Select(static each => each!.ToJsonString()).Order(StringComparer.Ordinal).Select(static each => (JsonNode)each)]),
        JsonObject map => new JsonObject(map.OrderBy(static each => each.Key, StringComparer.Ordinal).Select(static each => KeyValuePair.Create(each.Key, Ordered(each.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Ordered)]),
        _ => node?.DeepClone(),
    };

    /// <param name="Change">A change.</param>
    /// <param name="With">The same as an expression; null where it is refused.</param>
    public sealed record Operation(Change<Board> Change, Func<Board, Board?> With);
}
