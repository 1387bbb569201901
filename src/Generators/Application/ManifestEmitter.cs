using System.Collections.Immutable;
using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Emitting;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;

namespace GeekCafe.Generators.Application;

/// <summary>Writes the manifest: everything tools want to know, as JSON in an assembly attribute.</summary>
internal static class ManifestEmitter
{
    public static SourceWriter Emit(ImmutableArray<ResourceModel> all, AssemblyFacts facts)
    {
        var resources = new List<ResourceModel>(all);
        resources.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        var writer = SourceWriter.File("", []);
        writer.Line($"[assembly: global::GeekCafe.Manifest(global::{facts.RootNamespace}.{facts.Name}Manifest.Json)]").Line();
        writer.Line($"namespace {facts.RootNamespace};").Line();
        writer.Summary($"Describes {facts.AssemblyName} to tools.").Line(Names.GeneratedCode);
        return writer.Block($"internal static class {facts.Name}Manifest", body =>
        {
            body.Summary("Resources, members, keys and routes.").Line("public const string Json = \"\"\"\"");
            body.Indented(json => Json(json, resources, facts).Line("\"\"\"\";"));
        });
    }

    private static SourceWriter Json(SourceWriter writer, List<ResourceModel> resources, AssemblyFacts facts)
    {
        var indexes = new List<PhysicalIndex>();
        var documents = new SortedDictionary<string, RecordModel>(StringComparer.Ordinal);
        foreach (var resource in resources)
        {
            foreach (var index in resource.Indexes) indexes.Add(index.ToPhysical());
            foreach (var document in resource.Documents) documents[document.Identity.MetadataName] = document;
        }

        var kinds = new SortedDictionary<string, KindsModel>(StringComparer.Ordinal);
        foreach (var resource in resources)
        {
            foreach (var model in resource.Kinds) kinds[model.Reference] = model;
        }

        var names = new TypeNames(resources, [.. documents.Keys, .. kinds.Keys]);
        var types = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var document in documents) types[document.Key] = ManifestParts.Document(document.Value, names);
        foreach (var model in kinds) types[model.Key] = ManifestParts.Kinds(model.Value, names);
        writer.Line($"{{\"version\":1,\"application\":{Text(facts.AssemblyName)},");
        var timeToLive = resources.Exists(static resource => resource.Expiry.Expires) ? ",\"timeToLive\":\"ttl\"" : "";
        writer.Line($"\"table\":{{\"partitionKey\":\"pk\",\"sortKey\":\"sk\",\"indexes\":[{Join(PhysicalIndex.Merge(indexes), ManifestParts.Index)}]{timeToLive}}},");
        var listening = resources.FindAll(static resource => resource.Listens);
        if (listening.Count > 0) writer.Line($"\"streams\":[{Join(listening, static resource => Text(resource.Name))}],");
        Array(writer, "resources", resources, resource => ManifestParts.Resource(resource, names), ",");
        Array(writer, "types", types.Values, static row => row, ",");
        var jobs = Jobs(resources, names);
        Array(writer, "operations", Operations(resources, names), static row => row, jobs.Count > 0 ? "," : "}");
        if (jobs.Count > 0) Array(writer, "jobs", jobs, static row => row, "}");
        return writer;
    }

    private static List<string> Operations(List<ResourceModel> resources, TypeNames names)
    {
        var rows = new List<string>();
        foreach (var resource in resources)
        {
            foreach (var operation in OperationModel.Of(resource))
            {
                rows.Add(ManifestOperations.Row(resource, operation, names));
            }
        }

        return rows;
    }

    private static List<string> Jobs(List<ResourceModel> resources, TypeNames names)
    {
        var rows = new List<string>();
        foreach (var resource in resources)
        {
            foreach (var job in resource.Jobs) rows.Add(ManifestOperations.Row(resource, job, names));
        }

        return rows;
    }

    private static void Array<T>(SourceWriter writer, string name, IEnumerable<T> values, Func<T, string> text, string end)
    {
        writer.Line($"\"{name}\":[");
        var rows = new List<string>();
        foreach (var value in values) rows.Add(text(value));
        for (var i = 0; i < rows.Count; i++) writer.Lines(rows[i] + (i + 1 < rows.Count ? "," : ""));
        writer.Line("]" + end);
    }

    private static string Join<T>(IEnumerable<T> values, Func<T, string> text)
    {
        var parts = new List<string>();
        foreach (var value in values) parts.Add(text(value));
        return string.Join(",", parts);
    }

    private static string Text(string value) => CSharp.Json(value);
}
