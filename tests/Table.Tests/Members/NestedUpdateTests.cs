using System.Text.Json.Nodes;
using CsCheck;
using GeekCafe.DynamoDb;

namespace GeekCafe.Table.Tests.Members;

/// <summary>Updates go into nested maps by path.</summary>
public abstract class NestedUpdateTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private AccountService Accounts => new(Environment);

    private async Task<Account> CreateAsync(Func<Account, Account> with)
    {
        var account = (await Accounts.CreateAsync(Ann, new() { Email = "ann@example.org", Country = "NO" })).Data!;
        return (await Accounts.UpdateAsync(Ann, account.Id, with)).Data!;
    }

    private static string Sort(Account account) => $"MEMBERS-ACCOUNT#{account.Id}";

    [Fact]
    public async Task Attributes_that_nobody_knows_survive_beside_and_inside_what_changes()
    {
        var account = await CreateAsync(static each => each with { Home = new() { City = "Oslo", Street = "A 1", Spot = new() { X = 1 } } });
        await Table.EditAsync("TENANT#t1", Sort(account), static item =>
        {
            item["extra"] = new JsonObject { ["S"] = "top" };
            item["home"]!["M"]!["extra"] = new JsonObject { ["S"] = "nested" };
            item["home"]!["M"]!["spot"]!["M"]!["extra"] = new JsonObject { ["S"] = "deep" };
        });
        var patch = RawItems.Body<AccountPatch>("""{"home":{"city":"Bergen","street":null,"spot":{"x":2}}}""");
        var changed = (await Accounts.PatchAsync(Ann, account.Id, patch)).Data!;
        Assert.Equal(("Bergen", null, 2), (changed.Home!.City, changed.Home.Street, changed.Home.Spot!.X));
        var item = await Table.ReadAsync("TENANT#t1", Sort(account));
        Assert.Equal("top", (string?)item["extra"]!["S"]);
        Assert.Equal("""{"city":{"S":"Bergen"},"extra":{"S":"nested"}}""", Ordered(item["home"]!["M"]!.AsObject(), "spot", "tags"));
        Assert.Equal("""{"extra":{"S":"deep"},"x":{"N":"2"}}""", Ordered(item["home"]!["M"]!["spot"]!["M"]!.AsObject(), "y"));
    }

    [Fact]
    public async Task Entries_in_another_order_are_no_change()
    {
        var account = await CreateAsync(static each => each with { Labels = new() { ["a"] = "1", ["b"] = "2", ["c"] = "3" } });
        foreach (var labels in (Dictionary<string, string>[])[new() { ["a"] = "1", ["b"] = "2", ["c"] = "3" }, new() { ["c"] = "3", ["b"] = "2", ["a"] = "1" }])
        {
            var updated = await Accounts.UpdateAsync(Ann, account.Id, each => each with { Labels = labels });
            Assert.Equal(labels, updated.Data.Labels);
        }
    }

    [Fact]
    public async Task Only_what_differs_is_sent()
    {
        var account = await CreateAsync(static each => each with { Home = new() { City = "Oslo", Street = "A 1" }, Labels = new() { ["a"] = "1", ["b"] = "2" } });
        await Task.Delay(5);  // Within one millisecond updated_at would be the same, and so not sent.
        Wire.Clear();
        await Accounts.UpdateAsync(Ann, account.Id, static each => each with { Home = each.Home! with { City = "Bergen" }, Labels = new() { ["a"] = "1", ["c"] = "3" } });
        var request = Wire.Requests.Single(static each => each.Operation == DynamoOperation.UpdateItem).Body;
        Assert.Equal("SET #r=:r,#n0=:v0,#n1=:v1,#m0.#m1=:m0,#m2.#m3=:m1 REMOVE #m2.#m4", request.GetProperty("UpdateExpression").GetString());
        Assert.DoesNotContain("A 1", request.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_in_another_order_are_no_difference()
    {
        var account = await CreateAsync(static each => each with { Labels = new() { ["a"] = "1", ["b"] = "2" } });
        Assert.True((await Accounts.UpdateAsync(Ann, account.Id, static each => each with { Labels = new() { ["b"] = "2", ["a"] = "1" } })).IsSuccess);
    }

    [Fact]
    public async Task A_nested_record_that_is_not_stored_yet_is_stored_whole()
    {
        var account = await CreateAsync(static each => each);
        await Table.EditAsync("TENANT#t1", Sort(account), static item =>
        {
            item.Remove("office");
            item.Remove("labels");
        });
        var changed = (await Accounts.UpdateAsync(Ann, account.Id, static each => each with { Office = each.Office with { Street = "B 2" }, Labels = new() { ["a"] = "1" } })).Data;
        Assert.NotNull(changed);
        var read = (await Accounts.GetAsync(Ann, account.Id)).Data!;
        Assert.Equal(("Oslo", "B 2", "1"), (read.Office.City, read.Office.Street, read.Labels["a"]));
    }

    [Fact]
    public async Task More_changes_than_an_expression_holds_are_written_as_a_whole()
    {
        var account = await CreateAsync(static each => each with { Labels = new() { ["old"] = "x" } });
        var many = Enumerable.Range(0, 400).ToDictionary(static number => $"label {number}", static number => $"{number}");
        Assert.True((await Accounts.UpdateAsync(Ann, account.Id, each => each with { Labels = many })).IsSuccess);
        Assert.Equal(many, (await Accounts.GetAsync(Ann, account.Id)).Data!.Labels);
    }

    [Fact]
    public async Task Whatever_a_nested_value_was_it_is_read_as_it_was_written()
    {
        var text = Gen.Char["a.#\"\\ é€"].Array[1, 4].Select(static parts => string.Concat(parts));
        var address = Gen.Select(text, text.Null(), Gen.Int[0, 2].Select(static x => x == 0 ? null : new Spot { X = x, Y = x == 1 ? null : 3 }), text.List[0, 2],
            static (city, street, spot, tags) => new Address { City = city, Street = street, Spot = spot, Tags = tags });
        var state = Gen.Select(address.Null(), address, Gen.Dictionary(text, text)[0, 3], Gen.Dictionary(text, address)[0, 2]);
        var account = await CreateAsync(static each => each);
        await state.SampleAsync(async next =>
        {
            var (home, office, labels, others) = next;
            var result = await Accounts.UpdateAsync(Ann, account.Id, each => each with { Home = home, Office = office, Labels = labels, Others = others });
            Assert.True(result.IsSuccess, result.Error?.ToString());
            var read = (await Accounts.GetAsync(Ann, account.Id)).Data!;
            Assert.True(JsonNode.DeepEquals(RawItems.Shown(result.Data!), RawItems.Shown(read)));
            Assert.Equal(labels, read.Labels);
        }, iter: 60, threads: 1);
    }

    private static string Ordered(JsonObject map, params string[] without) => new JsonObject(
        map.Where(entry => !without.Contains(entry.Key)).OrderBy(static entry => entry.Key, StringComparer.Ordinal).Select(static entry => KeyValuePair.Create(entry.Key, entry.Value?.DeepClone()))).ToJsonString();
}

public sealed class NestedUpdatesOnDynoxide : NestedUpdateTests<Dynoxide>;

public sealed class NestedUpdatesOnDynamoDbLocal : NestedUpdateTests<Amazons>;
