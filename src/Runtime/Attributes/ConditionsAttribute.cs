namespace GeekCafe;

/// <summary>
/// Generates typed conditions for a resource: <c>EventSort</c> for ranges of its lists, <c>EventFilter</c> for filters, and the methods of its
/// service that take them. Without it the service lists whole partitions only.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ConditionsAttribute : Attribute;
