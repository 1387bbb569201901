using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes an index as the runtime defines it.</summary>
internal static class IndexDefinitionEmitter
{
    public static string Text(PhysicalIndex index)
    {
        var isPlain = index is { Partition: [{ Type: "Text" }], Sort: [{ Type: "Text" }] };
        var keys = isPlain ? $"{CSharp.Literal(index.Partition[0].Attribute)}, {CSharp.Literal(index.Sort[0].Attribute)}" : $"[{Keys(index.Partition)}], [{Keys(index.Sort)}]";
        var more = new List<string>();
        if (index.IsLocal) more.Add("IsLocal = true");
        if (index.Projection != Projection.All) more.Add($"Projection = global::GeekCafe.IndexProjection.{index.Projection}");
        if (index.Include.Count > 0) more.Add($"Include = [{string.Join(", ", Literals(index.Include))}]");
        return $"new({CSharp.Literal(index.Name)}, {keys}){(more.Count > 0 ? $" {{ {string.Join(", ", more)} }}" : "")}";
    }

    private static string Keys(EquatableArray<StoredKey> keys)
    {
        var texts = new List<string>();
        foreach (var key in keys) texts.Add($"new({CSharp.Literal(key.Attribute)}{(key.Type == "Text" ? "" : $", global::GeekCafe.DynamoDb.KeyAttributeType.{key.Type}")})");
        return string.Join(", ", texts);
    }

    private static IEnumerable<string> Literals(EquatableArray<string> values)
    {
        foreach (var value in values) yield return CSharp.Literal(value);
    }
}
