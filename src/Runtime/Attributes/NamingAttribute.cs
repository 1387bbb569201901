namespace GeekCafe;

/// <summary>How a name in C# becomes one in the table or in the API.</summary>
public enum NamingPolicy
{
    /// <summary>snake_case in the table, camelCase in the API.</summary>
    Default = 0,
    /// <summary><c>starts_at</c></summary>
    SnakeCase = 1,
    /// <summary><c>startsAt</c></summary>
    CamelCase = 2,
    /// <summary><c>StartsAt</c></summary>
    PascalCase = 3,
    /// <summary><c>starts-at</c></summary>
    KebabCase = 4,
    /// <summary>The name as it is declared.</summary>
    AsDeclared = 5,
}

/// <summary>
/// How members and enum values of an assembly's records are named. The system members' names in the table stay (<c>tenant_id</c>, <c>created_at</c>),
/// because services rely on them; in the API they follow. Changing it renames what is stored: items written before are then not understood.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class NamingAttribute : Attribute
{
    /// <summary>Names in the table. Default: snake_case.</summary>
    public NamingPolicy Attributes { get; set; }

    /// <summary>Names in the API. Default: camelCase.</summary>
    public NamingPolicy Api { get; set; }
}
