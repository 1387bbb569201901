using GeekCafe.Community.Tests.Services;
using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Community.Tests.RoundTrips;

/// <summary>What cannot be stored as it is is refused before the wire, never changed.</summary>
public sealed class RefusalTests
{
    private static readonly Zoo Plain = Zoos.Plain;

    private static readonly Dictionary<string, Zoo> Zoo = new()
    {
        ["NaN"] = Plain with { Double = double.NaN }, ["infinity"] = Plain with { Double = double.PositiveInfinity }, ["minus infinity"] = Plain with { Float = float.NegativeInfinity },
        ["1e126"] = Plain with { Double = 1e126 }, ["1e-131"] = Plain with { DoubleOrNull = 1e-131 }, ["largest"] = Plain with { Double = double.MaxValue }, ["smallest"] = Plain with { Double = double.Epsilon },
        ["half a pair"] = Plain with { Text = "a\ud800" }, ["half a pair in a list"] = Plain with { Texts = ["\udfff"] }, ["half a pair in a set"] = Plain with { Set = ["\ud800x"] },
        ["half a pair as a name"] = Plain with { Map = new() { ["\ud800"] = 1 } }, ["empty name"] = Plain with { Map = new() { [""] = 1 } }, ["undefined enum"] = Plain with { Food = (Food)99 },
    };

    public static TheoryData<string> Unstorable => [.. Zoo.Keys];

    [Theory, MemberData(nameof(Unstorable))]
    public async Task What_cannot_be_stored_is_a_validation_error_and_nothing_is_sent(string what)
    {
        Assert.SkipWhen(Dynoxide.Missing is not null, Dynoxide.Missing ?? "");
        await using var table = await LocalTable.CreateAsync(await Dynoxide.OpenAsync(), GeekCafeCommunityTestsApplication.Table);
        var wire = new RecordingTransport(table.Transport);
        var dynamo = new DynamoTable(table.Environment(wire).Client, table.Name);

        var outcome = await dynamo.PutNewItemAsync(Zoo[what], new TableCall("t1", null, default));

        Assert.False(outcome.IsApplied);
        Assert.Equal(ErrorCode.ValidationError, outcome.Error.Code);
        Assert.Empty(wire.Requests);
    }

    [Theory]
    [InlineData("1e-30", false)]
    [InlineData("0.12345678901234567890123456789", false)]
    [InlineData("79228162514264337593543950336", false)]
    [InlineData("1e28", true)]
    [InlineData("1.10", true)]
    [InlineData("-79228162514264337593543950335", true)]
    [InlineData("0.0000000000000000000000000001", true)]
    [InlineData("1e-28", true)]
    public void A_decimal_is_taken_with_all_its_digits_or_not_at_all(string number, bool taken)
    {
        var errors = new Validation.ValidationErrors();
        Json.ApiReader.ReadBody<ZooPatch>(System.Text.Encoding.UTF8.GetBytes($$"""{"decimal":{{number}}}"""), errors);
        Assert.Equal(taken, errors.IsEmpty);
    }
}
