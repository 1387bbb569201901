using Community.Votes;
using GeekCafe.Community.Tests.Services;

namespace GeekCafe.Community.Tests.Votes;

/// <summary>Votes that break the rules of their type, and the member at fault.</summary>
public static class WrongVotes
{
    public static TheoryData<VoteType, string, int?, string> Wrong => new()
    {
        { VoteType.SingleChoice, "", null, "choices" },
        { VoteType.SingleChoice, "yes no", null, "choices" },
        { VoteType.SingleChoice, "yes yes", null, "choices" },
        { VoteType.SingleChoice, "yes", 1, "maxSelections" },
        { VoteType.MultiSelect, "", null, "choices" },
        { VoteType.MultiSelect, "a a", null, "choices" },
        { VoteType.MultiSelect, "a b c", 2, "choices" },
        { VoteType.MultiSelect, "a", 0, "maxSelections" },
        { VoteType.MultiSelect, "a", 101, "maxSelections" },
        { VoteType.Ranking, "", null, "choices" },
        { VoteType.Ranking, "a b a", null, "choices" },
        { VoteType.Ranking, "a b", 2, "maxSelections" },
        { VoteType.Rating, "", null, "ratings" },
        { VoteType.Rating, "a0", null, "ratings" },
        { VoteType.Rating, "a6", null, "ratings" },
        { VoteType.Rating, "a5 b9", null, "ratings" },
        { VoteType.Legacy, "", null, "choices" },
        { VoteType.Legacy, "sideways", null, "choices" },
        { VoteType.Legacy, "up down", null, "choices" },
        { VoteType.Legacy, "UP", null, "choices" },
    };
}

/// <summary>What is no vote, and what is none for its target.</summary>
public abstract class VoteRuleTests<TDatabase> : VoteTests<TDatabase> where TDatabase : IDatabase
{
    [Theory]
    [MemberData(nameof(WrongVotes.Wrong), MemberType = typeof(WrongVotes))]
    public async Task What_breaks_the_rules_of_its_type_is_refused_and_counts_nothing(VoteType type, string marks, int? max, string member)
    {
        await InvalidAsync(member, CastAsync(Ana, type, marks, max: max));
        await FailsAsync(ErrorCode.NotFound, Summaries.GetByTargetAsync(Ana, new(Target)));
        await FailsAsync(ErrorCode.NotFound, Votes.GetAsync(Ana, new(Target, "ana")));
    }

