using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes all of a nested record: <c>Location.Document.g.cs</c>.</summary>
internal static class DocumentEmitter
{
    public static SourceWriter Emit(RecordModel record) => record.Identity.File(writer =>
    {
        var document = $"global::GeekCafe.IDocument<{record.Identity.FullName}>";
        writer.Block($"partial {(record.IsStruct ? "record struct" : "record")} {record.Name} : {document}", body =>
        {
            RecordEmitter.Fields(body, record);
            if (!record.IsPositional) RecordEmitter.KeepParameterlessConstructor(body, record);
            ReadingConstructor.FromItem(body, record);
            body.Line();
            FromJson(body, record);
            body.Line();
            Blank(body, record);
            body.Line().Line($"static {record.Identity.FullName} {document}.ReadItem(ref {Names.ItemReader} item) => new(ref item);");
            body.Line().Line($"static {record.Identity.FullName} {document}.ReadJson(ref {Names.ApiReader} json) => new(ref json);");
            body.Line().Block($"void {document}.WriteItem({Names.ItemWriter} item)", statements =>
            {
                foreach (var member in record.Members) MemberWriting.ToItem(statements, member);
            });
            body.Line().Block($"void {document}.WriteJson({Names.ApiWriter} json)", statements =>
            {
                foreach (var member in record.Members) MemberWriting.ToJson(statements, member);
            });
            body.Line().Block($"void {document}.Validate({Names.Errors} errors, string path)", statements =>
                RecordEmitter.Checks(statements, record, member => $"path + {CSharp.Literal(member.ApiName)}"));
            SensitiveEmitter.PrintMembers(body, record.Members, record.PrintingModifiers);
        });
        writer.Line();
        PatchEmitter.Type(writer, record, record.Identity.Accessibility, ApplyTo(record));
    });

    private static void FromJson(SourceWriter writer, RecordModel record) =>
        ReadingConstructor.FromJson(writer, ReadingConstructor.Head(record, $"ref {Names.ApiReader} json"), record.Unset, record.ClientMembers,
            member => member.Type.Read(Format.Api), member => member.MustBeGiven);

    /// <summary>A record to which a patch can be applied where there was none.</summary>
    private static void Blank(SourceWriter writer, RecordModel record)
    {
        writer.Summary("A record without any value, for a patch to fill.");
        writer.Block(ReadingConstructor.Head(record, $"{record.Identity.Sibling("Patch")} _"), body => ReadingConstructor.Prepare(body, record.Unset));
        writer.Line().Line($"internal static {record.Name} BlankFor({record.Identity.Sibling("Patch")} patch) => new(patch);");
    }

    private static string ApplyTo(RecordModel record)
    {
        var text = new SourceWriter();
        text.Summary("The record with this patch's members; a new one, which must then be complete, where there was none.");
        text.Line("/// <param name=\"current\">The record, or null.</param>");
        text.Line("/// <param name=\"errors\">Gets the members that a new record lacks.</param>");
        text.Line("/// <param name=\"path\">What comes before their names, such as <c>location.</c>.</param>");
        text.Block($"public {record.Identity.FullName} ApplyTo({record.Identity.FullName}? current, {Names.Errors} errors, string path)", body =>
        {
            body.Block("if (current is null)", missing =>
            {
                foreach (var member in record.ClientMembers)
                {
                    if (member is { MustBeGiven: true, IsNullable: false }) missing.Line($"if ({member.Self} is null) errors.Add(path + {CSharp.Literal(member.ApiName)}, \"is required\");");
                }

                missing.Line($"current = {record.Identity.FullName}.BlankFor(this);");
            });
            var known = record.IsStruct ? "known" : "current";
            body.Line();
            if (record.IsStruct) body.Line("var known = current.Value;");
            body.Line($"return {known} with");
            PatchEmitter.Assignments(body, record, member => member.Self, member => $"{known}.{member.Identifier}", "path");
        });
        return text.ToString().TrimEnd('\n');
    }
}
