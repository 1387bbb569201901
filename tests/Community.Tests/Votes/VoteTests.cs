using System.Globalization;
using Community.Votes;
using GeekCafe.Community.Tests.Services;
using GeekCafe.Testing;

namespace GeekCafe.Community.Tests.Votes;

/// <summary>Votes in a table of their own, written shortly: <c>yes</c>, <c>a b c</c>, and of ratings <c>a4 b5</c>.</summary>
public abstract class VoteTests<TDatabase> : CommunityTests<TDatabase> where TDatabase : IDatabase
{
    protected const string Target = "feature-1";

    protected static readonly Caller Ana = Callers.User("t1", "ana");
    protected static readonly Caller Bob = Callers.User("t1", "bob");
    protected static readonly Caller Admin = Callers.User("t1", "root", "admin");

    protected VoteService Votes => Community.Votes;

    protected VoteSummaryService Summaries => Community.VoteSummaries;

    protected static Caller Voter(int number) => Callers.User("t1", $"voter-{number}");

    protected static VoteInput Ballot(VoteType type, string marks, string target = Target, int? max = null) => type == VoteType.Rating
        ? new() { TargetId = target, VoteType = type, Ratings = Split(marks).ToDictionary(static mark => mark[..^1], static mark => mark[^1] - '0'), MaxSelections = max }
        : new() { TargetId = target, VoteType = type, Choices = Split(marks), MaxSelections = max };

    protected Task<ServiceResult<UpdateResult<Vote>>> CastAsync(Caller caller, VoteType type, string marks, string target = Target, int? max = null) =>
        Votes.CastAsync(caller, Ballot(type, marks, target, max));

    /// <summary>Votes for one choice, which must succeed.</summary>
    protected async Task<UpdateResult<Vote>> VoteAsync(Caller caller, string choice, string target = Target) => (await CastAsync(caller, VoteType.SingleChoice, choice, target)).Data;

    protected async Task<VoteSummary> SummaryAsync(string target = Target, Caller? caller = null) =>
        (await Summaries.GetByTargetAsync(caller ?? Ana, new VoteSummaryKey(target))).Data;

    /// <summary>Demands that the summary is what counting all votes from nothing gives.</summary>
    protected async Task<VoteSummary> ExactAsync(string target = Target)
    {
        var moved = await SummaryAsync(target);
        var recounted = (await Summaries.RecountAsync(Admin, target)).Data;
        Assert.Equal(Show(recounted), Show(moved));
        return moved;
    }

    /// <summary>All figures of a summary in one line.</summary>
    protected static string Show(VoteSummary summary) =>
        $"{Figures(summary.Counts)} / {Figures(summary.Scores)} / {summary.Participants} people, {summary.Selections} choices";

    protected static string Figures<T>(IReadOnlyDictionary<string, T> figures) where T : IFormattable => string.Join(' ',
        figures.OrderBy(static each => each.Key, StringComparer.Ordinal).Select(static each => each.Key + "=" + each.Value.ToString("0.##", CultureInfo.InvariantCulture)));

    private static string[] Split(string marks) => marks.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
