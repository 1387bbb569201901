using GeekCafe.Generators.Resources.Model;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Whether two partition keys are the same text for the same values. Members may be called differently.</summary>
internal static class PartitionComparison
{
    /// <summary>What differs, or null.</summary>
    public static string? Difference(KeyModel one, KeyModel other)
    {
        for (var i = 0; i < Math.Min(one.Parts.Count, other.Parts.Count); i++)
        {
            if (Difference(one, one.Parts[i], other, other.Parts[i]) is { } difference) return difference;
        }

        return one.Parts.Count == other.Parts.Count ? null : "one of them goes on where the other ends";
    }

    private static string? Difference(KeyModel one, KeyPart part, KeyModel other, KeyPart otherPart)
    {
        if (part.IsLiteral || otherPart.IsLiteral) return part.IsLiteral == otherPart.IsLiteral && part.Text == otherPart.Text ? null : $"'{Shown(part)}' is not '{Shown(otherPart)}'";
        if (part.TypeName != otherPart.TypeName) return $"'{part.Text}' is of type '{Short(part)}', and '{otherPart.Text}' is of type '{Short(otherPart)}'";
        if (part.Format != otherPart.Format || part.IgnoresCase != otherPart.IgnoresCase) return $"'{part.Text}' and '{otherPart.Text}' are formatted differently";
        var isTenant = part.Text == "TenantId";
        return isTenant != (otherPart.Text == "TenantId") || PositionOf(one, part) != PositionOf(other, otherPart) ? $"'{part.Text}' stands where the other has '{otherPart.Text}'" : null;
    }

    private static string Shown(KeyPart part) => part.IsLiteral ? part.Text : $"{{{part.Text}}}";

    private static string Short(KeyPart part) => part.TypeName.Replace("global::", "");

    /// <summary>Which value of a key it is: one that is used twice must be so in both.</summary>
    private static int PositionOf(KeyModel key, KeyPart part)
    {
        var members = key.Members;
        for (var i = 0; i < members.Count; i++)
        {
            if (members[i].Text == part.Text) return i;
        }

        return -1;
    }
}
