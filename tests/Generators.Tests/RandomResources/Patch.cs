using System.Text.Json.Nodes;

namespace GeekCafe.Generators.Tests.RandomResources;

/// <summary>Random merge patches (RFC 7396) of one member, and what they make of its value.</summary>
internal static class Patch
{
    private const string Discriminator = "$type";

    /// <summary>What a client sends.</summary>
    public static JsonNode? Make(Dice dice, Member member, JsonNode? current)
    {
        if (member.IsNullable && dice.OneIn(4)) return null;
        var value = member.Kind.Value(dice);
        if (current is not JsonObject before || value is not JsonObject next) return value;
        switch (member.Kind.Merging)
        {
            case Merging.Members:
                return new JsonObject(dice.Some(next).Select(Copy));
            case Merging.MembersOfItsKind when Same(before[Discriminator], next[Discriminator]) && dice.OneIn(2):
                return new JsonObject(dice.Some(next).Select(Copy));
            case Merging.Entries:
                foreach (var (name, _) in dice.Some(before, oneIn: 3)) next[name] = null;
                return next;
            default:
                return value;
        }
    }

    /// <summary>What it makes of the current value.</summary>
    public static JsonNode? Apply(Member member, JsonNode? current, JsonNode? sent)
    {
        if (sent is not JsonObject changes) return sent?.DeepClone();
        if (current is not JsonObject before) before = [];
        var isReplaced = member.Kind.Merging == Merging.Whole
            || member.Kind.Merging == Merging.MembersOfItsKind && changes.ContainsKey(Discriminator) && !Same(before[Discriminator], changes[Discriminator]);
        if (isReplaced) return changes.DeepClone();
        var all = (JsonObject)before.DeepClone();
        foreach (var (name, value) in changes)
        {
            if (value is null && member.Kind.Merging == Merging.Entries) all.Remove(name);
            else all[name] = value?.DeepClone();
        }

        return all;
    }

    private static bool Same(JsonNode? a, JsonNode? b) => a?.ToString() == b?.ToString();

    private static KeyValuePair<string, JsonNode?> Copy(KeyValuePair<string, JsonNode?> each) => KeyValuePair.Create(each.Key, each.Value?.DeepClone());
}
