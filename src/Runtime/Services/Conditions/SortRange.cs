namespace GeekCafe;

/// <summary>A range of a list, by the values of its sort key: made from the members of a generated class such as <c>EventSort.ByOwner</c>.</summary>
/// <typeparam name="TResource">The resource.</typeparam>
/// <typeparam name="TOrder">The list it is for; another list does not take it.</typeparam>
public class SortRange<TResource, TOrder> where TResource : class, IResource<TResource>
{
    internal SortRange(KeyRange range) => Range = range;

    /// <summary>A range of all keys that begin with a text, for generated code.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isWhole">Whether it is the whole key.</param>
    public SortRange(string text, bool isWhole) : this(isWhole ? KeyRange.Exactly(text) : KeyRange.BeginningWith(text))
    {
    }

    internal KeyRange Range { get; }

    /// <summary>Within the range, and what the filter holds of.</summary>
    public static ListCondition<TResource, TOrder> operator &(SortRange<TResource, TOrder> range, DynamoDb.Filter<TResource> filter)
    {
        ArgumentNullException.ThrowIfNull(range);
        ArgumentNullException.ThrowIfNull(filter);
        return new(range.Range, filter.Condition);
    }
}
