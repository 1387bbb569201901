using System.Text.Json.Nodes;
using GeekCafe.Table.Tests.Members;

namespace GeekCafe.Table.Tests.Writing;

/// <summary>Transactional updates go into nested maps by path, as plain ones do.</summary>
public abstract class NestedTransactionTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    [Fact]
    public async Task Attributes_that_nobody_knows_survive_in_what_changes()
    {
        var halls = new HallService(Environment);
        var hall = (await halls.CreateAsync(Ann, new())).Data;
        await Table.EditAsync("TENANT#t1", $"WRITING-HALL#{hall.Id}", static item => item["home"]!["M"]!["extra"] = new JsonObject { ["S"] = "kept" });
        Assert.True((await halls.UpdateAsync(Ann, hall.Id, static each => each with { Home = each.Home with { City = "Chur" } })).IsSuccess);
        var home = (await Table.ReadAsync("TENANT#t1", $"WRITING-HALL#{hall.Id}"))["home"]!["M"]!;
        Assert.Equal(("kept", "Chur"), ((string?)home["extra"]!["S"], (string?)home["city"]!["S"]));
    }

    [Fact]
    public async Task What_is_not_stored_yet_is_stored_whole()
    {
        var halls = new HallService(Environment);
        var hall = (await halls.CreateAsync(Ann, new())).Data;
        await Table.EditAsync("TENANT#t1", $"WRITING-HALL#{hall.Id}", static item => item.Remove("home"));
        Assert.True((await halls.UpdateAsync(Ann, hall.Id, static each => each with { Home = each.Home with { Floor = 2 } })).IsSuccess);
        Assert.Equal(new Place { City = "Bern", Floor = 2 }, (await halls.GetAsync(Ann, hall.Id, consistent: true)).Data.Home);
    }
}

public sealed class NestedTransactionsOnDynoxide : NestedTransactionTests<Dynoxide>;

public sealed class NestedTransactionsOnDynamoDbLocal : NestedTransactionTests<Amazons>;
