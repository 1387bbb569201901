using GeekCafe.DynamoDb;
using GeekCafe.Keys;

namespace GeekCafe;

/// <summary>A member marked <see cref="CounterAttribute"/>; generated, such as <c>EventCounters.Views</c>.</summary>
/// <typeparam name="TResource">The resource.</typeparam>
/// <param name="Attribute">The member's attribute.</param>
/// <param name="Member">The member as the API names it.</param>
/// <param name="Min">The least it can hold.</param>
/// <param name="Max">The most it can hold.</param>
/// <param name="Shards">Over how many items it is spread; 0: it is in the resource's own.</param>
/// <param name="Value">The member's value.</param>
public sealed record Counter<TResource>(string Attribute, string Member, long Min, long Max, int Shards, Func<TResource, long> Value)
    where TResource : class, IResource<TResource>
{
    /// <summary>The key of a shard. Its partition is its own, for spreading writes within one partition would gain little.</summary>
    internal ItemKey ShardKey(string tenantId, ItemKey owner, int shard) =>
        new(KeyText.Create($"TENANT#{tenantId}#COUNTER#{owner.Partition}#{owner.Sort}#{Attribute}#{shard}"), "COUNTER");
}
