namespace GeekCafe;

/// <summary>
/// The name under which a member is stored, instead of the one the assembly's <see cref="NamingAttribute"/> gives it. Its name in the API is set by
/// <c>[JsonPropertyName]</c> of System.Text.Json.
/// </summary>
/// <param name="name">1 to 255 bytes of UTF-8 (developer guide, Quotas: attribute names that keys and projections may use).</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter, Inherited = false)]
public sealed class AttributeNameAttribute(string name) : Attribute
{
    /// <summary>The attribute's name in the table.</summary>
    public string Name { get; } = name;
}
