using Community;
using Community.Votes;
using GeekCafe.Community.Tests.Services;
using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Community.Tests.Votes;

/// <summary>Counting anew: complete or not at all, whatever happens meanwhile.</summary>
public abstract class RecountTests<TDatabase> : VoteTests<TDatabase> where TDatabase : IDatabase
{
    private static readonly Caller Background = Caller.ForSystem("t1", "recount");

    /// <summary>Votes that no summary knows of: written past <c>CastAsync</c>, as an import might.</summary>
    private async Task ImportAsync(int count, string target = Target, VoteType type = VoteType.SingleChoice)
    {
        await Parallel.ForAsync(0, count, async (number, cancellation) =>
            Assert.True((await Votes.CreateAsync(Voter(number), Ballot(type, type == VoteType.Rating ? "yes5" : "yes", target), cancellation)).IsSuccess));
    }

    [Fact]
    public async Task A_recount_finds_every_vote_however_many_pages_they_fill()
    {
        await VoteAsync(Ana, "yes");
        await ImportAsync(250);
        Assert.Equal(1, (await SummaryAsync()).Participants);
        Wire.Clear();
        Assert.Equal("yes=251 /  / 251 people, 251 choices", Show((await Summaries.RecountAsync(Admin, Target)).Data));
        Assert.DoesNotContain(DynamoOperation.Scan, Wire.Operations);
        Assert.Equal(251, (await SummaryAsync()).Participants);
    }

    [Fact]
    public async Task A_recount_makes_the_summary_where_there_is_none()
    {
        await ImportAsync(3, type: VoteType.Rating);
        Assert.Equal("yes=3 / yes=15 / 3 people, 3 choices", Show((await Summaries.RecountAsync(Background, Target)).Data));
    }

    [Fact]
    public async Task A_target_without_votes_and_without_summary_does_not_exist() =>
        await FailsAsync(ErrorCode.NotFound, Summaries.RecountAsync(Admin, "nothing"));

    [Fact]
    public async Task A_target_that_all_have_left_is_counted_to_nothing()
    {
        await VoteAsync(Ana, "yes");
        await Votes.WithdrawAsync(Ana, new(Target, "ana"));
        Assert.Equal(" /  / 0 people, 0 choices", Show((await Summaries.RecountAsync(Admin, Target)).Data));
    }

    [Fact]
    public async Task Votes_of_different_types_are_not_counted_together()
    {
        await VoteAsync(Ana, "yes");
        await ImportAsync(1, type: VoteType.Rating);
        await FailsAsync(ErrorCode.ConditionFailed, Summaries.RecountAsync(Admin, Target));
        Assert.Equal("yes=1 /  / 1 people, 1 choices", Show(await SummaryAsync()));
    }

    [Fact]
    public async Task Only_an_admin_and_background_work_recount()
    {
        await VoteAsync(Ana, "yes");
        await FailsAsync(ErrorCode.AccessDenied, Summaries.RecountAsync(Ana, Target));
        await FailsAsync(ErrorCode.AccessDenied, Summaries.RecountManyAsync(Ana, new() { TargetIds = [Target] }));
        Assert.True((await Summaries.RecountAsync(Background, Target)).IsSuccess);
        await FailsAsync(ErrorCode.NotFound, Summaries.RecountAsync(Callers.User("t2", "root", "admin"), Target));
    }

    [Fact]
    public async Task A_vote_that_comes_during_the_count_is_in_it()
    {
        await ImportAsync(3);
        var late = 0;
        var faults = new FaultTransport(Table.Transport).Next(DynamoOperation.Query, Faults.Before(async () => await VoteAsync(Voter(100 + late++), "no")), times: 3);
        var summaries = CommunityApplication.Create(Table.Environment(faults)).VoteSummaries;
        Assert.Equal("no=3 yes=3 /  / 6 people, 6 choices", Show((await summaries.RecountAsync(Admin, Target)).Data));
        Assert.Equal(0, faults.Pending);
        await ExactAsync();
    }

    [Fact]
    public async Task A_count_that_votes_never_let_end_says_so_and_writes_nothing()
    {
        await VoteAsync(Ana, "yes");
        await ImportAsync(2);
        var late = 0;
        var faults = new FaultTransport(Table.Transport).Next(DynamoOperation.Query, Faults.Before(async () => await VoteAsync(Voter(100 + late++), "no")), times: int.MaxValue);
        var summaries = CommunityApplication.Create(Table.Environment(faults)).VoteSummaries;
        await FailsAsync(ErrorCode.Conflict, summaries.RecountAsync(Admin, Target));
        Assert.Equal($"no={late} yes=1", Figures((await SummaryAsync()).Counts));
    }

