namespace GeekCafe;

/// <summary>
/// Makes a partial record a part of a resource that can be read alone: <c>[ProjectionOf&lt;Event&gt;] public partial record EventCard</c>. Its members
/// have the names and types of the resource's. Reading less saves transfer and time, not read units, which DynamoDB counts by whole items.
/// </summary>
/// <typeparam name="TResource">The resource.</typeparam>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ProjectionOfAttribute<TResource> : Attribute;
