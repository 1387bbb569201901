using System.Collections.Frozen;
using System.Collections.Immutable;

namespace GeekCafe;

/// <summary>
/// An order to write in that is the same in every process. Immutable and frozen hash tables go through their elements by hash codes, which .NET makes
/// anew in each process for texts; an item must be written alike each time, for it is compared with what is stored, and hashed to know a repeated
/// create again. Other collections have an order of their own.
/// </summary>
internal static class StableOrder
{
    public static IEnumerable<T> Of<T>(IEnumerable<T> values) =>
        values is ImmutableHashSet<T> or FrozenSet<T> ? values.Order(Elements<T>.Comparer) : values;

    public static IEnumerable<KeyValuePair<TKey, T>> Of<TKey, T>(IEnumerable<KeyValuePair<TKey, T>> entries) where TKey : notnull =>
        entries is ImmutableDictionary<TKey, T> or FrozenDictionary<TKey, T> ? entries.OrderBy(static entry => entry.Key, Elements<TKey>.Comparer) : entries;

    private static class Elements<T>
    {
        public static readonly IComparer<T> Comparer = Make();

        private static IComparer<T> Make() => (IComparer<T>)(object)(
            typeof(T) == typeof(string) ? StringComparer.Ordinal
            : typeof(T) == typeof(byte[]) ? Comparer<byte[]>.Create(static (left, right) => left.AsSpan().SequenceCompareTo(right))
            : typeof(T) == typeof(ReadOnlyMemory<byte>) ? Comparer<ReadOnlyMemory<byte>>.Create(static (left, right) => left.Span.SequenceCompareTo(right.Span))
            : typeof(T) == typeof(Memory<byte>) ? Comparer<Memory<byte>>.Create(static (left, right) => left.Span.SequenceCompareTo(right.Span))
            : typeof(T) == typeof(Uri) ? Comparer<Uri>.Create(static (left, right) => string.CompareOrdinal(left.OriginalString, right.OriginalString))
            : Comparer<T>.Default);
    }
}
