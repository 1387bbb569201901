using System.Text.Json.Nodes;

namespace GeekCafe.Generators.Tests.RandomResources;

/// <summary>A member of a random resource: what is declared, and what that promises.</summary>
/// <param name="Words">Its name in C#, word by word.</param>
/// <param name="Kind">Its type.</param>
/// <param name="ApiName">Its name in the API.</param>
internal sealed record Member(string[] Words, Kind Kind, string ApiName)
{
    public string Name => string.Concat(Words);

    public bool IsNullable { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>The initial value as the API shows it; null for null.</summary>
    public JsonNode? Initial { get; init; }

    /// <summary>The text it is computed from, followed by <c>!</c>; null if it is stored.</summary>
    public Member? Source { get; init; }

    public bool IsCreateOnly { get; init; }

    /// <summary>Whether answers leave it out.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Attributes and initial value as they are declared.</summary>
    public (string Attributes, string Initial) Code { get; init; } = ("", "");

    public static Member Make(Dice dice, int number)
    {
        var kind = dice.Any(Kinds.All);
        string[] words = ["Big", $"M{number}"];
        var (initial, code) = (dice.Next(0, 4), new List<string>());
        var member = new Member(words, kind, dice.Naming.Shown(words)) { IsNullable = initial == 0, IsRequired = true };
        if (initial == 0) member = member with { IsRequired = false };
        if (initial == 1 && kind.Default is { } none) member = member with { IsRequired = false, Initial = none(dice.Naming) };
        if (initial == 2 && kind.Initial is { } given)
        {
            member = member with { IsNullable = dice.OneIn(2), IsRequired = false, Initial = given.Shown(dice.Naming), Code = ("", $" = {given.Code};") };
        }

        if (kind.IsSingle && dice.OneIn(8)) (member, _) = (member with { IsCreateOnly = true }, Add("CreateOnly"));
        if (dice.OneIn(6)) (member, _) = (member with { IsHidden = true }, Add("Sensitive(Hidden = true)"));
        else if (dice.OneIn(6)) Add("Sensitive");
        if (dice.OneIn(5)) (member, _) = (member with { ApiName = $"{member.Name} \u00e4.1" }, Add($"JsonPropertyName(\"{member.Name} \\u00e4.1\")"));
        if (dice.OneIn(5)) Add($"AttributeName(\"{dice.Any("size", "a b", "\\u00e4#")}{number}\")");
        return member with { Code = (code.Count == 0 ? "" : $"[{string.Join(", ", code)}] ", member.Code.Initial) };

        bool Add(string attribute)
        {
            code.Add(attribute);
            return true;
        }
    }

    /// <summary>One that can identify a resource.</summary>
    public static Member Keyed(Dice dice, int number)
    {
        string[] words = ["Big", $"M{number}"];
        return new(words, dice.Any(Kinds.InPaths), dice.Naming.Shown(words)) { IsRequired = true };
    }

    public static Member Computed(Dice dice, int number, Member source)
    {
        string[] words = ["Loud", $"M{number}"];
        return new(words, Kinds.Of("string"), dice.Naming.Shown(words)) { Source = source, Code = ("[Computed] ", "") };
    }

    /// <summary>What is shown of a resource's members.</summary>
    public JsonNode? Of(JsonObject members) => Source is { } source ? source.Of(members) + "!" : members[ApiName];

    public override string ToString() => Source is { } source
        ? $"{Code.Attributes}public string {Name} => {source.Name} + \"!\";"
        : $"{Code.Attributes}public {(IsRequired ? "required " : "")}{Kind.Type}{(IsNullable ? "?" : "")} {Name} {{ get; init; }}{Code.Initial}";
}
