namespace GeekCafe;

/// <summary>
/// Keeps an entry for every create, update, delete and restore of a resource: who, when, which version, and what changed from what to what. The
/// entry is written in the same transaction as the resource, so neither is ever there without the other; that costs twice the write units of
/// both. Entries are kept when the resource is gone. Counting is not audited.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AuditedAttribute : Attribute
{
    /// <summary>Members whose values are not to be kept, by their names: entries say only that they changed.</summary>
    public string[] NameOnly { get; set; } = [];
}
