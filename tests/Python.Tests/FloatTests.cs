using System.Globalization;
using GeekCafe.DynamoDb;
using GeekCafe.Keys;

namespace GeekCafe.Python.Tests;

public class FloatTests
{
    /// <summary>The right column is what Python 3.11 prints for <c>str(float)</c>.</summary>
    [Theory]
    [InlineData(0.0, "0.0")]
    [InlineData(1.0, "1.0")]
    [InlineData(1730000000.0, "1730000000.0")]
    [InlineData(1730000000.123, "1730000000.123")]
    [InlineData(1730000000.123456, "1730000000.123456")]
    [InlineData(1730000000.1234567, "1730000000.1234567")]
    [InlineData(1767225600.0, "1767225600.0")]
    [InlineData(253402300799.0, "253402300799.0")]
    [InlineData(-1.5, "-1.5")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00001, "1e-05")]
    [InlineData(123456789012345.0, "123456789012345.0")]
    [InlineData(1000000000000000.0, "1000000000000000.0")]
    [InlineData(1234567890123456.0, "1234567890123456.0")]
    [InlineData(9999999999999998.0, "9999999999999998.0")]
    [InlineData(1e16, "1e+16")]
    [InlineData(1.5e300, "1.5e+300")]
    [InlineData(5e-324, "5e-324")]
    [InlineData(0.1, "0.1")]
    [InlineData(100.25, "100.25")]
    public void Numbers_in_keys_are_what_python_writes(double value, string python) => Assert.Equal(python, PythonKey.Create($"{value}"));

    [Theory]
    [InlineData("2024-10-27T03:33:20Z", "1730000000.0")]
    [InlineData("2024-10-27T03:33:20.1230000Z", "1730000000.123")]
    [InlineData("2024-10-27T03:33:20.1234560Z", "1730000000.123456")]
    [InlineData("2024-10-27T12:33:20+09:00", "1730000000.0")]
    [InlineData("1970-01-01T00:00:00.00001Z", "1e-05")]
    [InlineData("1969-12-31T23:59:58.5Z", "-1.5")]
    public void Times_in_keys_are_epoch_seconds(string time, string python) =>
        Assert.Equal("ts#" + python, PythonKey.Create($"ts#{DateTimeOffset.Parse(time, CultureInfo.InvariantCulture)}"));

    [Fact]
    public void Values_are_in_lower_case_and_not_escaped() => Assert.Equal("user#a#b%#flag#true#n#-7", PythonKey.Create($"user#{"A#b%"}#flag#{true}#n#{-7}"));

    [Theory]
    [InlineData(Items.Id, true)]
    [InlineData("1730000000:123456:6ba7b810-9dad-11d1-80b4-00c04fd430c8", true)]
    [InlineData("a#b", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Ids_of_every_version_are_ids(string? id, bool isId) => Assert.Equal(isId, PythonKey.IsId(id));

    /// <summary>What Python's clock gives, microseconds, comes back as it was; so do the milliseconds of ours.</summary>
    [Fact]
    public void Times_of_both_sides_read_back()
    {
        var random = new Random(1);
        for (var i = 0; i < 100_000; i++)
        {
            var time = DateTimeOffset.UnixEpoch.AddTicks(random.NextInt64(0, 4_102_444_800_000_000) * TimeSpan.TicksPerMicrosecond);
            var text = EpochSeconds.ToText(time);
            Assert.True(EpochSeconds.TryRead(System.Text.Encoding.ASCII.GetBytes(text), out var back));
            Assert.Equal(time, back);
        }
    }

    [Fact]
    public void What_is_no_number_is_in_no_key() => Assert.Throws<ArgumentException>(static () => PythonKey.Create($"{double.NaN}"));
}
