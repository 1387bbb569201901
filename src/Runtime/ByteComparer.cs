using System.Collections.Immutable;

namespace GeekCafe;

/// <summary>Compares bytes by their content, for sets and dictionaries of them: without it, two arrays of the same bytes are two elements.</summary>
public sealed class ByteComparer : IEqualityComparer<byte[]>, IEqualityComparer<ReadOnlyMemory<byte>>, IEqualityComparer<Memory<byte>>
{
    private ByteComparer()
    {
    }

    /// <summary>The one there is.</summary>
    public static ByteComparer Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(byte[]? x, byte[]? y) => ReferenceEquals(x, y) || (x is not null && y is not null && x.AsSpan().SequenceEqual(y));

    /// <inheritdoc/>
    public bool Equals(ReadOnlyMemory<byte> x, ReadOnlyMemory<byte> y) => x.Span.SequenceEqual(y.Span);

    /// <inheritdoc/>
    public bool Equals(Memory<byte> x, Memory<byte> y) => x.Span.SequenceEqual(y.Span);

    /// <inheritdoc/>
    public int GetHashCode(byte[] obj) => Hash(obj);

    /// <inheritdoc/>
    public int GetHashCode(ReadOnlyMemory<byte> obj) => Hash(obj.Span);

    /// <inheritdoc/>
    public int GetHashCode(Memory<byte> obj) => Hash(obj.Span);

    /// <summary>Whether these are bytes, and some are there twice: the set they come from compares them by reference.</summary>
    internal static bool HasDuplicates<T>(IEnumerable<T> values)
    {
        if (typeof(T) == typeof(string) || values is HashSet<T> { Comparer: ByteComparer } or ImmutableHashSet<T> { KeyComparer: ByteComparer }) return false;
        if (Instance is not IEqualityComparer<T> comparer) return false;
        var seen = new HashSet<T>(comparer);
        foreach (var value in values)
        {
            if (!seen.Add(value)) return true;
        }

        return false;
    }

    private static int Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = default(HashCode);
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }
}
