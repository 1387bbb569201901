namespace GeekCafe.Generators.Resources.Model;

/// <summary>A member that many count at once.</summary>
/// <param name="Member">The member.</param>
/// <param name="Shards">Over how many items it is spread; 0 for its own.</param>
public sealed record CounterModel(MemberModel Member, int Shards);
