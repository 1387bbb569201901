using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes how the keys of an index of several key attributes are put together.</summary>
internal static class CompositeKeyEmitter
{
    /// <summary>The method that makes a partition key, and the names of the sort key, for the class of keys.</summary>
    public static void Emit(SourceWriter writer, IndexModel index)
    {
        writer.Summary($"The attributes by which {index.Name} sorts, in order.");
        writer.Line($"public static global::System.Collections.Generic.IReadOnlyList<string> {index.Name}SortAttributes {{ get; }} = [{Attributes(index.Sort)}];").Line();
        writer.Summary($"The partition of {index.Name}: <c>{CSharp.Xml(index.Partition.Pattern)}</c> as they are stored.");
        writer.Line($"public static string {index.Name}PartitionKey({KeysEmitter.Parameters(index.Partition.Members)}) => global::GeekCafe.Keys.CompositeKey.Create(item =>");
        writer.Line("{").Indented(body =>
        {
            foreach (var member in index.Partition.Members) body.Line(member.Write);
        }).Line("});");
    }

    /// <summary>The query of a list by the index.</summary>
    public static string Query(ResourceModel resource, IndexModel index, string operation, string arguments) =>
        $"new({CSharp.Literal(operation)}, {CSharp.Literal(index.Physical)}, \"\", \"\", {resource.Keys}.{index.Name}PartitionKey({arguments}), \"\") {{ CompositeSort = {resource.Keys}.{index.Name}SortAttributes }}";

    private static string Attributes(KeyModel key)
    {
        var names = new List<string>();
        foreach (var member in key.Members) names.Add(CSharp.Literal(member.Stored!.Attribute));
        return string.Join(", ", names);
    }
}
