using System.Text;
using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;

namespace GeekCafe.Generators.Application;

/// <summary>Parts of the manifest's JSON.</summary>
internal static class ManifestParts
{
    public static string Resource(ResourceModel resource, TypeNames names)
    {
        var indexes = new List<string>();
        foreach (var index in resource.Indexes)
        {
            var route = index.Route is null ? "" : $",\"route\":{Text(index.Route)}";
            indexes.Add($"{{\"name\":{Text(index.Name)},\"index\":{Text(index.Physical)},\"partitionKey\":{Text(index.Partition.Pattern)},\"sortKey\":{Text(index.Sort.Pattern)}{Shards(index.Partition)}{route}}}");
        }

        return $"{{\"name\":{Text(resource.Name)},\"type\":{Text(resource.Identity.MetadataName)},\"partitionKey\":{Text(resource.Partition.Pattern)},\"sortKey\":{Text(resource.Sort.Pattern)}{Shards(resource.Partition)}{WrittenBeside(resource)}{Hooks(resource)}{(resource.Python is null ? "" : ",\"items\":\"python\"")},\n" +
            $"\"indexes\":[{string.Join(",", indexes)}],\n{Members(resource.Record, names)}}}";
    }

    public static string Document(RecordModel document, TypeNames names) =>
        $"{{\"name\":{Text(names.Of(document.Identity.MetadataName))},\n{Members(document, names)}}}";

    /// <summary>An index of the table. What is not there is as in most: global, two texts, all attributes.</summary>
    public static string Index(PhysicalIndex index)
    {
        var isSimple = index is { Partition.Count: 1, Sort.Count: 1 };
        var keys = isSimple
            ? $"\"partitionKey\":{Text(index.Partition[0].Attribute)},\"sortKey\":{Text(index.Sort[0].Attribute)}"
            : $"\"partitionKeys\":[{Keys(index.Partition)}],\"sortKeys\":[{Keys(index.Sort)}]";
        var include = new List<string>();
        foreach (var attribute in index.Include) include.Add(Text(attribute));
        return $"{{\"name\":{Text(index.Name)},{keys}{(index.IsLocal ? ",\"local\":true" : "")}" +
            $"{(index.Projection == Projection.All ? "" : $",\"projection\":{Text(Naming.Camel(index.Projection.ToString()))}")}" +
            $"{(include.Count == 0 ? "" : $",\"include\":[{string.Join(",", include)}]")}}}";
    }

    /// <summary>What a write of the resource writes beside its item, from which follows what a function that writes it must be permitted.</summary>
    private static string WrittenBeside(ResourceModel resource)
    {
        var unique = new List<string>();
        foreach (var claim in resource.Uniques) unique.Add(Text(claim.ApiName));
        return $"{(unique.Count == 0 ? "" : $",\"unique\":[{string.Join(",", unique)}]")}{(resource.Audit is null ? "" : ",\"audited\":true")}";
    }

    /// <summary>Hooks that may read or write what nobody knows, for the same purpose.</summary>
    private static string Hooks(ResourceModel resource)
    {
        var hooks = new List<string>();
        foreach (var hook in resource.WaitingHooks) hooks.Add(Text(hook));
        return hooks.Count == 0 ? "" : $",\"hooks\":[{string.Join(",", hooks)}]";
    }

    private static string Shards(KeyModel partition) => partition.Shards == 0 ? "" : $",\"shards\":{CSharp.Literal(partition.Shards)}";

    private static string Keys(EquatableArray<StoredKey> keys)
    {
        var rows = new List<string>();
        foreach (var key in keys) rows.Add($"{{\"name\":{Text(key.Attribute)},\"type\":{Text(Naming.Camel(key.Type))}}}");
        return string.Join(",", rows);
    }

    public static string Kinds(KindsModel model, TypeNames names)
    {
        var kinds = new List<string>();
        foreach (var kind in model.Kinds)
        {
            var value = kind.Discriminator.Length == 0 ? "" : $"\"value\":{(model.IsNumbered ? kind.Discriminator : Text(kind.Discriminator))},";
            kinds.Add($"{{{value}\"ref\":{Text(names.Of(kind.Reference))}}}");
        }

        return $"{{\"name\":{Text(names.Of(model.Reference))},\"discriminator\":{Text(model.Discriminator)},\"attribute\":{Text(model.Attribute)},\n\"kinds\":[{string.Join(",", kinds)}]}}";
    }

    private static string Members(RecordModel record, TypeNames names)
    {
        var members = new List<string>();
        foreach (var member in (MemberModel[])[.. record.Members, .. record.Computed])
        {
            var rules = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var rule in member.Validation)
            {
                foreach (var part in rule.Schema) rules[part.Name] = part.Json;
            }

            var more = new StringBuilder();
            foreach (var rule in rules)
            {
                if (member.Type.Schema.IndexOf($"\"{rule.Key}\":", StringComparison.Ordinal) < 0) more.Append($",\"{rule.Key}\":{rule.Value}");
            }

            if (member.IsSensitive) more.Append(",\"sensitive\":true");
            if (member.IsWriteOnly) more.Append(",\"writeOnly\":true");
            if (member.IsCreateOnly) more.Append(",\"createOnly\":true");
            var schema = names.In(member.Type.Schema);
            var attribute = member.Access == Access.Computed ? "" : $"\"attribute\":{Text(member.Attribute)},";
            members.Add($"{{\"name\":{Text(member.ApiName)},{attribute}{schema},\"required\":{Flag(member is { MustBeGiven: true, Access: Access.Client })}," +
                $"\"nullable\":{Flag(member.IsNullable)},\"access\":\"{member.Access.ToString().ToLowerInvariant()}\"{more}}}");
        }

        return $"\"members\":[\n{string.Join(",\n", members)}]";
    }

    private static string Text(string value) => CSharp.Json(value);

    private static string Flag(bool value) => value ? "true" : "false";
}
