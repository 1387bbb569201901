namespace GeekCafe;

/// <summary>
/// A member whose value at most one live resource of a tenant may hold, such as an e-mail address. The service keeps a marker item for each value,
/// written in the same transaction as the resource, so that two creates at the same moment cannot both succeed.
/// </summary>
/// <remarks>
/// A null or empty value claims nothing. A deleted resource gives its value up; restoring it claims the value again, and fails if somebody has it
/// by then. A value that is taken is <see cref="ErrorCode.AlreadyExists"/> with the member's name in the details. Writes that claim, change or
/// give up a value cost a transaction: twice the write units of the items in it (developer guide, Amazon DynamoDB Transactions).
/// </remarks>
/// <example>
/// <code>
/// [Unique(IgnoreCase = true)] public required string Email { get; init; }
/// [Unique(Within = [nameof(GroupId)])] public required string Nickname { get; init; }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter, Inherited = false)]
public sealed class UniqueAttribute : Attribute
{
    /// <summary>Members that the value is unique within, by their names; one that is null claims nothing. Default: the tenant alone.</summary>
    public string[] Within { get; set; } = [];

    /// <summary>Whether texts that differ only in case are the same: they are compared in the invariant culture's lower case. Default no.</summary>
    public bool IgnoreCase { get; set; }
}
