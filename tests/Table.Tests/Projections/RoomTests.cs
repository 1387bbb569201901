using GeekCafe.Testing;

namespace GeekCafe.Table.Tests.Projections;

/// <summary>Rules that name a list or a set of users, for whole resources and for parts of them.</summary>
public abstract class RoomTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private static readonly Caller Kim = Callers.User("t1", "kim"), Ki = Callers.User("t1", "ki");

    [Fact]
    public async Task Those_listed_read_and_others_do_not_find()
    {
        var rooms = new RoomService(Environment);
        await rooms.CreateAsync(Bob, new() { Number = 1, Name = "one", Guests = ["ann", "kim"], Hosts = new HashSet<string>() });
        await rooms.CreateAsync(Bob, new() { Number = 2, Name = "two", Guests = ["x"], Hosts = new HashSet<string> { "kim", "y" } });
        await rooms.CreateAsync(Bob, new() { Number = 3, Name = "three" });

        foreach (var (caller, expected) in new[] { (Ann, new[] { 1 }), (Kim, [1, 2]), (Ki, []), (Bob, []), (Foreign, []) })
        {
            var whole = (await rooms.ListAllFullAsync(caller)).Data.Items;
            Assert.Equal(expected, whole.Select(static each => each.Number));
            Assert.Equal(whole.Select(static each => each.Name), (await rooms.ListAllAsync<RoomName>(caller)).Data.Items.Select(static each => each.Name));
            for (var number = 1; number <= 3; number++)
            {
                Assert.Equal(expected.Contains(number), (await rooms.GetAsync(caller, number)).IsSuccess);
                Assert.Equal(expected.Contains(number), (await rooms.GetAsync<RoomName>(caller, number)).IsSuccess);
            }
        }
    }

    [Fact]
    public async Task A_list_that_lets_read_does_not_let_change()
    {
        var rooms = new RoomService(Environment);
        await rooms.CreateAsync(Bob, new() { Number = 1, Name = "one", Guests = ["ann"], Hosts = new HashSet<string> { "kim" } });

        Assert.Equal(ErrorCode.AccessDenied, (await rooms.PatchAsync(Ann, 1, new() { Name = "a" })).Error?.Code);
        Assert.Equal("k", (await rooms.PatchAsync(Kim, 1, new() { Name = "k" })).Data.Name);

        // Whoever leaves the list has left.
        Assert.True((await rooms.UpdateAsync(Kim, 1, static each => each with { Guests = [] })).IsSuccess);
        await FailsAsync(ErrorCode.NotFound, rooms.GetAsync(Ann, 1));
    }
}

public sealed class RoomsOnDynoxide : RoomTests<Dynoxide>;

public sealed class RoomsOnDynamoDbLocal : RoomTests<Amazons>;