    [Fact]
    public async Task Ratings_and_choices_do_not_stand_in_for_each_other()
    {
        await InvalidAsync("choices", Votes.CastAsync(Ana, Ballot(VoteType.Rating, "a4") with { Choices = ["a"] }));
        await InvalidAsync("ratings", Votes.CastAsync(Ana, Ballot(VoteType.Ranking, "a b") with { Ratings = new Dictionary<string, int> { ["a"] = 4 } }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("long")]
    public async Task A_choice_is_a_text_of_1_to_100_characters(string choice)
    {
        var text = choice == "long" ? new string('x', 101) : choice;
        await InvalidAsync("choices", Votes.CastAsync(Ana, new() { TargetId = Target, VoteType = VoteType.SingleChoice, Choices = [text] }));
        Assert.True((await Votes.CastAsync(Ana, new() { TargetId = Target, VoteType = VoteType.SingleChoice, Choices = [new string('x', 100)] })).IsSuccess);
    }

    [Theory]
    [InlineData("")]
    [InlineData("long")]
    public async Task A_target_has_a_name_of_1_to_128_characters(string target) =>
        await InvalidAsync("targetId", CastAsync(Ana, VoteType.SingleChoice, "yes", target == "long" ? new string('x', 129) : target));

    [Theory]
    [InlineData(VoteType.MultiSelect, "yes")]
    [InlineData(VoteType.Ranking, "yes no")]
    [InlineData(VoteType.Rating, "yes4")]
    [InlineData(VoteType.Legacy, "up")]
    public async Task A_vote_of_another_type_than_the_targets_is_refused(VoteType type, string marks)
    {
        await VoteAsync(Ana, "yes");
        Assert.Equal((ErrorCode.ConditionFailed, "voteType"), Problem(await CastAsync(Bob, type, marks)));
        Assert.Equal((ErrorCode.ConditionFailed, "voteType"), Problem(await CastAsync(Ana, type, marks)));
        Assert.Equal("yes=1 /  / 1 people, 1 choices", Show(await ExactAsync()));
    }

    [Fact]
    public async Task The_first_vote_says_the_limit_and_nobody_chooses_his_own()
    {
        Assert.True((await CastAsync(Ana, VoteType.MultiSelect, "a b", max: 2)).IsSuccess);
        await InvalidAsync("choices", CastAsync(Bob, VoteType.MultiSelect, "a b c"));
        Assert.Equal((ErrorCode.ConditionFailed, "maxSelections"), Problem(await CastAsync(Bob, VoteType.MultiSelect, "a b c", max: 3)));
        Assert.Equal((ErrorCode.ConditionFailed, "maxSelections"), Problem(await CastAsync(Bob, VoteType.MultiSelect, "a", max: 1)));
        Assert.True((await CastAsync(Bob, VoteType.MultiSelect, "b c", max: 2)).IsSuccess);
        Assert.True((await CastAsync(Bob, VoteType.MultiSelect, "c")).IsSuccess);
        Assert.Equal("a=1 b=1 c=1 /  / 2 people, 3 choices", Show(await ExactAsync()));
    }

    [Theory]
    [InlineData(VoteType.SingleChoice, "c", "choices")]
    [InlineData(VoteType.MultiSelect, "a c", "choices")]
    [InlineData(VoteType.Ranking, "a c b", "choices")]
    [InlineData(VoteType.Rating, "a4 c4", "ratings")]
    public async Task A_choice_that_the_target_does_not_have_is_refused(VoteType type, string marks, string member)
    {
        Assert.True((await Summaries.OpenAsync(Admin, new() { TargetId = Target, VoteType = type, Choices = ["a", "b"] })).IsSuccess);
        await InvalidAsync(member, CastAsync(Ana, type, marks));
        Assert.True((await CastAsync(Ana, type, type == VoteType.Rating ? "a4" : "a")).IsSuccess);
    }

    [Fact]
    public async Task Only_an_admin_says_how_a_target_is_voted_on_and_only_before_the_first_vote()
    {
        var open = new VoteSummaryInput { TargetId = Target, VoteType = VoteType.Ranking, Choices = ["a", "b"] };
        await FailsAsync(ErrorCode.AccessDenied, Summaries.OpenAsync(Ana, open));
        Assert.True((await Summaries.OpenAsync(Admin, open)).Data.IsCreated);
        Assert.False((await Summaries.OpenAsync(Admin, open with { Choices = ["a", "b", "c"] })).Data.IsCreated);
        Assert.True((await CastAsync(Ana, VoteType.Ranking, "c a")).IsSuccess);
        await FailsAsync(ErrorCode.ConditionFailed, Summaries.OpenAsync(Admin, open));

        Assert.True((await Votes.WithdrawAsync(Ana, new(Target, "ana"))).IsSuccess);
        Assert.Equal("x=0 /  / 0 people, 0 choices", Show((await Summaries.OpenAsync(Admin, new() { TargetId = Target, VoteType = VoteType.Rating, Choices = ["x"] })).Data.After));
    }

    [Fact]
    public async Task A_target_has_at_most_500_different_choices()
    {
        for (var i = 0; i < 5; i++) Assert.True((await CastAsync(Voter(i), VoteType.MultiSelect, Choices(i * 100, 100))).IsSuccess);
        await InvalidAsync("choices", CastAsync(Voter(5), VoteType.MultiSelect, "one-more"));
        Assert.True((await CastAsync(Voter(5), VoteType.MultiSelect, Choices(499, 1))).IsSuccess);
        await InvalidAsync("choices", CastAsync(Voter(6), VoteType.MultiSelect, Choices(0, 101)));

        static string Choices(int first, int count) => string.Join(' ', Enumerable.Range(first, count));
    }

    private static (ErrorCode?, string?) Problem<T>(ServiceResult<T> result) => (result.Error?.Code, result.Error?.Details.Keys.Single());

    private static async Task InvalidAsync<T>(string member, Task<ServiceResult<T>> result) => Assert.Equal((ErrorCode.ValidationError, member), Problem(await result));
}

public sealed class VoteRulesOnDynoxide : VoteRuleTests<Dynoxide>;

public sealed class VoteRulesOnDynamoDbLocal : VoteRuleTests<Amazons>;
