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
            if (member is { MustBeGiven: true, IsRequired: false, IsPositional: false, Type.IsValueType: false }) unset.Add($"{member.Self} = {member.Blank};");
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
        var prefix = path.EndsWith("\"", StringComparison.Ordinal) ? path.Substring(0, path.Length - 1) + ".\"" : path + " + \".\"";
        if (member.Type.Validate(member.Self, prefix) is not { } check)
        {
            CheckElements(writer, member.Type, member.Self, prefix, 0);
            return;
        }

        // The value of a nullable struct is a copy with another type.
        var isNullableStruct = member.IsNullable && member.Type.IsValueType;
        writer.Line(isNullableStruct ? $"if ({member.Self} is {{ }} {MemberWriting.Variable(member)}) {member.Type.Validate(MemberWriting.Variable(member), prefix)}"
            : $"{(member.IsNullable ? $"if ({member.Self} is not null) " : "")}{check}");
    }

    /// <summary>The elements of a collection, and of collections in it.</summary>
    private static void CheckElements(SourceWriter writer, TypeModel type, string value, string prefix, int depth)
    {
        if (((type as ListType)?.Element ?? (type as MapType)?.Element) is not { } of || !HasChecks(of)) return;
        var variable = (type is MapType ? "entry" : "element") + (depth == 0 ? "" : CSharp.Literal(depth));
        var element = type is MapType ? variable + ".Value" : variable;
        var all = type is ListType list ? list.Elements(value, variable + "s") : value + (type.IsNullable ? " ?? []" : "");
        writer.Block($"foreach (var {variable} in {all})", body =>
        {
            if (of.Validate("known", prefix) is null) CheckElements(body, of, element, prefix, depth + 1);
            else if (!of.IsValueType) body.Line($"if ({element} is not null) {of.Validate(element, prefix)}");
            else if (of.IsNullable) body.Line($"if ({element} is {{ }} known) {of.Validate("known", prefix)}");
            else body.Line(of.Validate(element, prefix)!);
        });
    }

    /// <summary>Whether a value of this type has rules inside.</summary>
    internal static bool HasChecks(TypeModel type) =>
        type.Validate("", "") is not null || (((type as ListType)?.Element ?? (type as MapType)?.Element) is { } element && HasChecks(element));

    public static string Article(string name) => (name.Length > 0 && "AEIOU".IndexOf(name[0]) >= 0 ? "an " : "a ") + $"<see cref=\"{CSharp.Identifier(name)}\"/>";
}
