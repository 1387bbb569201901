using Community.Votes;
using GeekCafe.Community.Tests.Services;

namespace GeekCafe.Community.Tests.Votes;

/// <summary>Elections and what comes out of them.</summary>
public static class ElectionTable
{
    /// <summary>Type; what each voter says in turn, a dash for one who withdraws again; counts / scores / people and choices; percentages; averages; leaders.</summary>
    public static TheoryData<VoteType, string, string, string, string, string> Elections => new()
    {
        { VoteType.SingleChoice, "yes", "yes=1 /  / 1 people, 1 choices", "yes=100", "", "yes" },
        { VoteType.SingleChoice, "yes, yes, no", "no=1 yes=2 /  / 3 people, 3 choices", "no=33.33 yes=66.67", "", "yes" },
        { VoteType.SingleChoice, "yes, no", "no=1 yes=1 /  / 2 people, 2 choices", "no=50 yes=50", "", "no yes" },
        { VoteType.SingleChoice, "yes-", " /  / 0 people, 0 choices", "", "", "" },
        { VoteType.SingleChoice, "yes-, no", "no=1 /  / 1 people, 1 choices", "no=100", "", "no" },
        { VoteType.SingleChoice, "Yes, yes", "Yes=1 yes=1 /  / 2 people, 2 choices", "Yes=50 yes=50", "", "Yes yes" },
        { VoteType.MultiSelect, "a b c", "a=1 b=1 c=1 /  / 1 people, 3 choices", "a=100 b=100 c=100", "", "a b c" },
        { VoteType.MultiSelect, "a b, b c, b", "a=1 b=3 c=1 /  / 3 people, 5 choices", "a=33.33 b=100 c=33.33", "", "b" },
        { VoteType.MultiSelect, "a b, a b-", "a=1 b=1 /  / 1 people, 2 choices", "a=100 b=100", "", "a b" },
        { VoteType.Ranking, "a b c", "a=1 b=1 c=1 / a=3 b=2 c=1 / 1 people, 3 choices", "a=100 b=100 c=100", "", "a" },
        { VoteType.Ranking, "a b c, b c a, b a c", "a=3 b=3 c=3 / a=6 b=8 c=4 / 3 people, 9 choices", "a=100 b=100 c=100", "", "b" },
        { VoteType.Ranking, "a b, b a", "a=2 b=2 / a=3 b=3 / 2 people, 4 choices", "a=100 b=100", "", "a b" },
        { VoteType.Ranking, "a b c, c", "a=1 b=1 c=2 / a=3 b=2 c=2 / 2 people, 4 choices", "a=50 b=50 c=100", "", "a" },
        { VoteType.Ranking, "a b, b a-", "a=1 b=1 / a=2 b=1 / 1 people, 2 choices", "a=100 b=100", "", "a" },
        { VoteType.Rating, "a5", "a=1 / a=5 / 1 people, 1 choices", "a=100", "a=5", "a" },
        { VoteType.Rating, "a4 b5, a5 b1, a4", "a=3 b=2 / a=13 b=6 / 3 people, 5 choices", "a=100 b=66.67", "a=4.33 b=3", "a" },
        { VoteType.Rating, "a1, a5, a5-", "a=2 / a=6 / 2 people, 2 choices", "a=100", "a=3", "a" },
        { VoteType.Legacy, "up", "down=0 up=1 /  / 1 people, 1 choices", "down=0 up=100", "", "up" },
        { VoteType.Legacy, "up, down, down", "down=2 up=1 /  / 3 people, 3 choices", "down=66.67 up=33.33", "", "down" },
        { VoteType.Legacy, "down-", "down=0 up=0 /  / 0 people, 0 choices", "down=0 up=0", "", "" },
    };
}

/// <summary>What comes out of votes of each type.</summary>
public abstract class TallyTests<TDatabase> : VoteTests<TDatabase> where TDatabase : IDatabase
{
    [Theory]
    [MemberData(nameof(ElectionTable.Elections), MemberType = typeof(ElectionTable))]
    public async Task An_election_comes_out_as_its_type_says(VoteType type, string ballots, string figures, string percentages, string averages, string leaders)
    {
        ArgumentNullException.ThrowIfNull(ballots);
        foreach (var (number, ballot) in ballots.Split(", ").Index())
        {
            Assert.True((await CastAsync(Voter(number), type, ballot.TrimEnd('-'))).IsSuccess);
            if (ballot.EndsWith('-')) Assert.True((await Votes.WithdrawAsync(Voter(number), new(Target, $"voter-{number}"))).IsSuccess);
        }

        var summary = await ExactAsync();
        Assert.Equal((type, figures), (summary.VoteType, Show(summary)));
        Assert.Equal((percentages, averages), (Figures(summary.Percentages), Figures(summary.Averages)));
        Assert.Equal(leaders, string.Join(' ', summary.Leaders));
    }

    [Fact]
    public async Task Declared_choices_are_shown_before_anybody_takes_them()
    {
        var opened = (await Summaries.OpenAsync(Admin, new() { TargetId = Target, VoteType = VoteType.MultiSelect, Choices = ["a", "b", "c"], MaxSelections = 2 })).Data;
        Assert.Equal("a=0 b=0 c=0 /  / 0 people, 0 choices", Show(opened.After));
        Assert.True(opened.IsCreated);
        Assert.Empty(opened.After.Leaders);

        Assert.True((await CastAsync(Ana, VoteType.MultiSelect, "a b")).IsSuccess);
        Assert.Equal("a=1 b=1 c=0 /  / 1 people, 2 choices", Show(await ExactAsync()));
    }
}

public sealed class TallyOnDynoxide : TallyTests<Dynoxide>;

public sealed class TallyOnDynamoDbLocal : TallyTests<Amazons>;
