namespace GeekCafe.Json;

/// <summary>Which members of an input were given: a set of the numbers 0 to 127, one for each member in declaration order.</summary>
public struct MemberSet : IEquatable<MemberSet>
{
    private ulong _low;
    private ulong _high;

    /// <summary>Whether the set is empty.</summary>
    public readonly bool IsEmpty => (_low | _high) == 0;

    /// <summary>Puts a number in; false if it was in already.</summary>
    public bool Add(int number)
    {
        ref var half = ref number < 64 ? ref _low : ref _high;
        var bit = 1UL << number;
        var isNew = (half & bit) == 0;
        half |= bit;
        return isNew;
    }

    /// <summary>Whether the number is in the set.</summary>
    public readonly bool Contains(int number) => ((number < 64 ? _low : _high) & (1UL << number)) != 0;

    /// <inheritdoc/>
    public readonly bool Equals(MemberSet other) => _low == other._low && _high == other._high;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is MemberSet other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(_low, _high);

    /// <summary>Equal content.</summary>
    public static bool operator ==(MemberSet left, MemberSet right) => left.Equals(right);

    /// <summary>Different content.</summary>
    public static bool operator !=(MemberSet left, MemberSet right) => !left.Equals(right);
}
