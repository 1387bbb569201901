namespace GeekCafe.Table.Tests.Reading;

/// <summary>A part of a fair that does not hold the member its access rule is about.</summary>
[ProjectionOf<Fair>]
public partial record FairCard
{
    public required string Id { get; init; }
    public required string Category { get; init; }
    public int? Seats { get; init; }
    public Place? Place { get; init; }
    public HashSet<string> Tags { get; init; } = [];
}
