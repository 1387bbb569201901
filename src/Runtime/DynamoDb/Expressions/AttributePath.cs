namespace GeekCafe.DynamoDb;

/// <summary>Where a value stands in an item: an attribute's name, and the names of entries within maps.</summary>
public sealed class AttributePath
{
    private AttributePath(string[] names) => Names = names;

    /// <summary>The names, outermost first.</summary>
    internal string[] Names { get; }

    /// <summary>The map it is an entry of, or null for an attribute of the item.</summary>
    internal AttributePath? Parent => Names.Length > 1 ? new(Names[..^1]) : null;

    /// <summary>An attribute of the item.</summary>
    /// <param name="name">Its name.</param>
    public static AttributePath Of(string name) => new([name]);

    /// <summary>An entry of the map at this path.</summary>
    /// <param name="name">The entry's name.</param>
    public AttributePath Then(string name) => new([.. Names, name]);
}

/// <summary>What a member's value is when its attribute is absent.</summary>
public enum AbsentValue
{
    /// <summary>Not to be known here: its initial value, or the item is corrupt. No comparison holds.</summary>
    Unknown,
    /// <summary>Null.</summary>
    Null,
    /// <summary>Its type's default; of a collection, empty.</summary>
    Default,
}
