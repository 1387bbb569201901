using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes merge patches (RFC 7396) of resources and nested records.</summary>
internal static class PatchEmitter
{
    /// <summary>The type of a patch.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="record">The record it changes.</param>
    /// <param name="accessibility">Its accessibility.</param>
    /// <param name="more">More members.</param>
    public static void Type(SourceWriter writer, RecordModel record, string accessibility, string more)
    {
        var members = record.PatchMembers;
        var name = record.Identity.Name + "Patch";
        var fullName = record.Identity.Sibling("Patch");
        writer.Summary($"What a client sends to change some members of {RecordEmitter.Article(record.Identity.Name)}.");
        writer.Line(Names.GeneratedCode);
        writer.Block($"{accessibility} sealed partial record {name} : global::GeekCafe.IApiInput<{fullName}>", body =>
        {
            body.Summary("Makes a patch that changes the members it is given.");
            body.Line($"public {name}()").Line("{").Line("}").Line();
            ReadingConstructor.FromJson(body, $"private {name}(ref {Names.ApiReader} json)", [], members, Read, _ => false);
            for (var i = 0; i < members.Count; i++) Member(body.Line(), record, members[i], i);
            if (HasTracked(members)) body.Line().Line($"private {Names.MemberSet} _given;");
            body.Line().Line($"static {fullName} global::GeekCafe.IApiInput<{fullName}>.ReadJson(ref {Names.ApiReader} json) => new(ref json);");
            SensitiveEmitter.PrintMembers(body, members, "private");
            if (more.Length > 0) body.Line().Lines(more);
        });
    }

    /// <summary>The body of a <c>with</c> expression that applies a patch.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="record">The record.</param>
    /// <param name="patch">How the patch's members are named.</param>
    /// <param name="current">How the record's members are named.</param>
    /// <param name="path">The expression of the path before member names.</param>
    public static void Assignments(SourceWriter writer, RecordModel record, Func<MemberModel, string> patch, Func<MemberModel, string> current, string path) =>
        writer.Line("{").Indented(body =>
        {
            foreach (var member in record.PatchMembers) body.Line($"{member.Identifier} = {Assignment(member, patch, current, path)},");
        }).Line("};");

    private static string Assignment(MemberModel member, Func<MemberModel, string> patch, Func<MemberModel, string> current, string path)
    {
        var (given, now) = (patch(member), current(member));
        var merged = member.Type switch
        {
            { NestedPatch: not null } => $"{given}.ApplyTo({now}, errors, {Nested(member, path)})",
            MapType map => map.Merge(now, given),
            _ => given,
        };
        var isMerged = merged != given;
        if (member.IsNullable)
        {
            return $"{given.Substring(0, given.Length - member.Identifier.Length)}Gives{member.Name} ? {(isMerged ? $"({given} is null ? null : {merged})" : given)} : {now}";
        }

        return isMerged ? $"{given} is null ? {now} : {merged}" : $"{given} ?? {now}";
    }

    private static string Nested(MemberModel member, string path) =>
        path == "\"\"" ? CSharp.Literal(member.ApiName + ".") : $"{path} + {CSharp.Literal(member.ApiName + ".")}";

    private static void Member(SourceWriter writer, RecordModel record, MemberModel member, int number)
    {
        writer.Line($"/// <summary>The new value of <see cref=\"{member.Cref(record)}\"/>.{(member.IsNullable ? "" : " Null: as it was.")}</summary>");
        if (member.IsNullable) InputEmitter.Tracked(writer, member, PatchType(member.Type), number);
        else writer.Line($"public {PatchType(member.Type)} {member.Identifier} {{ get; init; }}");
    }

    private static string PatchType(TypeModel type) => type switch
    {
        { NestedPatch: { } name } => name + "?",
        MapType map => map.PatchName + "?",
        _ => type.Optional,
    };

    private static string Read(MemberModel member)
    {
        var value = member.Type switch
        {
            { NestedPatch: { } name } => $"json.ReadPatch<{name}>()",
            MapType map => map.ReadPatch(),
            var type => type.ReadValue(Format.Api),
        };
        return member.IsNullable ? member.Type.ReadNullable(Format.Api, value) : value;
    }

    private static bool HasTracked(IReadOnlyList<MemberModel> members)
    {
        foreach (var member in members)
        {
            if (member.IsNullable) return true;
        }

        return false;
    }
}
