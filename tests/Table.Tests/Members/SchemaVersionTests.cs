using System.Text.Json.Nodes;
using GeekCafe.DynamoDb;

namespace GeekCafe.Table.Tests.Members;

public abstract class SchemaVersionTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private First.OrderService Firsts => new(Environment);

    private Second.OrderService Seconds => new(Environment);

    private Third.OrderService Thirds => new(Environment);

    private async Task<First.Order> CreateAsync(string name = "x") =>
        (await Firsts.CreateAsync(Ann, new() { Name = name, Cents = 1250, Where = new() { Town = "Oslo", Street = "A 1" } })).Data!;

    private Task<JsonObject> ReadAsync(string id) => Table.ReadAsync("TENANT#t1", $"MEMBERS-ORDER#{id}");

    [Fact]
    public async Task Items_of_every_version_are_read_by_the_newest_wherever_they_are_read()
    {
        var first = await CreateAsync("a");
        var second = (await Seconds.CreateAsync(Ann, new() { Title = "b", Cents = 50 })).Data!;
        var third = (await Thirds.CreateAsync(Ann, new() { Title = "c", Price = 3 })).Data!;
        Assert.Equal((null, "2", "3"), ((string?)(await ReadAsync(first.Id))["_v"]?["N"], (string?)(await ReadAsync(second.Id))["_v"]!["N"], (string?)(await ReadAsync(third.Id))["_v"]!["N"]));

        (string, decimal)[] expected = [("a", 12.5m), ("b", 0.5m), ("c", 3m)];
        Assert.Equal(expected, Values((await Thirds.ListAsync(Ann)).Data!.Items));
        Assert.Equal(expected, Values((await Thirds.ListByTitleAsync(Ann)).Data!.Items));
        var batch = await Thirds.BatchGetAsync(Ann, [first.Id, second.Id, third.Id]);
        Assert.Equal(expected, Values(batch.Select(static each => each.Data!)));
        var read = (await Thirds.GetAsync(Ann, first.Id)).Data!;
        Assert.Equal(("a", 12.5m, "Oslo", "A 1"), (read.Title, read.Price, read.Where!.City, read.Where.Street));
        Assert.Equal(read, Third.Order.FromAttributeMap(first.ToAttributeMap()));
        Assert.Equal("a", (await Seconds.GetAsync(Ann, first.Id)).Data!.Title);
    }

    [Fact]
    public async Task An_update_writes_the_new_form_takes_the_old_one_away_and_leaves_what_is_nobodys()
    {
        var first = await CreateAsync();
        await Table.EditAsync("TENANT#t1", $"MEMBERS-ORDER#{first.Id}", static item =>
        {
            item["extra"] = new JsonObject { ["S"] = "top" };
            item["where"]!["M"]!["extra"] = new JsonObject { ["S"] = "nested" };
        });
        var changed = (await Thirds.UpdateAsync(Ann, first.Id, static each => each with { Price = each.Price + 1 })).Data!;
        var item = await ReadAsync(first.Id);
        Assert.Equal(("x", "13.5", "3", "2", "x"), ((string?)item["title"]!["S"], (string?)item["price"]!["N"], (string?)item["_v"]!["N"], (string?)item["version"]!["N"], (string?)item["gsi4_sk"]!["S"]));
        Assert.Equal(("Order", "top"), ((string?)item["_type"]!["S"], (string?)item["extra"]!["S"]));
        Assert.DoesNotContain(item, static each => each.Key is "name" or "cents");
        var place = item["where"]!["M"]!.AsObject();
        Assert.Equal(["city", "extra", "street"], place.Select(static each => each.Key).Order());
        Assert.Equal(changed, (await Thirds.GetAsync(Ann, first.Id)).Data);
        Assert.Equal([first.Id], (await Thirds.ListByTitleAsync(Ann)).Data!.Items.Select(static each => each.Id));

        // What an update returned is of the new form: the next update compares with that.
        var table = new DynamoTable(Environment.Client, Table.Name);
        var call = TableCall.For(Ann, default);
        var again = await table.UpdateItemAsync(changed, changed with { Title = "y", Version = changed.Version + 1 }, call);
        Assert.True(again.IsApplied);
        Assert.Equal("y", (await Thirds.GetAsync(Ann, first.Id)).Data!.Title);
    }

    [Fact]
    public async Task Deleting_and_restoring_rewrite_too()
    {
        var first = await CreateAsync();
        Assert.True((await Thirds.DeleteAsync(Ann, first.Id)).IsSuccess);
        Assert.Equal(("3", null), ((string?)(await ReadAsync(first.Id))["_v"]!["N"], (await ReadAsync(first.Id))["gsi4_pk"]));
        Assert.True((await Thirds.RestoreAsync(Ann, first.Id)).IsSuccess);
        Assert.Equal(12.5m, (await Thirds.ListByTitleAsync(Ann)).Data!.Items.Single().Price);
    }

    [Fact]
    public async Task An_item_of_a_newer_version_is_read_and_not_changed()
    {
        var third = (await Thirds.CreateAsync(Ann, new() { Title = "c", Price = 3 })).Data!;
        Assert.Equal("c", (await Seconds.GetAsync(Ann, third.Id)).Data!.Title);
        var before = await ReadAsync(third.Id);
        var refused = await Seconds.UpdateAsync(Ann, third.Id, static each => each with { Title = "d" });
        Assert.Equal(ErrorCode.Conflict, refused.Error?.Code);
        Assert.Contains("newer version", refused.Error!.Message, StringComparison.Ordinal);
        await FailsAsync(ErrorCode.Conflict, Seconds.DeleteAsync(Ann, third.Id));
        Assert.True(JsonNode.DeepEquals(before, await ReadAsync(third.Id)));
    }

    [Fact]
    public async Task An_upcaster_that_fails_or_changes_whose_the_item_is_makes_it_corrupt()
    {
        await FailsAsync(ErrorCode.CorruptItem, Thirds.GetAsync(Ann, (await CreateAsync("unreadable")).Id));
        await FailsAsync(ErrorCode.CorruptItem, Thirds.GetAsync(Ann, (await CreateAsync("stolen")).Id));
    }

    [Fact]
    public async Task Upcasters_never_see_another_tenants_item()
    {
        // An item that stands in the other tenant's partition, which only a defect elsewhere could bring about.
        var first = await CreateAsync("secret " + Guid.NewGuid());
        var item = await ReadAsync(first.Id);
        item["pk"]!["S"] = "TENANT#t2";
        await Table.PutAsync(item);
        await FailsAsync(ErrorCode.NotFound, Thirds.GetAsync(Foreign, first.Id));
        Assert.Empty((await Thirds.ListAsync(Foreign)).Data!.Items);
        Assert.DoesNotContain(Third.Order.Seen, each => each.Item2 == first.Name);
    }

    private static (string, decimal)[] Values(IEnumerable<Third.Order> orders) => [.. orders.Select(static each => (each.Title, each.Price)).Order()];
}

public sealed class SchemaVersionsOnDynoxide : SchemaVersionTests<Dynoxide>;

public sealed class SchemaVersionsOnDynamoDbLocal : SchemaVersionTests<Amazons>;
