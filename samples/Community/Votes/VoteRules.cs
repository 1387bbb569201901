using GeekCafe;
using GeekCafe.Validation;

namespace Community.Votes;

/// <summary>What a vote must be: by itself, and on its target.</summary>
internal static class VoteRules
{
    /// <summary>The most different choices of a target that declares none, so that its summary stays small.</summary>
    public const int MaxChoices = 500;

    /// <summary>What a legacy vote can be.</summary>
    public static readonly string[] Legacy = ["up", "down"];

    /// <summary>The rules of what is voted on: its name stands in paths.</summary>
    public static void CheckTarget(string targetId, ValidationErrors errors)
    {
        if (targetId is "." or ".." || targetId.Contains('/')) errors.Add("targetId", "must be usable in a path: without / and not . or ..");
    }

    /// <summary>The rules of a target's declaration.</summary>
    public static void Check(VoteSummary summary, ValidationErrors errors)
    {
        CheckTarget(summary.TargetId, errors);
        if (summary.MaxSelections is not null && summary.VoteType != VoteType.MultiSelect) errors.Add("maxSelections", "is for the type multiSelect");
        if (summary.Choices.Any(static choice => choice.Length is 0 or > 100)) errors.Add("choices", "must be texts of 1 to 100 characters");
        if (summary.Choices.Distinct().Count() < summary.Choices.Count) errors.Add("choices", "has one twice");
        if (summary.VoteType == VoteType.Legacy && summary.Choices.Count > 0) errors.Add("choices", "of a legacy target are up and down: leave them out");
    }

    /// <summary>The rules of a vote's type.</summary>
    public static void Check(Vote vote, ValidationErrors errors)
    {
        CheckTarget(vote.TargetId, errors);
        var isRating = vote.VoteType == VoteType.Rating;
        if (isRating && vote.Choices.Count > 0) errors.Add("choices", "must be empty: a rating has ratings");
        if (!isRating && vote.Ratings.Count > 0) errors.Add("ratings", "are for the type rating");
        if (vote.MaxSelections is not null && vote.VoteType != VoteType.MultiSelect) errors.Add("maxSelections", "is for the type multiSelect");

        var chosen = isRating ? vote.Ratings.Count : vote.Choices.Count;
        var member = isRating ? "ratings" : "choices";
        if (chosen == 0) errors.Add(member, "must not be empty");
        if (chosen > 1 && vote.VoteType is VoteType.SingleChoice or VoteType.Legacy) errors.Add(member, "must be exactly one");
        if (vote.MaxSelections >= 1 && chosen > vote.MaxSelections) errors.Add(member, "are more than maxSelections");
        if (vote.Choices.Distinct().Count() < vote.Choices.Count) errors.Add("choices", "has one twice");
        if (Chosen(vote).Any(static choice => choice.Length is 0 or > 100)) errors.Add(member, "must be texts of 1 to 100 characters");
        if (vote.VoteType == VoteType.Legacy && !vote.Choices.All(Legacy.Contains)) errors.Add("choices", "must be up or down");
        if (vote.Ratings.Values.Any(static rating => rating is < 1 or > 5)) errors.Add("ratings", "must be from 1 to 5");
    }

    /// <summary>The rules of the target.</summary>
    /// <exception cref="ServiceException">The vote is not one for it.</exception>
    public static void Demand(VoteSummary summary, Vote vote)
    {
        if (vote.VoteType != summary.VoteType) throw Differs("voteType", "is not the target's: see its summary");
        if (vote.MaxSelections is not null && vote.MaxSelections != summary.MaxSelections) throw Differs("maxSelections", "is not the target's: leave it out, or see its summary");
        if (vote.Choices.Count > summary.MaxSelections) throw Invalid("choices", "are more than the target's maxSelections");
        var member = vote.VoteType == VoteType.Rating ? "ratings" : "choices";
        if (summary.Choices.Count > 0 && Chosen(vote).Except(summary.Choices).Any()) throw Invalid(member, "must be among the target's choices");
        if (summary.Counts.Keys.Union(Chosen(vote)).Count() > MaxChoices) throw Invalid(member, $"would be more than {MaxChoices} different ones on the target");
    }

    private static IEnumerable<string> Chosen(Vote vote) => vote.VoteType == VoteType.Rating ? vote.Ratings.Keys : vote.Choices;

    private static ServiceException Invalid(string member, string problem) => new(ServiceError.Invalid(member, problem));

    private static ServiceException Differs(string member, string problem) => new(new ServiceError(ErrorCode.ConditionFailed, "The target is voted on in another way.")
    {
        Details = new Dictionary<string, string> { [member] = problem },
    });
}
