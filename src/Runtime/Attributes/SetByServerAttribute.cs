namespace GeekCafe;

/// <summary>Where the value of a server-set member comes from when a resource is created.</summary>
public enum ServerValue
{
    /// <summary>From the declaration's initial value; only hooks and service code change it.</summary>
    Initial,
    /// <summary>The caller's user id.</summary>
    UserId,
    /// <summary>The time of the create. UTC.</summary>
    Now,
}

/// <summary>A member that clients see and never write: it is missing from the input types.</summary>
/// <param name="value">Its value when the resource is created. Default: as declared.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter, Inherited = false)]
public sealed class SetByServerAttribute(ServerValue value = ServerValue.Initial) : Attribute
{
    /// <summary>Its value when the resource is created.</summary>
    public ServerValue Value { get; } = value;
}
