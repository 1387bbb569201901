namespace GeekCafe;

/// <summary>A value that one resource holds and no other may.</summary>
/// <param name="Member">The member as the API names it.</param>
/// <param name="Partition">
/// The partition key of the marker: tenant, collection, member, scope and value, so that markers spread over partitions as values do.
/// </param>
public readonly record struct UniqueClaim(string Member, string Partition)
{
    /// <summary>The sort key of every marker.</summary>
    internal const string Sort = "UNIQUE";

    /// <summary>Says whose value it is, and not the value.</summary>
    public override string ToString() => $"UniqueClaim {Member}";
}
