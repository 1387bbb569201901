using System.Globalization;
using Community.Votes;
using GeekCafe.Community.Tests.Services;

namespace GeekCafe.Community.Tests.Votes;

/// <summary>Many who vote at once.</summary>
public abstract class ConcurrentVoteTests<TDatabase> : VoteTests<TDatabase> where TDatabase : IDatabase
{
    private const int Voters = 32;

    /// <summary>
    /// Votes for one choice until it is done, as a client does. A database that has too much to do may lose an answer, or take longer than a vote waits;
    /// to vote again is harmless.
    /// </summary>
    private async Task<UpdateResult<Vote>> VoteAtLastAsync(Caller caller, string choice) =>
        (await AtLastAsync(() => CastAsync(caller, VoteType.SingleChoice, choice))).Data;

    private static async Task<ServiceResult<T>> AtLastAsync<T>(Func<Task<ServiceResult<T>>> write)
    {
        while (true)
        {
            var result = await write();
            if (result.Error?.Code is not (ErrorCode.OutcomeUnknown or ErrorCode.Unavailable or ErrorCode.Throttled or ErrorCode.Conflict)) return result;
        }
    }

    [Fact]
    public async Task Thirty_two_voters_at_once_are_counted_exactly()
    {
        await Task.WhenAll(Enumerable.Range(0, Voters).Select(number => VoteAtLastAsync(Voter(number), number % 4 == 0 ? "no" : "yes")));
        Assert.Equal("no=8 yes=24 /  / 32 people, 32 choices", Show(await ExactAsync()));
        Assert.Equal(Voters, (await Votes.ListAsync(Ana, Target, new PageRequest { Limit = 100 })).Data.Items.Count);
    }

    [Fact]
    public async Task Changes_and_withdrawals_among_them_too()
    {
        await Task.WhenAll(Enumerable.Range(0, Voters).Select(async number =>
        {
            await VoteAtLastAsync(Voter(number), "yes");
            if (number % 2 == 0) await VoteAtLastAsync(Voter(number), "no");
            if (number % 4 == 0) Assert.True((await AtLastAsync(() => Votes.WithdrawAsync(Voter(number), new(Target, $"voter-{number}")))).IsSuccess);
        }));
        Assert.Equal("no=8 yes=16 /  / 24 people, 24 choices", Show(await ExactAsync()));
    }

    [Fact]
    public async Task One_user_who_votes_sixteen_times_at_once_has_one_vote()
    {
        var votes = await Task.WhenAll(Enumerable.Range(0, 16).Select(number => VoteAtLastAsync(Ana, $"choice-{number}")));
        Assert.InRange(votes.Count(static vote => vote.IsCreated), 0, 1);
        var vote = Assert.Single((await Votes.ListAsync(Ana, Target)).Data.Items);
        Assert.Equal($"{vote.Choices[0]}=1 /  / 1 people, 1 choices", Show(await ExactAsync()));
    }

    [Fact]
    public async Task Of_first_votes_of_different_types_at_once_one_type_holds()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(number =>
            AtLastAsync(() => CastAsync(Voter(number), number % 2 == 0 ? VoteType.SingleChoice : VoteType.MultiSelect, "yes"))));
        var summary = await ExactAsync();
        Assert.Equal(results.Count(static result => result.IsSuccess), summary.Participants);
        Assert.All(results, result => Assert.True(result.IsSuccess ? result.Data.After.VoteType == summary.VoteType : result.Error.Code == ErrorCode.ConditionFailed));
    }

    [Fact]
    public async Task Recounts_among_votes_lose_none()
    {
        var voting = Task.WhenAll(Enumerable.Range(0, Voters).Select(number => VoteAtLastAsync(Voter(number), "yes")));
        var recounts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Summaries.RecountAsync(Admin, Target)));
        await voting;
        Assert.All(recounts, static recount => Assert.True(recount.IsSuccess || recount.Error.Code is ErrorCode.Conflict or ErrorCode.NotFound));
        Assert.Equal("yes=32 /  / 32 people, 32 choices", Show(await ExactAsync()));
    }

    [Theory]
    [InlineData(VoteType.SingleChoice)]
    [InlineData(VoteType.MultiSelect)]
    [InlineData(VoteType.Ranking)]
    [InlineData(VoteType.Rating)]
    [InlineData(VoteType.Legacy)]
    public async Task After_any_votes_changes_and_withdrawals_the_tally_is_what_counting_from_nothing_gives(VoteType type)
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Seed {seed}"));
        await Task.WhenAll(Enumerable.Range(0, 6).Select(async number =>
        {
            var random = new Random(HashCode.Combine(seed, number));
            for (var i = 0; i < 8; i++)
            {
                var result = random.Next(4) == 0
                    ? (await AtLastAsync(() => Votes.WithdrawAsync(Voter(number), new(Target, $"voter-{number}")))).Error
                    : (await AtLastAsync(() => CastAsync(Voter(number), type, Marks(random, type)))).Error;
                Assert.True(result is null or { Code: ErrorCode.NotFound }, result?.ToString());
            }
        }));
        await ExactAsync();
    }

    private static string Marks(Random random, VoteType type)
    {
        if (type == VoteType.Legacy) return random.Next(2) == 0 ? "up" : "down";
        var choices = new[] { "a", "b", "c", "d", "e" };
        random.Shuffle(choices);
        var taken = choices.Take(type == VoteType.SingleChoice ? 1 : random.Next(1, 6));
        return string.Join(' ', type == VoteType.Rating ? taken.Select(choice => $"{choice}{random.Next(1, 6)}") : taken);
    }
}

public sealed class ConcurrentVotesOnDynoxide : ConcurrentVoteTests<Dynoxide>;

public sealed class ConcurrentVotesOnDynamoDbLocal : ConcurrentVoteTests<Amazons>;
