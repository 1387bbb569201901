using GeekCafe.DynamoDb;

namespace GeekCafe;

/// <summary>
/// The version of a resource's stored form, kept as <c>_v</c> with each item; an item without it is of version 1. Older items are brought up to date
/// as they are read, by methods marked <see cref="UpcastAttribute"/>, and stored in the new form by their next update. Items of newer versions can
/// be read, as far as they are understood, and not be changed: that is a Conflict.
/// </summary>
/// <param name="version">1 or more.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SchemaVersionAttribute(int version) : Attribute
{
    /// <summary>The version of items that are written.</summary>
    public int Version { get; } = version;
}

/// <summary>Marks a static method of a resource that takes an <see cref="ItemDocument"/> and brings it from one version to the next.</summary>
/// <param name="from">The version it takes; it makes the next one.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class UpcastAttribute(int from) : Attribute
{
    /// <summary>The version it takes.</summary>
    public int From { get; } = from;
}
