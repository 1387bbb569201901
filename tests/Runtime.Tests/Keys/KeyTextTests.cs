using System.Text;
using CsCheck;
using GeekCafe.Keys;

namespace GeekCafe.Runtime.Tests.Keys;

/// <summary>The laws of keys: injective, order-preserving, reversible.</summary>
public class KeyTextTests
{
    private const string Alphabet = "ab09#$%!\" ~\0é\uffee\U0001F600-:\\";

    private static readonly Gen<string> Part =
        Gen.Int[0, Alphabet.EnumerateRunes().Count() - 1].Array[1, 6]
            .Select(picks => string.Concat(picks.Select(pick => Alphabet.EnumerateRunes().ElementAt(pick).ToString())));

    private static int CompareUtf8(string left, string right) =>
        Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));

    [Fact]
    public void Tuples_of_texts_keep_their_order_and_never_collide() =>
        Gen.Select(Part, Part, Part, Part).Sample((a, b, c, d) =>
        {
            var first = CompareUtf8(a, c);
            var expected = Math.Sign(first != 0 ? first : CompareUtf8(b, d));
            Assert.Equal(expected, Math.Sign(CompareUtf8(KeyText.Create($"A#{a}#B#{b}"), KeyText.Create($"A#{c}#B#{d}"))));
        }, iter: 100_000);

    [Fact]
    public void Every_tuple_of_texts_reads_back() =>
        Gen.Select(Part, Part).Sample((a, b) =>
        {
            var key = new KeyParser(KeyText.Create($"TENANT#{a}#USER#{b}"));
            Assert.True(key.Literal("TENANT#") && key.Value(out string one) && one == a && key.Literal("#USER#") && key.Value(out string two)
                && two == b && key.End);
        }, iter: 20_000);

    [Fact]
    public void Whole_numbers_sort_and_read_back() => SortsAndReadsBack(Gen.Long, v => KeyText.Create($"{v}"), (string t, out long v) => new KeyParser(t).Value(out v));

    [Fact]
    public void Small_whole_numbers_sort_and_read_back() => SortsAndReadsBack(Gen.SByte, v => KeyText.Create($"{v}"), (string t, out sbyte v) => new KeyParser(t).Value(out v));

    [Fact]
    public void Ints_sort_and_read_back() => SortsAndReadsBack(Gen.Int, v => KeyText.Create($"{v}"), (string t, out int v) => new KeyParser(t).Value(out v));

    [Fact]
    public void Unsigned_numbers_sort_and_read_back() => SortsAndReadsBack(Gen.ULong, v => KeyText.Create($"{v}"), (string t, out ulong v) => new KeyParser(t).Value(out v));

    [Fact]
    public void Wide_numbers_sort_and_read_back() => SortsAndReadsBack(Wide, v => KeyText.Create($"{v}"), (string t, out Int128 v) => new KeyParser(t).Value(out v));

    [Fact]
    public void Wide_unsigned_numbers_sort_and_read_back() =>
        SortsAndReadsBack(Wide.Select(static v => (UInt128)v), v => KeyText.Create($"{v}"), (string t, out UInt128 v) => new KeyParser(t).Value(out v));

    [Fact]
    public void Characters_sort_and_read_back() =>
        SortsAndReadsBack(Gen.Char.Where(static v => !char.IsSurrogate(v)), v => KeyText.Create($"{v}"), (string t, out char v) => new KeyParser(t).Value(out v));

    /// <summary>Small and large ones, and those at the ends.</summary>
    private static readonly Gen<Int128> Wide = Gen.Select(Gen.ULong, Gen.ULong, Gen.Int[0, 127], static (high, low, shift) => (Int128)new UInt128(high, low) >> shift);

    [Theory]
    [InlineData("-170141183460469231731687303715884105728")]
    [InlineData("170141183460469231731687303715884105727")]
    [InlineData("-1")]
    public void Wide_numbers_at_the_ends_read_back(string number)
    {
        var value = Int128.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(new KeyParser(KeyText.Create($"{value}")).Value(out Int128 back));
        Assert.Equal(value, back);
        Assert.False(new KeyParser("-" + new string('9', 39)).Value(out Int128 _));
        Assert.False(new KeyParser(new string('9', 39)).Value(out Int128 _));
    }

    [Fact]
    public void Decimals_sort_and_read_back() => SortsAndReadsBack(Gen.Decimal, v => KeyText.Create($"{v}"), (string t, out decimal v) => new KeyParser(t).Value(out v));

    [Fact]
    public void Doubles_sort_and_read_back() => SortsAndReadsBack(Gen.Double.Where(d => !double.IsNaN(d)), v => KeyText.Create($"{v}"), (string t, out double v) => new KeyParser(t).Value(out v));

    [Fact]
    public void Floats_sort_and_read_back() => SortsAndReadsBack(Gen.Single.Where(d => !float.IsNaN(d)), v => KeyText.Create($"{v}"), (string t, out float v) => new KeyParser(t).Value(out v));

    [Fact]
    public void Times_sort_as_moments_and_read_back() => SortsAndReadsBack(Gen.DateTimeOffset, v => KeyText.Create($"{v}"), (string t, out DateTimeOffset v) => new KeyParser(t).Value(out v));

    [Fact]
    public void Dates_sort_and_read_back() => SortsAndReadsBack(Gen.DateOnly, v => KeyText.Create($"{v}"), (string t, out DateOnly v) => new KeyParser(t).Value(out v));

    [Fact]
    public void Durations_sort_and_read_back() => SortsAndReadsBack(Gen.TimeSpan, v => KeyText.Create($"{v}"), (string t, out TimeSpan v) => new KeyParser(t).Value(out v));

    [Fact]
    public void Guids_sort_and_read_back() => SortsAndReadsBack(Gen.Guid, v => KeyText.Create($"{v}"), (string t, out Guid v) => new KeyParser(t).Value(out v));

    [Theory]
    [InlineData(-10, -2, -1, 0, 2, 9, 10, 100)]
    [InlineData(int.MinValue, -1, 0, int.MaxValue)]
    public void Small_lists_of_numbers_sort_as_numbers(params int[] values) =>
        Assert.Equal(values, values.OrderBy(value => KeyText.Create($"{value}"), StringComparer.Ordinal));

    [Theory]
    [InlineData("-5.31", "-5.3", "-5", "-0.1", "0", "0.1", "5", "5.3", "5.31", "50")]
    public void Fractions_sort_on_both_sides_of_zero(params string[] values) =>
        Assert.Equal(values, values.OrderBy(v => KeyText.Create($"{decimal.Parse(v, System.Globalization.CultureInfo.InvariantCulture)}"), StringComparer.Ordinal));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_value_is_refused(string? value) => Assert.Throws<ArgumentException>(() => KeyText.Create($"A#{value}"));

    [Fact]
    public void Half_of_a_surrogate_pair_is_refused()
    {
        Assert.Throws<ArgumentException>(() => KeyText.Create($"A#{"k\ud800"}"));
        Assert.Throws<ArgumentException>(() => KeyText.Create($"A#{"\udbffk"}"));
    }

    [Fact]
    public void Not_a_number_is_refused() => Assert.Throws<ArgumentException>(() => KeyText.Create($"{double.NaN}"));

    [Theory]
    [InlineData("$")]
    [InlineData("$2")]
    [InlineData("$25")]
    [InlineData("$2g")]
    [InlineData("$0a")]
    [InlineData("a b")]
    [InlineData("")]
    public void Text_that_is_never_written_is_not_read(string text) => Assert.False(new KeyParser(text).Value(out string _));

    [Fact]
    public void Formats_shape_a_part() =>
        Assert.Equal("2026-11#0007", KeyText.Create($"{new DateTimeOffset(2026, 11, 30, 23, 0, 0, TimeSpan.FromHours(-3)).AddDays(-1):yyyy-MM}#{7:D4}"));

    [Fact]
    public void Keys_do_not_depend_on_the_culture()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        var hostile = (System.Globalization.CultureInfo)System.Globalization.CultureInfo.InvariantCulture.Clone();
        hostile.NumberFormat.NegativeSign = "\u2212";
        hostile.NumberFormat.NumberDecimalSeparator = ",";
        hostile.DateTimeFormat.TimeSeparator = ".";
        hostile.DateTimeFormat.DateSeparator = "_";
        try
        {
            Thread.CurrentThread.CurrentCulture = hostile;
            Assert.Equal("-9999999998#2026-01-02T03:04:05.0000000Z#00000000000000000000000000001.5#2026/01",
                KeyText.Create($"{-1}#{new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc)}#{1.5m}#{new DateOnly(2026, 1, 2):yyyy/MM}"));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    private delegate bool Parse<T>(string text, out T value);

    private static void SortsAndReadsBack<T>(Gen<T> values, Func<T, string> format, Parse<T> parse) where T : IComparable<T> =>
        Gen.Select(values, values).Sample((a, b) =>
        {
            var (left, right) = (format(a), format(b));
            Assert.Equal(Math.Sign(a.CompareTo(b)), Math.Sign(string.CompareOrdinal(left, right)));
            Assert.True(parse(left, out var back));
            Assert.Equal(0, a.CompareTo(back));
        }, iter: 10_000);
}
