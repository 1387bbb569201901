using System.Diagnostics.CodeAnalysis;
using GeekCafe.DynamoDb;

namespace GeekCafe;

/// <summary>What of a list is wanted: a range of its sort keys, a filter, or both. Part of what a cursor belongs to.</summary>
public abstract class ListCondition
{
    private protected ListCondition(KeyRange? range, Condition? filter) => (Range, Filter) = (range, filter);

    /// <summary>The sort keys wanted. Null: all of the list.</summary>
    internal KeyRange? Range { get; }

    /// <summary>The filter. Null: none.</summary>
    internal Condition? Filter { get; }

    /// <summary>Writes what distinguishes it from all others.</summary>
    internal void WriteIdentity(PooledBuffer identity)
    {
        using (var json = new System.Text.Json.Utf8JsonWriter(identity))
        {
            json.WriteStartArray();
            json.WriteStringValue(Range?.Prefix);
            json.WriteStringValue(Range?.Low);
            json.WriteStringValue(Range?.High);
            json.WriteBooleanValue(Range?.ExcludesHigh is true);
            json.WriteEndArray();
        }

        if (Filter is null) return;
        using var expression = new ExpressionBuilder();
        expression.Add(Filter);
        expression.WriteIdentity(identity);
    }
}

/// <summary>What of one list of a resource is wanted. A range or a filter is one by itself; <c>&amp;</c> joins them.</summary>
/// <typeparam name="TResource">The resource.</typeparam>
/// <typeparam name="TOrder">The list.</typeparam>
public sealed class ListCondition<TResource, TOrder> : ListCondition where TResource : class, IResource<TResource>
{
    internal ListCondition(KeyRange? range, Condition? filter) : base(range, filter)
    {
    }

    /// <summary>Within a range; null is all.</summary>
    [return: NotNullIfNotNull(nameof(range))]
    public static implicit operator ListCondition<TResource, TOrder>?(SortRange<TResource, TOrder>? range) => range is null ? null : new(range.Range, null);

    /// <summary>What a filter holds of; null is all.</summary>
    [return: NotNullIfNotNull(nameof(filter))]
    public static implicit operator ListCondition<TResource, TOrder>?(Filter<TResource>? filter) => filter is null ? null : new(null, filter.Condition);

    /// <summary>A further filter.</summary>
    public static ListCondition<TResource, TOrder> operator &(ListCondition<TResource, TOrder> condition, Filter<TResource> filter)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(filter);
        return new(condition.Range, condition.Filter is null ? filter.Condition : Condition.All(condition.Filter, filter.Condition));
    }
}
