namespace GeekCafe;

/// <summary>
/// Stores a <see cref="DateTimeOffset"/> as a number: seconds since 1970, with a fraction, as a Python float holds them (today to a quarter of a
/// microsecond; the offset is not kept). The API shows a time all the same.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter, Inherited = false)]
public sealed class EpochSecondsAttribute : Attribute;
