using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes how a projection is read: <c>EventCard.Projection.g.cs</c>.</summary>
internal static class ProjectionEmitter
{
    public static SourceWriter Emit(ProjectionModel projection)
    {
        var self = projection.Identity.FullName;
        var projectionOf = $"global::GeekCafe.IProjection<{self}, {projection.Resource}>";
        return projection.Identity.File(writer => writer.Block($"partial record {projection.Record.Name} : {projectionOf}", body =>
        {
            RecordEmitter.KeepParameterlessConstructor(body, projection.Record);
            body.Summary("Reads the attributes that were asked for: those that are absent keep their initial values, others are passed over.");
            ReadingConstructor.FromItem(body, projection.Record);
            var paths = new List<string>();
            foreach (var member in projection.Record.Members) paths.Add(CSharp.Literal(member.Attribute));
            body.Line();
            List(body, $"{projectionOf}.Paths", paths);
            var rule = new List<string>();
            var ways = new List<string>();
            foreach (var owner in projection.Owners)
            {
                rule.Add(CSharp.Literal(owner));
                ways.Add($"item.Text({CSharp.Literal(owner)}) == caller.UserId");
            }

            foreach (var role in projection.Roles) ways.Add($"caller.HasRole({CSharp.Literal(role)})");
            body.Line();
            List(body, $"{projectionOf}.RulePaths", rule);
            body.Line().Line($"static {self} {projectionOf}.ReadItem(ref {Names.ItemReader} item) => new(ref item);");
            body.Line().Line($"static bool {projectionOf}.IsReadable({Names.Caller} caller, global::GeekCafe.DynamoDb.StoredAttributes item) =>");
            body.Line($"    {(projection.IsForAnyone ? "true" : ways.Count == 0 ? "false" : string.Join(" || ", ways))};");
        }));
    }

    private static void List(SourceWriter writer, string name, List<string> texts) =>
        writer.Line($"static global::System.Collections.Generic.IReadOnlyList<string> {name} {{ get; }} = [{string.Join(", ", texts)}];");
}
