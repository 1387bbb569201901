using System.Globalization;
using GeekCafe.DynamoDb;
using GeekCafe.Table.Tests.Reading;

namespace GeekCafe.Table.Tests.Asks;

/// <summary>What docs/comparison.md answers and nothing else tests.</summary>
public abstract class AskTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private static readonly FairInput Input = new()
    {
        Category = "I\u0131\u00df", Price = -1234567.5m, StartsAt = new(2026, 1, 31, 9, 30, 0, TimeSpan.FromHours(-3)), Count = -7, Day = new(2026, 1, 31),
    };

    [Fact]
    public async Task The_first_call_of_a_process_is_its_only_request()
    {
        var fairs = new FairService(Environment);
        Assert.True((await fairs.CreateAsync(Ann, Input)).IsSuccess);
        Assert.Equal([DynamoOperation.PutItem], Wire.Operations);
    }

    [Fact]
    public async Task What_is_stored_is_the_same_in_every_culture()
    {
        // Made here, because programs often run without the data of cultures.
        var strange = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        strange.NumberFormat = new() { NegativeSign = "~", NumberDecimalSeparator = ",", NumberGroupSeparator = ".", PositiveSign = "plus" };
        strange.DateTimeFormat = new() { DateSeparator = "_", TimeSeparator = "h", ShortDatePattern = "d/M/yy", LongTimePattern = "H h m" };
        Assert.Equal("~1,5", (-1.5m).ToString(strange));
        Assert.Equal(await StoredAsync(CultureInfo.InvariantCulture), await StoredAsync(strange));
    }

    private async Task<IReadOnlyList<string>> StoredAsync(CultureInfo culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            var created = (await new FairService(Environment).CreateAsync(Ann, Input)).Data;
            Assert.Equal(created, (await new FairService(Environment).GetAsync(Ann, created.Id)).Data with { Tags = created.Tags, Scores = created.Scores });
            var item = Wire.Requests[^2].Body.GetProperty("Item");
            return [.. new[] { "category", "price", "starts_at", "count", "day", "gsi4_sk", "gsi5_sk" }.Select(name => item.GetProperty(name).GetRawText())];
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}

public sealed class AsksOnDynoxide : AskTests<Dynoxide>;

public sealed class AsksOnDynamoDbLocal : AskTests<Amazons>;
