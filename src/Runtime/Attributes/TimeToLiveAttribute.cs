namespace GeekCafe;

/// <summary>
/// The member that says when a resource expires: from then on it is gone for everybody, and DynamoDB removes it for good within days (developer
/// guide, Time to Live). Null: never. At most one member of a resource, of type <see cref="DateTimeOffset"/> or <see cref="DateTime"/>.
/// </summary>
/// <remarks>
/// The member is stored as any other; beside it stands <see cref="TimeToLive.Attribute"/>, the table's one attribute for this, in seconds since
/// 1970. A table made from the generated definition has Time to Live enabled; for any other, enable it on that attribute.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter, Inherited = false)]
public sealed class TimeToLiveAttribute : Attribute;
