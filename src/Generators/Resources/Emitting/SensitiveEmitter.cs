using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes <c>PrintMembers</c>, which <c>ToString</c> of a record uses, where sensitive members must not be shown.</summary>
internal static class SensitiveEmitter
{
    /// <param name="writer">Where to write.</param>
    /// <param name="members">The type's members. Computed ones are left out: what they are made of may be sensitive.</param>
    /// <param name="modifiers">As the compiler demands them of this type.</param>
    public static void PrintMembers(SourceWriter writer, IReadOnlyList<MemberModel> members, string modifiers)
    {
        if (!HasSensitive(members)) return;
        writer.Line().Summary("What <c>ToString</c> shows: sensitive members as <c>***</c>.");
        writer.Block($"{modifiers} bool PrintMembers(global::System.Text.StringBuilder builder)", body =>
        {
            var separator = "";
            foreach (var member in members)
            {
                if (!member.IsPublic) continue;
                var label = CSharp.Literal($"{separator}{member.Name} = {(member.IsSensitive ? "***" : "")}");
                body.Line($"builder.Append({label}){(member.IsSensitive ? "" : $".Append((object?){member.Self})")};");
                separator = ", ";
            }

            body.Line("return true;");
        });
    }

    public static bool HasSensitive(IEnumerable<MemberModel> members)
    {
        foreach (var member in members)
        {
            if (member.IsSensitive) return true;
        }

        return false;
    }
}
