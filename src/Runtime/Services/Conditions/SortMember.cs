using GeekCafe.Keys;

namespace GeekCafe;

/// <summary>A member of a sort key whose values can be equal, but have no order of use: an enum, a Guid, or one in a format that does not sort.</summary>
/// <typeparam name="TResource">The resource.</typeparam>
/// <typeparam name="TOrder">The list.</typeparam>
/// <typeparam name="T">The member's type.</typeparam>
/// <typeparam name="TNext">What <see cref="Is"/> gives: a range, with the next member if there is one.</typeparam>
/// <param name="before">The key's text before the member.</param>
/// <param name="encode">The member's text in a key.</param>
/// <param name="next">Makes the range from the key's text up to the member's end.</param>
public class SortValue<TResource, TOrder, T, TNext>(string before, Func<T, string> encode, Func<string, TNext> next)
    where TResource : class, IResource<TResource> where TNext : SortRange<TResource, TOrder>
{
    /// <summary>The key's text before the member.</summary>
    private protected string Start { get; } = before;

    /// <summary>Exactly this value; of the whole key, if the member is its last, else of all keys that go on from here.</summary>
    /// <exception cref="ArgumentException">The value cannot be in a key.</exception>
    public TNext Is(T value) => next(Text(value));

    /// <summary>The key's text up to the member's end.</summary>
    private protected string Text(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Start + encode(value);
    }
}

/// <summary>A member of a sort key in whose order a list is read.</summary>
/// <typeparam name="TResource">The resource.</typeparam>
/// <typeparam name="TOrder">The list.</typeparam>
/// <typeparam name="T">The member's type.</typeparam>
/// <typeparam name="TNext">What <c>Is</c> gives.</typeparam>
/// <param name="before">The key's text before the member.</param>
/// <param name="encode">The member's text in a key.</param>
/// <param name="next">Makes the range from the key's text up to the member's end.</param>
public class SortMember<TResource, TOrder, T, TNext>(string before, Func<T, string> encode, Func<string, TNext> next)
    : SortValue<TResource, TOrder, T, TNext>(before, encode, next)
    where TResource : class, IResource<TResource> where TNext : SortRange<TResource, TOrder>
{
    // Follows the separator and comes before all that can stand in a value, so it ends what goes on from a value.
    private const string End = "$";

    /// <summary>The value, or what comes after it.</summary>
    /// <exception cref="ArgumentException">The value cannot be in a key.</exception>
    public SortRange<TResource, TOrder> AtLeast(T value) => new(KeyRange.Between(Start, Text(value), null));

    /// <summary>What comes after the value and all keys that go on from it.</summary>
    /// <exception cref="ArgumentException">The value cannot be in a key.</exception>
    public SortRange<TResource, TOrder> After(T value) => new(KeyRange.Between(Start, Text(value) + End, null));

    /// <summary>The value with all keys that go on from it, or what comes before.</summary>
    /// <exception cref="ArgumentException">The value cannot be in a key.</exception>
    public SortRange<TResource, TOrder> AtMost(T value) => new(KeyRange.Between(Start, null, Text(value) + End));

    /// <summary>What comes before the value.</summary>
    /// <exception cref="ArgumentException">The value cannot be in a key.</exception>
    public SortRange<TResource, TOrder> Before(T value) => new(KeyRange.Between(Start, null, Text(value), excludesHigh: true));

    /// <summary>From a value to another, both with all keys that go on from them. Nothing, if the first comes after the last.</summary>
    /// <exception cref="ArgumentException">A value cannot be in a key.</exception>
    public SortRange<TResource, TOrder> Between(T first, T last) => new(KeyRange.Between(Start, Text(first), Text(last) + End));
}

/// <summary>A text of a sort key. Texts sort by their bytes in UTF-8, the characters up to <c>$</c> first.</summary>
/// <typeparam name="TResource">The resource.</typeparam>
/// <typeparam name="TOrder">The list.</typeparam>
/// <typeparam name="TNext">What <c>Is</c> gives.</typeparam>
/// <param name="before">The key's text before the member.</param>
/// <param name="next">Makes the range from the key's text up to the member's end.</param>
public sealed class SortText<TResource, TOrder, TNext>(string before, Func<string, TNext> next)
    : SortMember<TResource, TOrder, string, TNext>(before, Encode, next)
    where TResource : class, IResource<TResource> where TNext : SortRange<TResource, TOrder>
{
    /// <summary>Texts that begin with this one; case counts.</summary>
    /// <exception cref="ArgumentException">The text is not well-formed UTF-16.</exception>
    public SortRange<TResource, TOrder> BeginsWith(string value) => new(KeyRange.BeginningWith(Text(value)));

    // No key holds an empty text, but as a bound it comes before all others.
    private static string Encode(string value) => value.Length == 0 ? "" : KeyText.Create($"{value}");
}
