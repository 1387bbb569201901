namespace Community.Votes;

/// <summary>How people vote on a target.</summary>
public enum VoteType
{
    /// <summary>Exactly one choice.</summary>
    SingleChoice,
    /// <summary>Any choices, each once, up to the target's limit.</summary>
    MultiSelect,
    /// <summary>Choices in order, the best first. Of n choices the first gets n points, the last one (Borda).</summary>
    Ranking,
    /// <summary>A rating from 1 to 5 for each choice.</summary>
    Rating,
    /// <summary><c>up</c> or <c>down</c>.</summary>
    Legacy,
}
