using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes what clients may send and how it becomes a resource: <c>Event.Input.g.cs</c>.</summary>
internal static class InputEmitter
{
    public static SourceWriter Emit(ResourceModel resource) => resource.Identity.File(writer =>
    {
        Input(writer, resource);
        writer.Line();
        PatchEmitter.Type(writer, resource.Record, resource.Identity.Accessibility, "");
        writer.Line();
        writer.Block($"partial record {resource.Record.Name}", body =>
        {
            FromInput(body, resource);
            body.Line();
            Create(body, resource);
            body.Line();
            Replace(body, resource);
            body.Line();
            var self = Names.Resource(resource);
            body.Line($"{resource.Identity.FullName} {self}.Apply({resource.Identity.Sibling("Patch")} patch, {Names.Errors} errors) => this with");
            PatchEmitter.Assignments(body, resource.Record, member => "patch." + member.Identifier, member => member.Self, "\"\"");
        });
    });

    private static void Input(SourceWriter writer, ResourceModel resource)
    {
        var members = resource.Record.ClientMembers;
        writer.Summary($"What a client sends to create or replace {RecordEmitter.Article(resource.Identity.Name)}: every member it may write.");
        writer.Line(Names.GeneratedCode);
        writer.Block($"{resource.Identity.Accessibility} sealed partial record {resource.InputName} : global::GeekCafe.IApiInput<{resource.Identity.Sibling("Input")}>", body =>
        {
            body.Summary("Makes an input of which only given members count.");
            body.Line($"public {resource.InputName}()").Line("{").Line("}").Line();
            ReadingConstructor.FromJson(body, $"{Names.SetsRequiredMembers}\nprivate {resource.InputName}(ref {Names.ApiReader} json)",
                members, members, member => member.Type.Read(Format.Api), member => member.MustBeGiven);
            for (var i = 0; i < members.Count; i++) Member(body.Line(), resource.Record, members[i], i);
            if (HasTracked(members)) body.Line().Line($"private {Names.MemberSet} _given;");
            body.Line().Line($"static {resource.Identity.Sibling("Input")} global::GeekCafe.IApiInput<{resource.Identity.Sibling("Input")}>.ReadJson(ref {Names.ApiReader} json) => new(ref json);");
            SensitiveEmitter.PrintMembers(body, members, "private");
        });
    }

    private static void Member(SourceWriter writer, RecordModel record, MemberModel member, int number)
    {
        var note = member.MustBeGiven || member.IsNullable ? "" : " Null: its initial value.";
        writer.Line($"/// <summary>As in <see cref=\"{member.Cref(record)}\"/>.{note}</summary>");
        if (member.MustBeGiven) writer.Line($"public required {member.Type.Declared} {member.Identifier} {{ get; init; }}");
        else if (IsTracked(member)) Tracked(writer, member, member.Type.Optional, number);
        else writer.Line($"public {member.Type.Optional} {member.Identifier} {{ get; init; }}");
    }

    /// <summary>A member for which null is a value of its own: whether it was given is remembered.</summary>
    internal static void Tracked(SourceWriter writer, MemberModel member, string type, int number)
    {
        writer.Block($"public {type} {member.Identifier}", body => body.Line("get;").Block("init", init => init.Line("field = value;").Line($"_given.Add({number});")));
        writer.Line().Summary($"Whether <see cref=\"{member.Identifier}\"/> was given, be it null.").Line($"internal bool Gives{member.Name} => _given.Contains({number});");
    }

    /// <summary>Null is a value and the initial value is another: absent and null must be told apart.</summary>
    private static bool IsTracked(MemberModel member) => member is { IsNullable: true, HasInitialContent: true, MustBeGiven: false };

    private static bool HasTracked(IReadOnlyList<MemberModel> members)
    {
        foreach (var member in members)
        {
            if (IsTracked(member)) return true;
        }

        return false;
    }

    private static void FromInput(SourceWriter writer, ResourceModel resource)
    {
        writer.Summary("Takes a client's values; members not given keep their initial values.");
        writer.Block(ReadingConstructor.Head(resource.Record, $"{resource.Identity.Sibling("Input")} input", Argument), body =>
        {
            foreach (var member in resource.Record.Members)
            {
                if (member.IsPositional) continue;
                if (member.Access != Access.Client) ReadingConstructor.Prepare(body, [member]);
                else if (member.MustBeGiven || (member.IsNullable && !IsTracked(member)))
                {
                    body.Line($"{member.Self} = input.{member.Identifier};");
                }
                else if (IsTracked(member))
                {
                    body.Line($"if (input.Gives{member.Name}) {member.Self} = input.{member.Identifier};");
                }
                else
                {
                    var variable = MemberWriting.Variable(member);
                    body.Line($"if (input.{member.Identifier} is {{ }} {variable}) {member.Self} = {variable};");
                }
            }
        });
    }

    private static string Argument(MemberModel member)
    {
        if (member.Access != Access.Client) return ReadingConstructor.Argument(member);
        if (member.MustBeGiven) return $"input.{member.Identifier}";
        if (IsTracked(member)) return $"input.Gives{member.Name} ? input.{member.Identifier} : {member.ParameterDefault}";
        return member.IsNullable ? $"input.{member.Identifier}" : $"input.{member.Identifier} ?? {member.ParameterDefault}";
    }

    private static void Create(SourceWriter writer, ResourceModel resource)
    {
        var self = resource.Identity.FullName;
        var values = new List<string>();
        foreach (var member in resource.Record.Members)
        {
            if (member.InitialValue == InitialValue.UserId) values.Add($"{member.Identifier} = caller.UserId,");
            if (member.InitialValue == InitialValue.Now) values.Add($"{member.Identifier} = {(member.Type is ScalarType { Method: "DateTime" } ? "now.UtcDateTime" : "now")},");
        }

        writer.Line($"static {self} {Names.Resource(resource)}.Create({resource.Identity.Sibling("Input")} input, {Names.Caller} caller, {Names.Time} now) =>\n    new(input){(values.Count == 0 ? ";" : "")}");
        if (values.Count > 0) writer.Indented(inner => inner.Line("{").Indented(body => body.Lines(string.Join("\n", values))).Line("};"));
    }

    private static void Replace(SourceWriter writer, ResourceModel resource)
    {
        writer.Line($"{resource.Identity.FullName} {Names.Resource(resource)}.Replace({resource.Identity.Sibling("Input")} input) =>\n    new(input)");
        writer.Indented(inner => inner.Line("{").Indented(body =>
        {
            foreach (var member in resource.Record.Members)
            {
                if ((member.Access != Access.Client || member.IsCreateOnly) && member.Derived.Length == 0) body.Line($"{member.Identifier} = {member.Self},");
            }
        }).Line("};"));
        CreateOnlyEmitter.CheckReplace(writer, resource);
    }
}
