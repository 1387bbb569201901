using System.Globalization;
using System.Numerics;
using System.Text;
using GeekCafe.DynamoDb;

namespace GeekCafe.Table.Tests.Limits;

/// <summary>Limits of single values: numbers, keys made of them, and names.</summary>
public abstract class ValueLimitTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private LabelService Labels => new(Environment);

    [Fact]
    public async Task A_number_has_38_digits_and_one_more_is_never_sent()
    {
        var most = BigInteger.Parse(new string('9', 38), CultureInfo.InvariantCulture);
        foreach (var number in new[] { most, -most, most * BigInteger.Pow(10, 87) })
        {
            var label = (await Labels.CreateAsync(Ann, new() { Whole = number })).Data;
            Assert.Equal(number, (await Labels.GetAsync(Ann, label.Id)).Data.Whole);
        }

        Wire.Clear();
        foreach (var number in new[] { (most * 10) + 9, (most + 1) * 10 + 1, most * BigInteger.Pow(10, 88), BigInteger.Pow(10, 126) })
        {
            await FailsAsync(ErrorCode.ValidationError, Labels.CreateAsync(Ann, new() { Whole = number }));
        }

        Assert.Empty(Wire.Requests);
    }

    [Theory]
    [InlineData(1e-130, true)]
    [InlineData(-1e-130, true)]
    [InlineData(9.9e-131, false)]
    [InlineData(9.99999999999999e125, true)]
    [InlineData(-1e126, false)]
    public async Task A_number_is_within_the_range_of_exponents(double number, bool taken)
    {
        var created = await Labels.CreateAsync(Ann, new() { Fraction = number });
        Assert.Equal(taken ? null : ErrorCode.ValidationError, created.Error?.Code);
        Assert.Equal(taken ? 1 : 0, Wire.Requests.Count);
        if (taken) Assert.Equal(number, (await Labels.GetAsync(Ann, created.Data.Id)).Data.Fraction);
    }

    [Theory]
    [InlineData("99999999999999999999999999999999999999", true)]
    [InlineData("999999999999999999999999999999999999999", false)]
    [InlineData("1E-130", true)]
    [InlineData("1E-131", false)]
    [InlineData("9.9999999999999999999999999999999999999E+125", true)]
    [InlineData("1E+126", false)]
    public async Task The_database_has_the_same_limits_of_numbers(string number, bool taken) =>
        await TakesAsync(taken, $$$"""{"N":"{{{number}}}"}""");

    [Theory]
    [InlineData(31, true)]
    [InlineData(32, false)]
    public async Task The_database_has_the_same_limit_of_levels(int lists, bool taken) =>
        await TakesAsync(taken, string.Concat(Enumerable.Repeat("{\"L\":[", lists)) + "{\"BOOL\":true}" + string.Concat(Enumerable.Repeat("]}", lists)));

    [Fact]
    public async Task A_unique_value_fits_into_the_key_of_its_marker()
    {
        // The marker's key is the value's alone, so its length is that of a short value's and what the value has more.
        await Labels.CreateAsync(Ann, new() { Name = "x" });
        var short1 = Wire.Requests[^1].Body.GetProperty("TransactItems").EnumerateArray().Select(static each => each.GetProperty("Put").GetProperty("Item").GetProperty("pk").GetProperty("S").GetString()!)
            .Single(static key => key.Contains("#UNIQUE#", StringComparison.Ordinal));
        var longest = new string('x', ItemKey.MaxPartitionBytes - Encoding.UTF8.GetByteCount(short1) + 1);
        var stored = await Labels.CreateAsync(Ann, new() { Name = longest });
        Assert.True(stored.IsSuccess, $"{stored.Error}");
        Wire.Clear();
        await FailsAsync(ErrorCode.ValidationError, Labels.CreateAsync(Ann, new() { Name = longest + "x" }));
        Assert.Empty(Wire.Requests);
    }

    [Fact]
    public async Task The_attributes_of_a_composite_sort_key_count_together()
    {
        var text = new string('x', 1000);
        Assert.True((await Labels.CreateAsync(Ann, new() { LabelText = text, LabelNote = new string('y', 24) })).IsSuccess);
        Wire.Clear();
        await FailsAsync(ErrorCode.ValidationError, Labels.CreateAsync(Ann, new() { LabelText = text, LabelNote = new string('y', 25) }));
        Assert.Empty(Wire.Requests);
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void An_id_has_64_characters(int length, bool valid) => Assert.Equal(valid, Identifier.IsValid(new string('x', length)));

    [Theory]
    [InlineData(65_535, true)]
    [InlineData(65_536, false)]
    public async Task A_name_of_an_entry_is_measured_by_the_database(int bytes, bool taken) =>
        await TakesAsync(taken, $$$$"""{"M":{"{{{{new string('n', bytes)}}}}":{"BOOL":true}}}""");

    private async Task TakesAsync(bool taken, string value)
    {
        using var reply = await Table.Transport.SendAsync(DynamoOperation.PutItem, Encoding.UTF8.GetBytes(
            $$$"""{"TableName":"{{{Table.Name}}}","Item":{"pk":{"S":"TENANT#t1"},"sk":{"S":"LIMITS-RAW"},"value":{{{value}}}}}"""), default);
        if (!taken && reply.Error is null) Assert.Skip("This database does not enforce it.");
        Assert.Equal(taken ? null : DynamoErrorKind.Validation, reply.Error?.Kind);
    }
}

public sealed class ValueLimitsOnDynoxide : ValueLimitTests<Dynoxide>;

public sealed class ValueLimitsOnDynamoDbLocal : ValueLimitTests<Amazons>;
