using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes the counters of a resource: <c>Event.Counters.g.cs</c>.</summary>
internal static class CountersEmitter
{
    public static SourceWriter? Emit(ResourceModel resource) => resource.Counters.Count == 0 ? null : resource.Identity.File(writer =>
    {
        var self = resource.Identity.FullName;
        writer.Summary($"What is counted on {RecordEmitter.Article(resource.Identity.Name)}.");
        writer.Line(Names.GeneratedCode);
        writer.Block($"{resource.Identity.Accessibility} static class {resource.Identity.Name}Counters", body =>
        {
            var isFirst = true;
            foreach (var counter in resource.Counters)
            {
                var (member, type) = (counter.Member, counter.Member.Type.Name);
                if (!isFirst) body.Line();
                isFirst = false;
                body.Summary($"<see cref=\"{resource.Record.Name}.{member.Identifier}\"/>");
                body.Line($"public static global::GeekCafe.Counter<{self}> {member.Identifier} {{ get; }} =");
                body.Line($"    new({CSharp.Literal(member.Attribute)}, {CSharp.Literal(member.ApiName)}, {type}.MinValue, {type}.MaxValue, {counter.Shards}, static resource => resource.{member.Identifier});");
            }
        });
        writer.Line().Block($"partial record {resource.Record.Name}", body =>
        {
            var kept = new List<string>();
            foreach (var counter in resource.Counters) kept.Add($"{counter.Member.Identifier} = current.{counter.Member.Identifier}");
            body.Line($"static {self} global::GeekCafe.IResource<{self}>.KeepCounters({self} next, {self} current) =>");
            body.Line($"    next with {{ {string.Join(", ", kept)} }};");
        });
    });
}
