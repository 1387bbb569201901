namespace GeekCafe;

/// <summary>
/// Shows a computed member, <c>public string Name =&gt; First + " " + Last;</c>, in the API's answers. It is never stored and clients cannot send it.
/// Patterns of secondary indexes may use a computed member with or without this attribute: it is computed anew at each write.
/// </summary>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class ComputedAttribute : Attribute;