    [Fact]
    public async Task A_page_of_votes_that_cannot_be_read_leaves_the_summary_as_it_was()
    {
        await VoteAsync(Ana, "yes");
        await ImportAsync(120);
        var faults = new FaultTransport(Table.Transport).Next(DynamoOperation.Query, Faults.Refuse(DynamoErrorKind.Validation, "ValidationException"), after: 1);
        var summaries = CommunityApplication.Create(Table.Environment(faults)).VoteSummaries;
        Assert.False((await summaries.RecountAsync(Admin, Target)).IsSuccess);
        Assert.Equal(0, faults.Pending);
        Assert.Equal("yes=1 /  / 1 people, 1 choices", Show(await SummaryAsync()));
    }

    [Fact]
    public async Task Of_many_targets_each_outcome_is_told_and_none_keeps_another_from_being_counted()
    {
        await VoteAsync(Ana, "yes", "good");
        await VoteAsync(Ana, "yes", "mixed");
        await ImportAsync(1, "mixed", VoteType.Rating);
        await ImportAsync(2, "late");
        var report = (await Summaries.RecountManyAsync(Admin, new() { TargetIds = ["mixed", "good", "nothing", "late"] })).Data;
        Assert.Equal((2, 2), (report.Succeeded, report.Failed));
        Assert.Equal(["mixed 409 CONDITION_FAILED", "good 200 ", "nothing 404 NOT_FOUND", "late 200 "],
            report.Outcomes.Select(static each => $"{each.Subject} {each.Status} {each.ErrorCode}"));
        Assert.Equal(2, (await SummaryAsync("late")).Participants);
    }

    [Fact]
    public async Task Where_the_time_is_over_the_rest_is_told_as_not_begun()
    {
        var clock = new TestClock();
        var summaries = CommunityApplication.Create(Table.Environment(Wire, clock)).VoteSummaries;
        await VoteAsync(Ana, "yes");
        var report = (await summaries.RecountManyAsync(Admin.WithDeadline(clock.Now.AddSeconds(1)), new() { TargetIds = [Target] })).Data;
        Assert.Equal((0, 1, "SERVICE_UNAVAILABLE"), (report.Succeeded, report.Failed, report.Outcomes[0].ErrorCode));
    }

    [Fact]
    public async Task Stale_targets_are_those_not_counted_anew_for_so_long_to_the_last_page()
    {
        var clock = new TestClock();
        var community = CommunityApplication.Create(Table.Environment(Wire, clock));
        for (var i = 0; i < 7; i++) Assert.True((await community.Votes.CastAsync(Ana, Ballot(VoteType.SingleChoice, "yes", $"old-{i}"))).IsSuccess);
        Assert.Empty(await StaleAsync(24));

        clock.Advance(TimeSpan.FromHours(25));
        Assert.True((await community.Votes.CastAsync(Ana, Ballot(VoteType.SingleChoice, "yes", "new"))).IsSuccess);
        Assert.True((await community.Votes.CastAsync(Bob, Ballot(VoteType.SingleChoice, "yes", "old-0"))).IsSuccess);
        Assert.Equal(Enumerable.Range(0, 7).Select(static i => $"old-{i}"), (await StaleAsync(24)).Order());
        Assert.Empty(await StaleAsync(26));

        Assert.True((await community.VoteSummaries.RecountAsync(Admin, "old-3")).IsSuccess);
        Assert.Equal(6, (await StaleAsync(24)).Count);
        var report = (await community.VoteSummaries.RecountStaleAsync(Background)).Data;
        Assert.Equal((6, 0), (report.Succeeded, report.Failed));
        Assert.Empty(await StaleAsync(24));

        async Task<List<string>> StaleAsync(int hours)
        {
            var (targets, cursor) = (new List<string>(), (string?)null);
            do
            {
                var page = (await community.VoteSummaries.ListStaleAsync(Admin, new PageRequest { Limit = 2, Cursor = cursor }, hours)).Data;
                targets.AddRange(page.Items.Select(static each => each.TargetId));
                cursor = page.Cursor;
            }
            while (cursor is not null);
            return targets;
        }
    }
}

public sealed class RecountsOnDynoxide : RecountTests<Dynoxide>;

public sealed class RecountsOnDynamoDbLocal : RecountTests<Amazons>;
