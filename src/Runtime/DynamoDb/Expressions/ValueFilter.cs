namespace GeekCafe.DynamoDb;

/// <summary>A member in filters whose values are equal exactly when their stored forms are.</summary>
/// <typeparam name="TResource">The resource.</typeparam>
/// <typeparam name="T">The member's type, without a question mark.</typeparam>
/// <param name="path">Where it is stored.</param>
/// <param name="absent">What it means when nothing is stored.</param>
/// <param name="write">Writes a value as it is stored.</param>
public class ValueFilter<TResource, T>(AttributePath path, AbsentValue absent, ItemValueWriter<T> write) : AttributeFilter<TResource>(path, absent)
    where TResource : class, IResource<TResource>
{
    /// <summary>The member has this value. Null: as <see cref="AttributeFilter{TResource}.IsNull"/>.</summary>
    /// <exception cref="ItemFormatException">The value cannot be stored.</exception>
    public Filter<TResource> Is(T? value) => value is null ? IsNull() : Compare("=", value, EqualityComparer<T>.Default.Equals(default, value));

    /// <summary>The member does not have this value; null differs from every value, as in C#.</summary>
    /// <exception cref="ItemFormatException">The value cannot be stored.</exception>
    public Filter<TResource> IsNot(T? value) => !Is(value);

    /// <summary>The member has one of these values; at most 100 of them (developer guide, Quotas). None: holds never.</summary>
    /// <exception cref="ItemFormatException">A value cannot be stored.</exception>
    public Filter<TResource> In(params ReadOnlySpan<T> values)
    {
        if (values.IsEmpty) return new(Condition.Never);
        var stored = new byte[values.Length][];
        var ofDefault = false;
        for (var i = 0; i < stored.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(values[i], nameof(values));
            stored[i] = Stored(values[i]);
            ofDefault |= EqualityComparer<T>.Default.Equals(default, values[i]);
        }

        return Holds(new Condition.In(Path, stored), ofDefault);
    }

    private protected byte[] Stored(T value) => Stored(write, value);

    private protected Filter<TResource> Compare(string comparator, T value, bool ofDefault) =>
        Holds(new Condition.Comparison(Path, comparator, Stored(value)), ofDefault);
}

/// <summary>A member in filters whose values sort as their stored forms do.</summary>
/// <typeparam name="TResource">The resource.</typeparam>
/// <typeparam name="T">The member's type, without a question mark.</typeparam>
/// <param name="path">Where it is stored.</param>
/// <param name="absent">What it means when nothing is stored.</param>
/// <param name="write">Writes a value as it is stored.</param>
public class OrderedFilter<TResource, T>(AttributePath path, AbsentValue absent, ItemValueWriter<T> write) : ValueFilter<TResource, T>(path, absent, write)
    where TResource : class, IResource<TResource>
{
    /// <summary>The member is the value or comes after it.</summary>
    public Filter<TResource> AtLeast(T value) => Compare(">=", value, Default(value) >= 0);

    /// <summary>The member comes after the value.</summary>
    public Filter<TResource> After(T value) => Compare(">", value, Default(value) > 0);

    /// <summary>The member is the value or comes before it.</summary>
    public Filter<TResource> AtMost(T value) => Compare("<=", value, Default(value) <= 0);

    /// <summary>The member comes before the value.</summary>
    public Filter<TResource> Before(T value) => Compare("<", value, Default(value) < 0);

    /// <summary>The member is one of the values or between them. Holds never if the first comes after the last.</summary>
    public Filter<TResource> Between(T first, T last)
    {
        // DynamoDB refuses BETWEEN with its bounds the wrong way round.
        if (Order(first, last) > 0) return new(Condition.Never);
        return Holds(new Condition.Between(Path, Stored(first), Stored(last)), Default(first) >= 0 && Default(last) <= 0);
    }

    private protected virtual int Order(T left, T right) => Comparer<T>.Default.Compare(left, right);

    /// <summary>How the type's default compares with a value.</summary>
    private int Default(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Absent == AbsentValue.Default ? Order(default!, value) : 0;
    }
}

/// <summary>A text in filters. Texts sort by their bytes in UTF-8: capitals before small letters, both before accented ones.</summary>
/// <typeparam name="TResource">The resource.</typeparam>
/// <param name="path">Where it is stored.</param>
/// <param name="absent">What it means when nothing is stored.</param>
public sealed class TextFilter<TResource>(AttributePath path, AbsentValue absent)
    : OrderedFilter<TResource, string>(path, absent, static (item, value) => item.Value(value)) where TResource : class, IResource<TResource>
{
    /// <summary>The text begins with this one; case counts.</summary>
    public Filter<TResource> BeginsWith(string value) => Ask("begins_with", value);

    /// <summary>The text holds this one somewhere; case counts.</summary>
    public Filter<TResource> Contains(string value) => Ask("contains", value);

    private protected override int Order(string left, string right) => Utf8Order.Compare(left, right);

    private Filter<TResource> Ask(string function, string value)
    {
        ArgumentNullException.ThrowIfNull(value);

        // Every text begins with and holds the empty one, which DynamoDB does not look for.
        return value.Length == 0 ? Exists() & IsNotNull() : new(new Condition.Function(function, Path, Stored(value)));
    }
}
