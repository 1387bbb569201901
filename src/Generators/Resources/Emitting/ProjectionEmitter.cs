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
            foreach (var member in projection.Record.Members) paths.Add($"[{CSharp.Literal(member.Attribute)}]");
            body.Line();
            List(body, $"{projectionOf}.Paths", paths, "global::System.Collections.Generic.IReadOnlyList<string>");
            var rule = new List<string>();
            foreach (var attribute in projection.RuleAttributes) rule.Add(CSharp.Literal(attribute));
            var ways = new List<string>();
            foreach (var owner in projection.Owners) ways.Add($"item.Text({CSharp.Literal(owner)}) == caller.UserId");
            foreach (var list in projection.Members) ways.Add($"item.Holds({CSharp.Literal(list)}, caller.UserId)");
            foreach (var role in projection.Roles) ways.Add($"caller.HasRole({CSharp.Literal(role)})");
            body.Line();
            List(body, $"{projectionOf}.RulePaths", rule);
            body.Line().Line($"static {self} {projectionOf}.ReadItem(ref {Names.ItemReader} item) => new(ref item);");
            body.Line().Line($"static bool {projectionOf}.IsReadable({Names.Caller} caller, global::GeekCafe.DynamoDb.StoredAttributes item) =>");
            body.Line($"    {(projection.IsForAnyone ? "true" : ways.Count == 0 ? "false" : string.Join(" || ", ways))};");
            if (projection.Expiry is { } expiry)
            {
                body.Line().Line($"static bool {projectionOf}.IsExpired(global::GeekCafe.DynamoDb.StoredAttributes item, {Names.Time} now) => item.Time({CSharp.Literal(expiry)}) <= now;");
            }

            if (projection.Keys is { } keys) ReadKey(body.Line(), projection.Record, keys, $"static {self}? {projectionOf}.ReadKey");
            SensitiveEmitter.PrintMembers(body, projection.Record.Members, projection.Record.PrintingModifiers);
        }));
    }

    private static void ReadKey(SourceWriter writer, RecordModel record, KeyReading keys, string head)
    {
        var (positional, others) = (new List<string>(), new List<string>());
        foreach (var member in record.Members) (member.IsPositional ? positional : others).Add($"{member.Identifier}{(member.IsPositional ? ":" : " =")} {Local(member.Name)}");
        var initializer = others.Count > 0 ? $" {{ {string.Join(", ", others)} }}" : "";
        writer.Line($"{head}(global::GeekCafe.DynamoDb.ItemKey key, string tenantId) =>");
        writer.Line($"    {keys.Class}.TryParsePartitionKey(key.Partition{Outs(keys.Partition)}) && {Local("TenantId")} == tenantId");
        writer.Line($"        && {keys.Class}.TryParseSortKey(key.Sort{Outs(keys.Sort)})");
        writer.Line($"        ? new({string.Join(", ", positional)}){initializer} : null;");
    }

    private static string Outs(EquatableArray<string> names)
    {
        var outs = "";
        foreach (var name in names) outs += name.Length > 0 ? $", out var {Local(name)}" : ", out _";
        return outs;
    }

    private static string Local(string member) => "key" + member;

    private static void List(SourceWriter writer, string name, List<string> texts, string element = "string") =>
        writer.Line($"static global::System.Collections.Generic.IReadOnlyList<{element}> {name} {{ get; }} = [{string.Join(", ", texts)}];");
}
