using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes the statements that write members, in both JSON forms.</summary>
internal static class MemberWriting
{
    /// <summary>
    /// An attribute. Null is left out, unless the member would then read back as its initial value; an empty set is left out, for DynamoDB has
    /// none, unless that could be read as something else.
    /// </summary>
    public static void ToItem(SourceWriter writer, MemberModel member)
    {
        var name = $"item.Name({CSharp.Utf8(member.Attribute)})";
        if (member.IsNullable)
        {
            writer.Line(Present(member, Format.Item, name));
            if (member.HasInitialContent) writer.Line($"else {name}.Null();");
        }
        else if (!member.HasInitialContent && member.Type.HasContent(member.Self) is { } hasContent)
        {
            writer.Line($"if ({hasContent}) {member.Type.WriteValue(Format.Item, name, member.Self)};");
        }
        else
        {
            writer.Line($"{member.Type.WriteValue(Format.Item, name, member.Self)};");
        }
    }

    /// <summary>A member as the API shows it: always there, but for the marks of deletion.</summary>
    public static void ToJson(SourceWriter writer, MemberModel member)
    {
        if (member.IsWriteOnly) return;
        var name = $"json.Name({CSharp.Utf8(member.ApiName)})";
        if (!member.IsNullable)
        {
            writer.Line($"{member.Type.WriteValue(Format.Api, name, member.Self)};");
            return;
        }

        writer.Line(Present(member, Format.Api, name));
        if (member.Access != Access.System) writer.Line($"else {name}.Null();");
    }

    private static string Present(MemberModel member, Format format, string name)
    {
        var variable = member.Type.IsValueType ? Variable(member) : member.Self;
        var test = member.Type.IsValueType ? $"{member.Self} is {{ }} {variable}" : $"{member.Self} is not null";
        return $"if ({test}) {member.Type.WriteValue(format, name, variable)};";
    }

    /// <summary>A local named for the member that hides neither it nor a parameter.</summary>
    public static string Variable(MemberModel member) => member.Local == member.Identifier ? member.Name + "Value" : member.Local;
}
