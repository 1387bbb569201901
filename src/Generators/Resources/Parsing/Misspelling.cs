using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Members that may have been meant, where a name is none.</summary>
internal static class Misspelling
{
    /// <summary>The member that may have been meant, or empty.</summary>
    public static string Nearest(EquatableArray<MemberModel> members, string name)
    {
        foreach (var member in members)
        {
            var sameLetters = string.Equals(member.Name.Replace("_", ""), name.Replace("_", ""), StringComparison.OrdinalIgnoreCase);
            if (sameLetters || Spelling.IsNear(member.Name, name)) return member.Name;
        }

        return "";
    }

    /// <summary>What a message says about it.</summary>
    public static string Advice(string nearest) => nearest.Length > 0 ? $"; did you mean '{nearest}'?" : "";
}
