using System.ComponentModel.DataAnnotations;

namespace Community.Votes;

/// <summary>Targets to be counted anew.</summary>
public partial record TargetList
{
    /// <summary>Which ones.</summary>
    [MinLength(1), MaxLength(100)]
    public required IReadOnlyList<string> TargetIds { get; init; }
}
