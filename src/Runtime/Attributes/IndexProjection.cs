namespace GeekCafe;

/// <summary>Which attributes an index holds: what it lacks, it neither stores nor is written for (developer guide, Attribute projections).</summary>
public enum IndexProjection
{
    /// <summary>Every attribute.</summary>
    All,
    /// <summary>The keys of the table and of the index, and nothing else.</summary>
    KeysOnly,
    /// <summary>The keys, the named attributes, and what tells tenant, type and deletion.</summary>
    Include,
}
