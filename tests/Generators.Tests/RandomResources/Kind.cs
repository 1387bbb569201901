using System.Globalization;
using System.Text.Json.Nodes;

namespace GeekCafe.Generators.Tests.RandomResources;

/// <summary>A type a random member can have, and random values of it as the API shows them.</summary>
/// <param name="Type">The type in C#.</param>
/// <param name="Value">A random value.</param>
internal sealed record Kind(string Type, Func<Dice, JsonNode> Value)
{
    /// <summary>How keys order its values, equal ones being one key; null if it does not go into keys.</summary>
    public Comparison<JsonNode>? Order { get; init; }

    /// <summary>Whether a path can give a value of it, so that it can identify a resource and choose a list.</summary>
    public bool IsInPaths { get; init; }

    /// <summary>Whether it is one value, which [CreateOnly] can protect.</summary>
    public bool IsSingle { get; init; }

    /// <summary>Whether it is shown as an array in any order.</summary>
    public bool IsSet { get; init; }

    /// <summary>What a merge patch does with objects.</summary>
    public Merging Merging { get; init; }

    /// <summary>Formats it can have in a key.</summary>
    public IReadOnlyList<Format> Formats { get; init; } = [];

    /// <summary>Members of it that can stand in keys.</summary>
    public IReadOnlyList<(string Name, string Kind)> Inner { get; init; } = [];

    /// <summary>An initial value in C#, and as the API shows it; null if none is tried.</summary>
    public (string Code, Func<Policies, JsonNode> Shown)? Initial { get; init; }

    /// <summary>What a member has that has no initial value and is not required; null if it then must be given.</summary>
    public Func<Policies, JsonNode>? Default { get; init; }

    /// <summary>Whether two values are one, as far as anybody can tell.</summary>
    public bool Same(JsonNode? a, JsonNode? b) => JsonNode.DeepEquals(Normal(a), Normal(b));

    public static Comparison<JsonNode> By<T>() where T : IComparable<T>, IParsable<T> =>
        static (a, b) => T.Parse(a.ToString(), CultureInfo.InvariantCulture).CompareTo(T.Parse(b.ToString(), CultureInfo.InvariantCulture));

    public static int ByText(JsonNode a, JsonNode b) => string.CompareOrdinal(a.ToString(), b.ToString());

    /// <summary>As it is read: nodes made from values of C# are equal to others of their type only.</summary>
    private JsonNode? Normal(JsonNode? value)
    {
        if (value is null) return null;
        var read = JsonNode.Parse(value.ToJsonString())!;
        return IsSet ? new JsonArray([.. read.AsArray().Select(static each => each!.DeepClone()).OrderBy(static each => each.ToString(), StringComparer.Ordinal)]) : read;
    }
}

/// <summary>What a merge patch does with an object: replaces it, goes down into its members, or into its entries, where null removes one.</summary>
internal enum Merging
{
    Whole,
    Members,
    MembersOfItsKind,
    Entries,
}

/// <summary>A format in a key, and the text it makes.</summary>
internal sealed record Format(string Text, Func<JsonNode, string> Apply)
{
    public int Compare(JsonNode a, JsonNode b) => string.CompareOrdinal(Apply(a), Apply(b));
}
