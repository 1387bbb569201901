namespace Community.Votes;

/// <summary>Targets to be counted anew.</summary>
public partial record TargetList
{
    /// <summary>Which ones.</summary>
    public required IReadOnlyList<string> TargetIds { get; init; }
}
