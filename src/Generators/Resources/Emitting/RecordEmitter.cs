using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes what resources and nested records share.</summary>
internal static class RecordEmitter
{
    /// <summary>The parameterless constructor that other constructors would take away, as the compiler would have made it.</summary>
    public static void KeepParameterlessConstructor(SourceWriter writer, RecordModel record)
    {
        if (record.Constructor != OwnConstructor.None) return;
        var unset = new List<string>();
        foreach (var member in record.Members)
        {
            // The compiler warns at the member; the constructor written here would move that warning to where nobody can mend it.
            if (member is { MustBeGiven: true, IsRequired: false, IsPositional: false }) unset.Add($"{member.Self} = {member.Blank};");
        }

        writer.Summary($"Makes {Article(record.Identity.Name)} with initial values.");
        if (unset.Count == 0) writer.Line($"public {record.Name}()").Line("{").Line("}").Line();
        else writer.Block($"public {record.Name}()", body => body.Lines(string.Join("\n", unset))).Line();
    }

    /// <summary>The checks of declared rules.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="record">The record.</param>
    /// <param name="path">The expression for a member's path.</param>
    public static void Checks(SourceWriter writer, RecordModel record, Func<MemberModel, string> path)
    {
        foreach (var member in record.Members)
        {
            foreach (var rule in member.Validation)
            {
                writer.Line(rule.Call.Replace("{path}", path(member)).Replace("{value}", member.Self) + ";");
            }

            CheckNested(writer, member, path(member));
        }
    }

    /// <summary>Static fields that checks use.</summary>
    public static void Fields(SourceWriter writer, RecordModel record)
    {
        foreach (var member in record.Members)
        {
            foreach (var rule in member.Validation)
            {
                if (rule.Field.Length > 0) writer.Line(rule.Field).Line();
            }
        }
    }

    private static void CheckNested(SourceWriter writer, MemberModel member, string path)
    {
        var document = member.Type as DocumentType ?? (member.Type as ListType)?.Element as DocumentType ?? (member.Type as MapType)?.Element as DocumentType;
        if (document is null) return;
        var prefix = path.EndsWith("\"", StringComparison.Ordinal) ? path.Substring(0, path.Length - 1) + ".\"" : path + " + \".\"";
        if (member.Type is DocumentType)
        {
            writer.Line($"{(member.IsNullable ? $"if ({member.Self} is not null) " : "")}{Call(member.Self)}");
            return;
        }

        var (variable, element) = member.Type is MapType ? ("entry", "entry.Value") : ("element", "element");
        writer.Block($"foreach (var {variable} in {(member.Type is ListType list ? list.Elements(member.Self, MemberWriting.Variable(member)) : member.IsNullable ? member.Self + " ?? []" : member.Self)})",
            body => body.Line($"if ({element} is not null) {Call(element)}"));

        string Call(string value) => $"((global::GeekCafe.IDocument<{document.Name}>){value}).Validate(errors, {prefix});";
    }

    public static string Article(string name) => (name.Length > 0 && "AEIOU".IndexOf(name[0]) >= 0 ? "an " : "a ") + $"<see cref=\"{CSharp.Identifier(name)}\"/>";
}
