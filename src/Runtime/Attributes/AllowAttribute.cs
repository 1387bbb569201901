namespace GeekCafe;

/// <summary>
/// Who may do these operations; replaces the default for them. The default: any caller of the tenant reads and creates, the creator and the
/// role <c>admin</c> update, delete and restore. Several attributes for one operation add up. A caller who fits none is refused.
/// </summary>
/// <param name="operations">What is allowed.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public sealed class AllowAttribute(Operation operations) : Attribute
{
    /// <summary>What is allowed.</summary>
    public Operation Operations { get; } = operations;

    /// <summary>A text member that holds a user's id: that user is allowed.</summary>
    public string? Owner { get; set; }

    /// <summary>A list or set of texts that holds users' ids: those users are allowed.</summary>
    public string? Members { get; set; }

    /// <summary>Roles that are allowed, separated by commas.</summary>
    public string? Roles { get; set; }

    /// <summary>Every caller of the tenant is allowed.</summary>
    public bool Anyone { get; set; }
}
