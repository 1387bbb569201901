using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes how the API shows a resource and which rules it keeps: <c>Event.Json.g.cs</c>.</summary>
internal static class JsonEmitter
{
    public static SourceWriter Emit(ResourceModel resource) => resource.Identity.File(writer => writer.Block($"partial record {resource.Record.Name}", body =>
    {
        var self = resource.Identity.FullName;
        RecordEmitter.Fields(body, resource.Record);
        body.Block($"void global::GeekCafe.IResource<{self}>.WriteJson({Names.ApiWriter} json)", statements => Members(statements, resource.Record)).Line();
        body.Block($"void global::GeekCafe.IResource<{self}>.Validate({Names.Errors} errors)", statements =>
            RecordEmitter.Checks(statements, resource.Record, member => CSharp.Literal(member.ApiName)));
    }));

    internal static void Members(SourceWriter writer, RecordModel record)
    {
        writer.Line("json.StartObject();");
        foreach (var member in record.Members) MemberWriting.ToJson(writer, member);
        foreach (var member in record.Computed) MemberWriting.ToJson(writer, member);
        writer.Line("json.EndObject();");
    }
}
