namespace GeekCafe;

/// <summary>
/// A member that a client may set when it creates the resource and never changes: a patch does not have it, and a replace that gives it another value
/// is a validation error; one that leaves it out keeps it. Hooks and service code may still change it. For single values of a resource.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter, Inherited = false)]
public sealed class CreateOnlyAttribute : Attribute;
