using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>
/// Writes constructors that fill a record member by member. A constructor, because only there may init-only members be set one at a time, so
/// that members which are not read keep their declared initial values.
/// </summary>
internal static class ReadingConstructor
{
    /// <summary>The head of a private constructor, going through the primary one if there is one.</summary>
    public static string Head(RecordModel record, string parameter, Func<MemberModel, string>? argument = null)
    {
        var arguments = new List<string>();
        foreach (var member in Positional(record)) arguments.Add(argument?.Invoke(member) ?? Argument(member));
        var chains = arguments.Count > 0 || record.Constructor == OwnConstructor.Parameterless;
        var initializer = chains ? $"\n    : this({string.Join(", ", arguments)})" : "";
        return $"{Names.SetsRequiredMembers}\nprivate {record.Name}({parameter}){initializer}";
    }

    /// <summary>A parameter's value until the member is read. It names its type, for other constructors have one parameter as well.</summary>
    public static string Argument(MemberModel member) => member switch
    {
        { ParameterDefault: { } value } when value != "default" => value,
        { Type: SetType, IsNullable: false } => member.Blank,
        { IsNullable: true } or { Type.IsValueType: true } => $"default({member.Type.Declared})",
        _ => $"default({member.Type.Name})!",
    };

    /// <summary>Gives every member that must be given something the compiler accepts until it is read.</summary>
    public static void Prepare(SourceWriter writer, IEnumerable<MemberModel> members)
    {
        foreach (var member in members)
        {
            if (member.MustBeGiven && !member.Type.IsValueType && !member.IsNullable) writer.Line($"{member.Self} = {member.Blank};");
        }
    }

    /// <summary>From DynamoDB's JSON.</summary>
    public static void FromItem(SourceWriter writer, RecordModel record)
    {
        writer.Block(Head(record, $"ref {Names.ItemReader} item"), body =>
        {
            Prepare(body, record.Unset);
            foreach (var member in record.Members)
            {
                if (MustBeStored(member)) body.Line($"var has{member.Name} = false;");
            }

            body.Block("while (item.NextAttribute())", loop => loop.Block("switch (item.Name.Length)", choices =>
            {
                foreach (var member in record.Members)
                {
                    if (member.Derived.Length == 0) ItemCase(choices, member);
                }


                Case(choices, "default:", "item.Skip();");
            }));
            body.Line();
            foreach (var member in record.Members)
            {
                if (MustBeStored(member)) body.Line($"if (!has{member.Name}) throw {Names.ItemReader}.Missing({CSharp.Literal(record.Identity.Name)}, {CSharp.Literal(member.Attribute)});");
            }
        });
    }

    /// <summary>From the API's JSON, strictly.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="head">The constructor's head.</param>
    /// <param name="unset">Members that nothing has given a value.</param>
    /// <param name="members">The members that may be given, in the order of their numbers.</param>
    /// <param name="read">How a member is read.</param>
    /// <param name="isRequired">Whether a member must be given.</param>
    public static void FromJson(
        SourceWriter writer, string head, IReadOnlyList<MemberModel> unset, IReadOnlyList<MemberModel> members, Func<MemberModel, string> read, Func<MemberModel, bool> isRequired)
    {
        writer.Block(head, body =>
        {
            Prepare(body, unset);
            if (members.Count == 0)
            {
                body.Line("while (json.NextMember()) json.Unknown();");
                return;
            }

            body.Line($"var seen = default({Names.MemberSet});");
            body.Block("while (json.NextMember())", loop => loop.Block("switch (json.Name.Length)", choices =>
            {
                for (var i = 0; i < members.Count; i++)
                {
                    Case(choices, $"case {Utf8Length(members[i].ApiName)} when json.Is({CSharp.Utf8(members[i].ApiName)}):",
                        $"if (json.First(ref seen, {i})) {members[i].Self} = {read(members[i])};");
                }

                Case(choices, "default:", "json.Unknown();");
            }));
            var required = new List<string>();
            for (var i = 0; i < members.Count; i++)
            {
                if (isRequired(members[i])) required.Add($"if (!seen.Contains({i})) json.Missing({CSharp.Literal(members[i].ApiName)});");
            }

            if (required.Count > 0) body.Line().Lines(string.Join("\n", required));
        });
    }

    private static void ItemCase(SourceWriter writer, MemberModel member)
    {
        var found = MustBeStored(member) ? $"\nhas{member.Name} = true;" : "";
        Case(writer, $"case {Utf8Length(member.Attribute)} when item.Is({CSharp.Utf8(member.Attribute)}):",
            $"{member.Self} = {member.Type.Read(Format.Item)};{found}");
    }

    private static void Case(SourceWriter writer, string label, string statements) =>
        writer.Line(label).Indented(body => body.Lines(statements).Line("break;"));

    /// <summary>Whether an item without it is corrupt.</summary>
    private static bool MustBeStored(MemberModel member) =>
        member.Access == Access.System ? member.Name is "Id" or "TenantId" : member.MustBeGiven && !member.IsNullable && member.Type.HasContent("") is null;

    private static int Utf8Length(string name) => System.Text.Encoding.UTF8.GetByteCount(name);

    private static List<MemberModel> Positional(RecordModel record)
    {
        var members = new List<MemberModel>();
        foreach (var member in record.Members)
        {
            if (member.IsPositional) members.Add(member);
        }

        members.Sort(static (left, right) => left.Position.CompareTo(right.Position));
        return members;
    }
}
