using CsCheck;

namespace GeekCafe.Community.Tests.RoundTrips;

/// <summary>Values of each type, the extremes often among them.</summary>
internal static class Values
{
    /// <summary>One of the awkward characters, or any well-formed one.</summary>
    private static readonly Gen<string> Rune = Gen.Frequency(
        (4, Gen.Char['a', 'z'].Select(static c => c.ToString())),
        (3, Gen.OneOf("\"", "\\", "/", "\0", "\t", "\r\n", "\u0001", "\u007f", "<", "&", "'", "+", "#", "$", " ", "\u0085", "\u00ad", "\u200b", "\u2028", "\ufeff", "\ufffe", "\uffff", "e\u0301", "\u00e9", "İ", "ß")),
        (2, Gen.Int[0xa0, 0xd7ff].Select(static code => char.ConvertFromUtf32(code))),
        (1, Gen.Int[0xe000, 0x10ffff].Select(static code => char.ConvertFromUtf32(code))));

    public static readonly Gen<string> Text = Gen.Frequency(
        (1, Gen.Const("")),
        (1, Gen.OneOf("null", "true", "0", " ", "{\"S\":\"x\"}", "TENANT#t10", "NaN", new string('x', 2000), string.Concat(Enumerable.Repeat("🙂", 500)))),
        (8, Rune.Array[0, 20].Select(static runes => string.Concat(runes))));

    public static readonly Gen<string> Id = Gen.Char["ABCXYZabcxyz0189_-"].Array[1, 64].Select(static chars => new string(chars));

    /// <summary>What DynamoDB can hold and a decimal too.</summary>
    public static readonly Gen<decimal> Decimal = Gen.Frequency(
        (1, Gen.OneOf(0m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, -7.9228162514264337593543950335m, 1.10m)),
        (3, Gen.Decimal), (3, Gen.Int.Select(Gen.Int[0, 28], static (number, scale) => new decimal(Math.Abs((long)number)) / (decimal)Math.Pow(10, scale % 10))));

    /// <summary>Within DynamoDB's range; also the shortest and the longest to write.</summary>
    public static readonly Gen<double> Double = Gen.Frequency(
        (1, Gen.OneOf(0d, 1e-130, -1e-130, Math.BitDecrement(1e126), -Math.BitDecrement(1e126), double.BitIncrement(1), 0.1 + 0.2, 5e-100, 123456789012345680d, 1e16)),
        (3, Gen.Double[-1e6, 1e6]),
        (3, Gen.Double[1, 10].Select(Gen.Int[-129, 124], Gen.Bool, static (digits, exponent, negative) => digits * Math.Pow(10, exponent) * (negative ? -1 : 1))));

    public static readonly Gen<float> Float = Gen.Frequency(
        (1, Gen.OneOf(0f, float.MaxValue, float.MinValue, float.Epsilon, 16777217f, 0.1f)), (3, Gen.Float.Where(float.IsFinite)));

    /// <summary>Any moment, in any of the zones a time can have that does not leave the calendar.</summary>
    public static readonly Gen<DateTimeOffset> Time = Gen.Frequency(
        (1, Gen.OneOf(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, DateTimeOffset.UnixEpoch,
            new DateTimeOffset(1, 1, 1, 14, 0, 0, TimeSpan.FromHours(14)), new DateTimeOffset(9999, 12, 31, 9, 59, 59, TimeSpan.FromHours(-14)))),
        (4, Gen.Long[DateTime.MinValue.AddDays(1).Ticks, DateTime.MaxValue.AddDays(-1).Ticks].Select(Gen.Int[-14 * 60, 14 * 60], static (ticks, minutes) =>
            new DateTimeOffset(ticks, TimeSpan.FromMinutes(minutes)))));

    /// <summary>Kinds other than UTC are turned into it, so only UTC comes back the same.</summary>
    public static readonly Gen<DateTime> Utc = Time.Select(static time => time.UtcDateTime);

    public static readonly Gen<DateOnly> Date = Gen.OneOf(Gen.OneOf(DateOnly.MinValue, DateOnly.MaxValue), Gen.Int[0, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber));

    public static readonly Gen<TimeOnly> TimeOfDay = Gen.Frequency((1, Gen.OneOf(TimeOnly.MinValue, TimeOnly.MaxValue, new TimeOnly(9, 30))),
        (3, Gen.Long[0, TimeOnly.MaxValue.Ticks].Select(static ticks => new TimeOnly(ticks))));

    public static readonly Gen<TimeSpan> Duration = Gen.Frequency((1, Gen.OneOf(TimeSpan.Zero, TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.FromDays(1), -TimeSpan.FromTicks(1))),
        (3, Gen.Long.Select(static ticks => new TimeSpan(ticks))));

    public static readonly Gen<Guid> Guid = Gen.OneOf(Gen.Guid, Gen.OneOf(System.Guid.Empty, System.Guid.AllBitsSet));

    public static readonly Gen<byte[]> Bytes = Gen.Byte.Array[0, 60];

    public static readonly Gen<Uri> Address = Gen.OneOf(
        Gen.OneOf("https://example.com/", "relative/path?q=1#fragment", "", "mailto:a@b.c", "HTTP://Example.com:80/%7Ea", "urn:isbn:1", "/a b", "https://пример.рф/ü#x"),
        Gen.Char["abc/?=&%20"].Array[0, 20].Select(static chars => "https://example.com/" + new string(chars))).Select(static text => new Uri(text, UriKind.RelativeOrAbsolute));

    public static Gen<T?> OrNull<T>(this Gen<T> gen) where T : class => gen.Null(0.3);

    public static Gen<T?> Maybe<T>(this Gen<T> gen) where T : struct => gen.Nullable(0.3);
}
