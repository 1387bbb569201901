namespace GeekCafe;

/// <summary>A member that is neither stored nor read from or shown to clients. It needs an initial value, or a type that may be null.</summary>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class NotStoredAttribute : Attribute;
