using Community.Votes;
using GeekCafe.Community.Tests.Services;
using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Community.Tests.Votes;

/// <summary>Voting, voting again, changing, withdrawing; whose votes are whose.</summary>
public abstract class VoteContract<TDatabase> : VoteTests<TDatabase> where TDatabase : IDatabase
{
    [Fact]
    public async Task A_vote_posted_again_replaces_the_first()
    {
        var first = await VoteAsync(Ana, "yes");
        var again = await VoteAsync(Ana, "no");
        Assert.Equal((true, false), (first.IsCreated, again.IsCreated));
        Assert.Equal((first.After.Id, first.After.CreatedAt, 2L), (again.After.Id, again.After.CreatedAt, again.After.Version));
        Assert.Equal("no", Assert.Single((await Votes.ListAsync(Ana, Target)).Data.Items).Choices.Single());
        Assert.Equal("no=1 /  / 1 people, 1 choices", Show(await ExactAsync()));
    }

    [Fact]
    public async Task The_same_vote_again_changes_no_figure()
    {
        await VoteAsync(Ana, "yes");
        await VoteAsync(Ana, "yes");
        Assert.Equal("yes=1 /  / 1 people, 1 choices", Show(await ExactAsync()));
    }

    [Fact]
    public async Task A_vote_belongs_to_its_caller_whatever_the_body_says()
    {
        var vote = (await VoteAsync(Ana, "yes")).After;
        Assert.Equal(("ana", "ana", "t1"), (vote.UserId, vote.CreatedBy, vote.TenantId));
        Assert.DoesNotContain(typeof(VoteInput).GetProperties(), static member => member.Name is "UserId" or "TenantId" or "Id");
        Assert.DoesNotContain(typeof(VotePatch).GetProperties(), static member => member.Name is "UserId" or "TenantId" or "Id");
    }

    [Fact]
    public async Task A_change_can_neither_move_a_vote_nor_take_it_over()
    {
        await VoteAsync(Ana, "yes");
        var moved = await Votes.ChangeAsync(Ana, new(Target, "ana"), new VotePatch { TargetId = "feature-2" });
        Assert.Equal(ErrorCode.ValidationError, moved.Error?.Code);
        Assert.Equal("ana", (await Votes.GetAsync(Ana, new(Target, "ana"))).Data.UserId);
    }

    [Fact]
    public async Task A_change_moves_the_summary_too()
    {
        await VoteAsync(Ana, "yes");
        var changed = (await Votes.ChangeAsync(Ana, new(Target, "ana"), new VotePatch { Choices = new[] { "no" } }, ifVersion: 1)).Data;
        Assert.Equal(("no", 2L), (changed.Choices.Single(), changed.Version));
        await FailsAsync(ErrorCode.PreconditionFailed, Votes.ChangeAsync(Ana, new(Target, "ana"), new VotePatch { Choices = new[] { "maybe" } }, ifVersion: 1));
        await FailsAsync(ErrorCode.NotFound, Votes.ChangeAsync(Bob, new(Target, "bob"), new VotePatch { Choices = new[] { "no" } }));
        Assert.Equal("no=1 /  / 1 people, 1 choices", Show(await ExactAsync()));
    }

    [Fact]
    public async Task A_withdrawn_vote_counts_no_more_and_can_be_cast_again()
    {
        await VoteAsync(Ana, "yes");
        await VoteAsync(Bob, "yes");
        var ana = new VoteKey(Target, "ana");
        Assert.True((await Votes.WithdrawAsync(Ana, ana)).IsSuccess);
        await FailsAsync(ErrorCode.NotFound, Votes.GetAsync(Ana, ana));
        Assert.Equal("bob", Assert.Single((await Votes.ListAsync(Ana, Target)).Data.Items).UserId);
        Assert.Equal("yes=1 /  / 1 people, 1 choices", Show(await ExactAsync()));

        Assert.True((await Votes.WithdrawAsync(Ana, ana)).IsSuccess);
        Assert.Equal("yes=1 /  / 1 people, 1 choices", Show(await ExactAsync()));

        var again = await VoteAsync(Ana, "no");
        Assert.Equal((true, 3L, null), (again.IsCreated, again.After.Version, again.After.DeletedAt));
        Assert.Equal("no", (await Votes.GetAsync(Ana, ana)).Data.Choices.Single());
        Assert.Equal("no=1 yes=1 /  / 2 people, 2 choices", Show(await ExactAsync()));
    }

    [Fact]
    public async Task Nobody_changes_or_withdraws_anothers_vote_but_an_admin()
    {
        await VoteAsync(Ana, "yes");
        var ana = new VoteKey(Target, "ana");
        await FailsAsync(ErrorCode.AccessDenied, Votes.WithdrawAsync(Bob, ana));
        await FailsAsync(ErrorCode.AccessDenied, Votes.ChangeAsync(Bob, ana, new VotePatch { Choices = new[] { "no" } }));
        await FailsAsync(ErrorCode.NotFound, Votes.WithdrawAsync(Callers.User("t2", "ana"), ana));
        await FailsAsync(ErrorCode.NotFound, Votes.WithdrawAsync(Admin, new(Target, "nobody")));
        Assert.Equal("yes=1 /  / 1 people, 1 choices", Show(await ExactAsync()));

        Assert.True((await Votes.ChangeAsync(Admin, ana, new VotePatch { Choices = new[] { "no" } })).IsSuccess);
        Assert.Equal("no=1 /  / 1 people, 1 choices", Show(await ExactAsync()));
        Assert.True((await Votes.WithdrawAsync(Admin, ana)).IsSuccess);
        Assert.Equal(" /  / 0 people, 0 choices", Show(await ExactAsync()));
    }

