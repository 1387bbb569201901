namespace Community.Votes;

/// <summary>Counts votes: pure arithmetic on a summary's figures, the same whether one vote comes, goes or changes, or all are counted anew.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, long> _counts;
    private readonly Dictionary<string, long> _scores;
    private readonly HashSet<string> _declared;
    private long _participants;
    private long _selections;

    /// <summary>Goes on from a summary, or from nothing.</summary>
    public Tally(VoteSummary summary, bool fromNothing = false)
    {
        _declared = [.. DeclaredBy(summary)];
        _counts = fromNothing ? [] : new(summary.Counts);
        _scores = fromNothing ? [] : new(summary.Scores);
        (_participants, _selections) = fromNothing ? (0, 0) : (summary.Participants, summary.Selections);
        foreach (var choice in _declared) _counts.TryAdd(choice, 0);
    }

    /// <summary>Counts a vote; null is none.</summary>
    public Tally Add(Vote? vote) => Count(vote, 1);

    /// <summary>Takes a vote away that was counted; null is none.</summary>
    public Tally Remove(Vote? vote) => Count(vote, -1);

    /// <summary>The summary with these figures.</summary>
    public VoteSummary ApplyTo(VoteSummary summary) =>
        summary with { Counts = _counts, Scores = _scores, Participants = _participants, Selections = _selections };

    /// <summary>Whether a summary has these figures.</summary>
    public bool Agrees(VoteSummary summary) => Agrees(new Tally(summary));

    /// <summary>Whether another count came to the same.</summary>
    public bool Agrees(Tally other) =>
        (_participants, _selections) == (other._participants, other._selections) && Same(_counts, other._counts) && Same(_scores, other._scores);

    private static bool Same(Dictionary<string, long> one, Dictionary<string, long> other) =>
        one.Count == other.Count && one.All(each => other.TryGetValue(each.Key, out var count) && count == each.Value);

    /// <summary>What a vote gives to whom: one, its points in a ranking, its rating.</summary>
    private static IEnumerable<(string Choice, long Points)> Marks(Vote vote) => vote.VoteType switch
    {
        VoteType.Ranking => vote.Choices.Select((choice, i) => (choice, (long)vote.Choices.Count - i)),
        VoteType.Rating => vote.Ratings.Select(static each => (each.Key, (long)each.Value)),
        _ => vote.Choices.Select(static choice => (choice, 0L)),
    };

    private static IEnumerable<string> DeclaredBy(VoteSummary summary) => summary.VoteType == VoteType.Legacy ? VoteRules.Legacy : summary.Choices;

    private Tally Count(Vote? vote, int sign)
    {
        if (vote is null) return this;
        _participants += sign;
        foreach (var (choice, points) in Marks(vote))
        {
            _selections += sign;
            Move(_counts, choice, sign);
            if (points > 0) Move(_scores, choice, sign * points);
        }

        return this;
    }

    /// <summary>What nobody chooses any more is not listed, unless it was declared: so counting on and counting anew give the same.</summary>
    private void Move(Dictionary<string, long> figures, string choice, long by)
    {
        var next = figures.GetValueOrDefault(choice) + by;
        if (next != 0 || (ReferenceEquals(figures, _counts) && _declared.Contains(choice))) figures[choice] = next;
        else figures.Remove(choice);
    }
}
