using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using GeekCafe;

namespace Community.Votes;

/// <summary>What one user says about a target. Target and user are the key, so there is never a second one.</summary>
[Resource("votes", Http = Operation.Read)]
[PrimaryKey("TENANT#{TenantId}#TARGET#{TargetId}", "VOTE#{UserId}")]
[SecondaryIndex("ByUser", "TENANT#{TenantId}#USER#{UserId}", "VOTE#{TargetId}", Route = "/users/{userId}/votes")]
[Allow(Operation.Update | Operation.Delete | Operation.Restore, Owner = nameof(UserId), Roles = "admin")]
[Conditions]
public partial record Vote
{
    /// <summary>What is voted on: any name, such as <c>feature-1</c>.</summary>
    [StringLength(128, MinimumLength = 1)]
    public required string TargetId { get; init; }

    /// <summary>Who votes: the caller.</summary>
    [SetByServer(ServerValue.UserId)]
    public string UserId { get; init; } = "";

    /// <summary>How; the same for all votes on a target.</summary>
    public required VoteType VoteType { get; init; }

    /// <summary>What is chosen; of a ranking the best first. Empty for a rating.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Of a rating, 1 to 5 for each choice.</summary>
    [MaxLength(100)]
    public IReadOnlyDictionary<string, int> Ratings { get; init; } = new Dictionary<string, int>();

    /// <summary>Of a multiple choice, how many may be chosen: what the target says. The first vote on a target may say it.</summary>
    [Range(1, 100)]
    public int? MaxSelections { get; init; }

    /// <summary>Whatever an application keeps with a vote.</summary>
    public JsonElement? Content { get; init; }
}