    [Theory]
    [InlineData("feature-1", "feature-10")]
    [InlineData("feature", "feature#1")]
    [InlineData("a#b", "a")]
    [InlineData("Feature", "feature")]
    [InlineData("x", "x#VOTE#ana")]
    public async Task Targets_with_names_alike_never_mix(string first, string second)
    {
        await VoteAsync(Ana, "yes", second);
        Assert.True((await VoteAsync(Ana, "no", first)).IsCreated);
        Assert.Equal("no", Assert.Single((await Votes.ListAsync(Bob, first)).Data.Items).Choices.Single());
        Assert.Equal("yes", Assert.Single((await Votes.ListAsync(Bob, second)).Data.Items).Choices.Single());
        Assert.Equal(("no=1", "yes=1"), (Figures((await ExactAsync(first)).Counts), Figures((await ExactAsync(second)).Counts)));
        Assert.Equal(new[] { first, second }.Order(), (await Votes.ListByUserAsync(Bob, "ana")).Data.Items.Select(static vote => vote.TargetId).Order());
    }

    [Fact]
    public async Task Tenants_vote_on_a_target_of_the_same_name_apart()
    {
        var stranger = Callers.User("t2", "ana");
        await VoteAsync(Ana, "yes");
        await VoteAsync(stranger, "no");
        Assert.Equal("yes", Assert.Single((await Votes.ListAsync(Ana, Target)).Data.Items).Choices.Single());
        Assert.Equal("no", Assert.Single((await Votes.ListAsync(stranger, Target)).Data.Items).Choices.Single());
        Assert.Equal("yes", Assert.Single((await Votes.ListByUserAsync(Ana, "ana")).Data.Items).Choices.Single());
        Assert.Equal(("yes=1", "no=1"), (Figures((await SummaryAsync()).Counts), Figures((await SummaryAsync(Target, stranger)).Counts)));
        await FailsAsync(ErrorCode.NotFound, Summaries.GetByTargetAsync(Callers.User("t3", "ana"), new(Target)));
    }

    [Fact]
    public async Task A_list_of_votes_has_no_summary_in_it_and_a_list_of_summaries_no_vote()
    {
        for (var i = 0; i < 7; i++) await VoteAsync(Voter(i), "yes", $"feature-{i % 2}");
        Assert.Equal(4, (await Votes.ListByTargetAsync(Ana, "feature-0", default)).Data.Items.Count);
        Assert.Equal(["feature-0", "feature-1"], (await Summaries.ListByRecountAsync(Ana)).Data.Items.Select(static each => each.TargetId));
    }

    [Fact]
    public async Task Votes_of_a_user_and_of_a_target_are_queries_that_go_on_to_the_end()
    {
        for (var i = 0; i < 7; i++) await VoteAsync(Ana, "yes", $"feature-{i}");
        for (var i = 0; i < 6; i++) await VoteAsync(Voter(i), "no", "feature-3");
        Wire.Clear();
        var mine = await AllAsync(page => Votes.ListMineAsync(Ana, page));
        var others = await AllAsync(page => Votes.ListMineAsync(Ana, page, "feature-3"));
        Assert.Equal(Enumerable.Range(0, 7).Select(static i => $"feature-{i}"), mine.Select(static vote => vote.TargetId));
        Assert.Equal(["ana", .. Enumerable.Range(0, 6).Select(static i => $"voter-{i}")], others.Select(static vote => vote.UserId));
        Assert.All(Wire.Operations, static operation => Assert.Equal(DynamoOperation.Query, operation));
    }

    [Fact]
    public async Task A_vote_is_one_read_and_one_transaction_of_two_writes()
    {
        await VoteAsync(Bob, "yes");
        Wire.Clear();
        await VoteAsync(Ana, "yes");
        Assert.Equal([DynamoOperation.BatchGetItem, DynamoOperation.TransactWriteItems], Wire.Operations);
        Assert.Equal(2, Wire.Requests[1].Body.GetProperty("TransactItems").GetArrayLength());
    }

    [Fact]
    public async Task A_vote_whose_answer_is_lost_counts_once()
    {
        var faults = new FaultTransport(Table.Transport)
            .Next(DynamoOperation.TransactWriteItems, Faults.LoseAnswer).Next(DynamoOperation.TransactWriteItems, Faults.ServerErrorAfterApply);
        var votes = global::Community.CommunityApplication.Create(Table.Environment(faults)).Votes;
        Assert.True((await votes.CastAsync(Ana, Ballot(VoteType.SingleChoice, "yes"))).IsSuccess);
        Assert.Equal(0, faults.Pending);
        Assert.Equal("yes=1 /  / 1 people, 1 choices", Show(await ExactAsync()));
    }

    [Fact]
    public async Task What_an_application_keeps_with_a_vote_comes_back()
    {
        var content = System.Text.Json.JsonSerializer.SerializeToElement(new { Why = "it is #1", Weight = 3 });
        await Votes.CastAsync(Ana, Ballot(VoteType.SingleChoice, "yes") with { Content = content });
        Assert.True(System.Text.Json.JsonElement.DeepEquals(content, (await Votes.GetAsync(Ana, new(Target, "ana"))).Data.Content!.Value));
    }

    private static async Task<List<Vote>> AllAsync(Func<PageRequest, Task<ServiceResult<Page<Vote>>>> list)
    {
        var (votes, cursor) = (new List<Vote>(), (string?)null);
        do
        {
            var page = (await list(new PageRequest { Limit = 3, Cursor = cursor })).Data;
            votes.AddRange(page.Items);
            cursor = page.Cursor;
        }
        while (cursor is not null);
        return votes;
    }
}

public sealed class VotesOnDynoxide : VoteContract<Dynoxide>;

public sealed class VotesOnDynamoDbLocal : VoteContract<Amazons>;
