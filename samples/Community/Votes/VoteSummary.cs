using System.ComponentModel.DataAnnotations;
using GeekCafe;

namespace Community.Votes;

/// <summary>
/// The votes on a target, counted, and how it is voted on. Every vote moves it in its own transaction, so the two never disagree; people write it
/// through votes alone.
/// </summary>
[Resource("vote-summaries", Http = Operation.None)]
[PrimaryKey("TENANT#{TenantId}#TARGET#{TargetId}", "SUMMARY")]
[SecondaryIndex("ByRecount", "TENANT#{TenantId}", "SUMMARY#ts#{RecountedAt}#{TargetId}")]
[Allow(Operation.Create | Operation.Update | Operation.Restore, Anyone = true)]
[Allow(Operation.Delete, Roles = "admin")]
[Conditions]
public partial record VoteSummary
{
    /// <summary>What is voted on.</summary>
    [StringLength(128, MinimumLength = 1)]
    public required string TargetId { get; init; }

    /// <summary>How all vote on it.</summary>
    public required VoteType VoteType { get; init; }

    /// <summary>What can be chosen. Empty: anything.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>How many can be chosen at once. Null: any number.</summary>
    [Range(1, 100)]
    public int? MaxSelections { get; init; }

    /// <summary>Whether an admin said how it is voted on. Otherwise the first vote did, and does anew once all have withdrawn.</summary>
    [SetByServer]
    public bool IsDeclared { get; init; }

    /// <summary>How many chose, ranked or rated each choice.</summary>
    [SetByServer]
    public IReadOnlyDictionary<string, long> Counts { get; init; } = new Dictionary<string, long>();

    /// <summary>The points of each choice: of rankings by Borda, of ratings their sum. Empty for other types.</summary>
    [SetByServer]
    public IReadOnlyDictionary<string, long> Scores { get; init; } = new Dictionary<string, long>();

    /// <summary>How many voted.</summary>
    [SetByServer]
    public long Participants { get; init; }

    /// <summary>How many choices were made by all of them together.</summary>
    [SetByServer]
    public long Selections { get; init; }

    /// <summary>When all votes were last counted anew, or the first one came. UTC.</summary>
    [SetByServer]
    public DateTimeOffset RecountedAt { get; init; }

    /// <summary>How many of a hundred participants took each choice. Together more than 100 where several can be taken.</summary>
    [Computed]
    public IReadOnlyDictionary<string, double> Percentages => Each((_, count) => 100.0 * count / Math.Max(1, Participants));

    /// <summary>The mean rating of each choice.</summary>
    [Computed]
    public IReadOnlyDictionary<string, double> Averages =>
        VoteType == VoteType.Rating ? Each((choice, count) => count == 0 ? 0 : (double)Scores[choice] / count) : new Dictionary<string, double>();

    /// <summary>The choices that most people took, several in a tie; of rankings those with the most points. Empty while nobody voted.</summary>
    [Computed]
    public IReadOnlyList<string> Leaders
    {
        get
        {
            var by = VoteType == VoteType.Ranking ? Scores : Counts;
            var most = by.Values.DefaultIfEmpty().Max();
            return most == 0 ? [] : [.. by.Where(each => each.Value == most).Select(static each => each.Key).Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>A summary without votes, as the first vote on a target makes it.</summary>
    internal static VoteSummary Begin(Vote vote, DateTimeOffset now) =>
        new() { TargetId = vote.TargetId, VoteType = vote.VoteType, MaxSelections = vote.MaxSelections, RecountedAt = now };

    private Dictionary<string, double> Each(Func<string, long, double> figure) =>
        Counts.ToDictionary(static each => each.Key, each => figure(each.Key, each.Value));
}
