using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes the check that a replace leaves alone what only a create sets.</summary>
internal static class CreateOnlyEmitter
{
    public static void CheckReplace(SourceWriter writer, ResourceModel resource)
    {
        var members = new List<MemberModel>();
        foreach (var member in resource.Record.ClientMembers)
        {
            if (member.IsCreateOnly) members.Add(member);
        }

        if (members.Count == 0) return;
        writer.Line().Block($"void {Names.Resource(resource)}.CheckReplace({resource.Identity.Sibling("Input")} input, {Names.Errors} errors)", body =>
        {
            foreach (var member in members)
            {
                var given = member is { MustBeGiven: true, IsNullable: false } ? "" : $"input.{member.Identifier} is not null && ";
                body.Line($"if ({given}input.{member.Identifier} != {member.Self}) errors.Add({CSharp.Literal(member.ApiName)}, \"cannot be changed\");");
            }
        });
    }
}
