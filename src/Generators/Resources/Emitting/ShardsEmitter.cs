using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes what concerns the shards of a partition.</summary>
internal static class ShardsEmitter
{
    private const string ShardOf = "global::GeekCafe.Keys.Shard.Of";

    /// <summary>The table's shards, for the class of keys.</summary>
    public static void Emit(SourceWriter writer, ResourceModel resource)
    {
        Count(writer, "", resource.Partition);
        writer.Summary($"The shard, from 0, that holds the sort key <c>{CSharp.Xml(resource.Sort.Pattern)}</c>.");
        var sort = resource.Sort.Members;
        writer.Line($"public static int ShardOf({KeysEmitter.Parameters(sort)}) => {ShardOf}(SortKey({Locals(sort)}), Shards);").Line();
    }

    /// <summary>An index's shards, for the class of keys. The key of the table chooses, for the index's own key can change and be shared.</summary>
    public static void Emit(SourceWriter writer, ResourceModel resource, IndexModel index)
    {
        Count(writer, index.Name, index.Partition);
        var identification = resource.Identification;
        writer.Summary($"The shard of {index.Name}, from 0, that holds <c>{CSharp.Xml(identification.Pattern)}</c>.");
        writer.Line($"public static int {index.Name}ShardOf({KeysEmitter.Parameters(identification.Members)}) => {ShardOf}({Names.KeyText}.Create($\"{KeysEmitter.Holes(identification)}\"), {index.Name}Shards);").Line();
    }

    /// <summary>The arguments of <c>PartitionKey</c>: its members and, where there are shards, the shard.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="members">The arguments without the shard.</param>
    /// <param name="sort">The arguments of its sort key.</param>
    public static string Arguments(ResourceModel resource, string members, string sort) =>
        With(resource.Partition, members, $"{resource.Keys}.ShardOf({sort})");

    /// <summary>The same for an index.</summary>
    public static string Arguments(ResourceModel resource, IndexModel index, string members, string identification) =>
        With(index.Partition, members, $"{resource.Keys}.{index.Name}ShardOf({identification})");

    /// <summary>What concerns a partition's members, and what concerns its shard where it has shards.</summary>
    public static string With(KeyModel partition, string members, string shard) =>
        partition.Shards == 0 ? members : members.Length == 0 ? shard : $"{members}, {shard}";

    /// <summary>What a query of all shards calls for its partition, and what it says of them.</summary>
    public static (string Partition, string Shards) Query(ResourceModel resource, IndexModel index)
    {
        var keys = $"{resource.Keys}.{(index.Kind == IndexKind.Local ? "" : index.Name)}";
        return ($"{keys}LogicalPartition", $"Shards = {keys}Shards");
    }

    private static void Count(SourceWriter writer, string index, KeyModel partition)
    {
        writer.Summary("How many shards a partition has.");
        writer.Line($"public const int {index}Shards = {CSharp.Literal(partition.Shards)};").Line();
        writer.Summary($"<c>{CSharp.Xml(partition.Pattern)}</c>: what the partition keys of all shards begin with.");
        writer.Line($"public static string {index}LogicalPartition({KeysEmitter.Parameters(partition.Members)}) => {Names.KeyText}.Create($\"{KeysEmitter.Holes(partition)}\");").Line();
    }

    private static string Locals(IReadOnlyList<KeyPart> members)
    {
        var locals = new List<string>();
        foreach (var member in members) locals.Add(member.Local);
        return string.Join(", ", locals);
    }
}
