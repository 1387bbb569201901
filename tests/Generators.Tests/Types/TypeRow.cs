namespace GeekCafe.Generators.Tests.Types;

/// <summary>A type of member: what docs/types.md says of it, and values to try it with. Everything about types is tested from these rows.</summary>
/// <param name="Type">The type in C#.</param>
/// <param name="Min">A smallest value, as C#: empty, for what has elements.</param>
/// <param name="Max">A largest value.</param>
/// <param name="Typical">A value between.</param>
public sealed record TypeRow(string Type, string Min, string Max, string Typical)
{
    /// <summary>Its form in the table.</summary>
    public required string Table { get; init; }

    /// <summary>Its form in the API.</summary>
    public required string Api { get; init; }

    /// <summary>What else there is to say.</summary>
    public string Limits { get; init; } = "";

    /// <summary>DynamoDB's type of a set of these, or empty: GCG0005.</summary>
    public string Set { get; init; } = "";

    /// <summary>Whether entries of dictionaries can be called by it; if not, GCG0005.</summary>
    public bool IsName { get; init; }

    /// <summary>Whether it can be part of an index key; if not, GCG0015.</summary>
    public bool IsKey { get; init; }

    /// <summary>A comparer's argument for sets of it.</summary>
    public string Comparer { get; init; } = "";

    /// <summary>How the page calls it, if not by its name.</summary>
    public string Shown { get; init; } = "";

    public override string ToString() => Type;
}
