namespace GeekCafe.DynamoDb;

/// <summary>A list, set, dictionary or bytes in filters.</summary>
/// <typeparam name="TResource">The resource.</typeparam>
/// <param name="path">Where it is stored.</param>
/// <param name="absent">What it means when nothing is stored.</param>
public class CollectionFilter<TResource>(AttributePath path, AbsentValue absent) : AttributeFilter<TResource>(path, absent)
    where TResource : class, IResource<TResource>
{
    /// <summary>How many elements it has, or bytes. Of null, nothing holds.</summary>
    public SizeFilter<TResource> Size => new(Path, Absent);
}

/// <summary>A list or set in filters whose elements can be asked for.</summary>
/// <typeparam name="TResource">The resource.</typeparam>
/// <typeparam name="T">An element.</typeparam>
/// <param name="path">Where it is stored.</param>
/// <param name="absent">What it means when nothing is stored.</param>
/// <param name="write">Writes an element as it is stored.</param>
public sealed class CollectionFilter<TResource, T>(AttributePath path, AbsentValue absent, ItemValueWriter<T> write)
    : CollectionFilter<TResource>(path, absent) where TResource : class, IResource<TResource>
{
    /// <summary>The element is one of the collection's.</summary>
    /// <exception cref="ItemFormatException">The value cannot be stored.</exception>
    public Filter<TResource> Contains(T element)
    {
        ArgumentNullException.ThrowIfNull(element);
        return new(new Condition.Function("contains", Path, Stored(write, element)));
    }
}

/// <summary>A collection's size in filters.</summary>
/// <typeparam name="TResource">The resource.</typeparam>
public sealed class SizeFilter<TResource> : AttributeFilter<TResource> where TResource : class, IResource<TResource>
{
    internal SizeFilter(AttributePath path, AbsentValue absent) : base(path, absent)
    {
    }

    /// <summary>So many.</summary>
    public Filter<TResource> Is(int count) => Compare("=", count, count == 0);

    /// <summary>So many or more.</summary>
    public Filter<TResource> AtLeast(int count) => Compare(">=", count, count <= 0);

    /// <summary>So many or fewer.</summary>
    public Filter<TResource> AtMost(int count) => Compare("<=", count, count >= 0);

    private Filter<TResource> Compare(string comparator, int count, bool ofEmpty) =>
        Holds(new Condition.Size(Path, comparator, Stored(static (item, value) => item.Value(value), count)), ofEmpty);
}
