namespace GeekCafe;

/// <summary>
/// Makes a partial record the typed result of one Query of a partition that several resources share. Its members are resources, as <c>Order?</c> where a
/// partition holds one, or as <c>IReadOnlyList&lt;OrderLine&gt;</c>.
/// </summary>
/// <remarks>
/// A reader of its name, <c>OrderDetailsReader</c>, is generated beside it; see docs/collections.md. The partition keys of all members have one pattern
/// (GCG0078).
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ItemCollectionAttribute : Attribute
{
    /// <summary>The physical index whose partitions are read, such as <c>gsi1</c>: one that all members have and that holds whole items. Null, the default: the table.</summary>
    public string? Index { get; init; }
}
