using CsCheck;
using GeekCafe.DynamoDb;
using GeekCafe.Testing;
using GeekCafe.Tests;

namespace GeekCafe.Table.Tests.Reading;

/// <summary>
/// Each condition, asked of the database, gives what LINQ gives of the same random records. GEEKCAFE_CAMPAIGN sets how often each test is done, by
/// default once; a failure names the seed for CsCheck_Seed that repeats it.
/// </summary>
public abstract class ConditionTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private List<Fair> _all = [];
    private Caller _ann = Ann;

    private FairService Service => new(Environment);

    /// <summary>Asks random questions of random records, of which another tenant has the same.</summary>
    private Task SampleAsync<T>(Gen<T> questions, Func<T, Task> askAsync) => Gen.Select(Fairs.One.Array[80], questions).SampleAsync(async (inputs, question) =>
    {
        _ann = Callers.User(Guid.NewGuid().ToString(), "ann");
        _all = [.. (await Service.BatchCreateAsync(_ann, inputs)).Select(static result => result.Data)];
        Assert.All(await Service.BatchCreateAsync(Callers.User(_ann.TenantId + "0", "ann"), inputs), static result => Assert.True(result.IsSuccess));
        await askAsync(question);
    }, iter: Campaign.Times, threads: 1, print: static sample => $"{sample.Item1.Length} records");

    [Fact]
    public Task Ranges_of_a_text() => SampleAsync(Fairs.Text.Array[10], async values =>
    {
        foreach (var value in values.Append(""))
        {
            var category = FairSort.ByShelf.Category;
            if (value.Length > 0) await SameAsync(category.Is(value), each => each.Category == value);
            await SameAsync(category.BeginsWith(value), each => each.Category.StartsWith(value, StringComparison.Ordinal));
            await SameAsync(category.AtLeast(value), each => Order(each.Category, value) >= 0);
            await SameAsync(category.After(value), each => Order(each.Category, value) > 0);
            await SameAsync(category.AtMost(value), each => Order(each.Category, value) <= 0);
            await SameAsync(category.Before(value), each => Order(each.Category, value) < 0);
            await SameAsync(category.Between(value, "b"), each => Order(each.Category, value) >= 0 && Order(each.Category, "b") <= 0);
        }
    });

    [Fact]
    public Task Ranges_of_the_members_that_follow() => SampleAsync(Gen.Select(Fairs.Text, Fairs.Price, Fairs.Price, Gen.Int[-2, 12], Gen.Int[0, 79]).Array[15], async questions =>
    {
        foreach (var (category, low, high, count, at) in questions)
        {
            var price = FairSort.ByShelf.Category.Is(category).Price;
            await SameAsync(price.Is(low), each => each.Category == category && each.Price == low);
            await SameAsync(price.AtLeast(low), each => each.Category == category && each.Price >= low);
            await SameAsync(price.After(low), each => each.Category == category && each.Price > low);
            await SameAsync(price.AtMost(low), each => each.Category == category && each.Price <= low);
            await SameAsync(price.Before(low), each => each.Category == category && each.Price < low);
            await SameAsync(price.Between(low, high), each => each.Category == category && each.Price >= low && each.Price <= high);

            var near = _all[at];
            var last = FairSort.ByShelf.Category.Is(near.Category).Price.Is(near.Price).Count;
            await SameAsync(last.Is(near.Count), each => Same(each) && each.Count == near.Count);
            await SameAsync(last.Before(near.Count), each => Same(each) && each.Count < near.Count);
            await SameAsync(last.AtMost(count), each => Same(each) && each.Count <= count);
            await SameAsync(last.After(count), each => Same(each) && each.Count > count);

            bool Same(Fair each) => each.Category == near.Category && each.Price == near.Price;
        }
    });

    [Fact]
    public Task Ranges_of_times_and_of_formatted_days() => SampleAsync(Gen.Select(Fairs.Time, Fairs.Time).Array[15], async bounds =>
    {
        foreach (var (low, high) in bounds)
        {
            Same(await Service.ListByOwnerAsync(_ann, "ann", FairSort.ByOwner.StartsAt.Between(low, high), All), each => each.StartsAt >= low && each.StartsAt <= high);
            Same(await Service.ListByOwnerAsync(_ann, "ann", FairSort.ByOwner.StartsAt.Before(low), All), each => each.StartsAt < low);
            Same(await Service.ListByOwnerAsync(_ann, "ann", FairSort.ByOwner.StartsAt.After(low), All), each => each.StartsAt > low);
            Same(await Service.ListByDayAsync(_ann, FairSort.ByDay.StartsAt.Between(low, high), All), each => Day(each.StartsAt) >= Day(low) && Day(each.StartsAt) <= Day(high));
            Same(await Service.ListByDayAsync(_ann, FairSort.ByDay.StartsAt.Before(low), All), each => Day(each.StartsAt) < Day(low));
            Same(await Service.ListByDayAsync(_ann, FairSort.ByDay.StartsAt.Is(low), All), each => Day(each.StartsAt) == Day(low));
        }

        static DateTime Day(DateTimeOffset time) => time.UtcDateTime.Date;
    });

    [Fact]
    public Task Filters_of_every_kind() => SampleAsync(Gen.Select(One, One, One, Gen.Int[0, 3]).Array[40], async questions =>
    {
        foreach (var (filter, oracle) in Filters) await SameAsync(filter, oracle);
        foreach (var ((a, isA), (b, isB), (c, isC), shape) in questions)
        {
            await (shape switch
            {
                0 => SameAsync((a | b) & c, each => (isA(each) || isB(each)) && isC(each)),
                1 => SameAsync((a & b) | !c, each => (isA(each) && isB(each)) || !isC(each)),
                2 => SameAsync(!(a & (b | c)), each => !(isA(each) && (isB(each) || isC(each)))),
                _ => SameAsync(a & !!b & !(a | c), each => isA(each) && isB(each) && !(isA(each) || isC(each))),
            });
        }
    });

    private static readonly (Filter<Fair> Filter, Func<Fair, bool> Oracle)[] Filters =
    [
        (FairFilter.Price.AtLeast(1), static each => each.Price >= 1),
        (FairFilter.Price.Before(-0.5m), static each => each.Price < -0.5m),
        (FairFilter.Count.Between(0, 5), static each => each.Count is >= 0 and <= 5),
        (FairFilter.Count.Between(5, 0), static _ => false),
        (FairFilter.Count.In(1, 3, 7), static each => each.Count is 1 or 3 or 7),
        (FairFilter.Count.In(), static _ => false),
        (FairFilter.Seats.Is(2), static each => each.Seats == 2),
        (FairFilter.Seats.IsNot(2), static each => each.Seats != 2),
        (FairFilter.Seats.AtMost(2), static each => each.Seats <= 2),
        (!FairFilter.Seats.AtMost(2), static each => !(each.Seats <= 2)),
        (FairFilter.Seats.IsNull(), static each => each.Seats is null),
        (FairFilter.Seats.IsNotNull(), static each => each.Seats is not null),
        (FairFilter.Limit.IsNull(), static each => each.Limit is null),
        (FairFilter.Limit.IsNotNull(), static each => each.Limit is not null),
        (FairFilter.Limit.Is(10), static each => each.Limit == 10),
        (FairFilter.Note.Is(null), static each => each.Note is null),
        (FairFilter.Note.IsNot(null), static each => each.Note is not null),
        (FairFilter.Note.BeginsWith("a"), static each => each.Note?.StartsWith('a') is true),
        (FairFilter.Note.Contains("b"), static each => each.Note?.Contains('b') is true),
        (FairFilter.Note.Contains(""), static each => each.Note is not null),
        (FairFilter.Note.AtLeast("b"), static each => each.Note is not null && Order(each.Note, "b") >= 0),
        (FairFilter.Day.AtLeast(new(2026, 1, 2)), static each => each.Day >= new DateOnly(2026, 1, 2)),
        (FairFilter.IsOpen.Is(true), static each => each.IsOpen),
        (FairFilter.IsOpen.Is(false), static each => !each.IsOpen),
        (FairFilter.Kind.Is(FairKind.FleaMarket), static each => each.Kind == FairKind.FleaMarket),
        (FairFilter.Kind.In(FairKind.Book, FairKind.Toy), static each => each.Kind is FairKind.Book or FairKind.Toy),
        (FairFilter.Tags.Contains("a#"), static each => each.Tags.Contains("a#")),
        (FairFilter.Tags.Size.Is(0), static each => each.Tags.Count == 0),
        (FairFilter.Tags.Size.AtMost(2), static each => each.Tags.Count <= 2),
        (FairFilter.Tags.Size.AtLeast(3), static each => each.Tags.Count >= 3),
        (FairFilter.Scores.Contains(2), static each => each.Scores.Contains(2)),
        (FairFilter.Scores.Size.AtMost(1), static each => each.Scores.Count <= 1),
        (FairFilter.Place.IsNull(), static each => each.Place is null),
        (FairFilter.Place.City.BeginsWith("a"), static each => each.Place?.City.StartsWith('a') is true),
        (FairFilter.Place.Hall.AtMost(1), static each => each.Place?.Hall <= 1),
        (FairFilter.Place.Annex.Hall.Is(0), static each => each.Place?.Annex?.Hall == 0),
        (FairFilter.CreatedAt.AtLeast(DateTimeOffset.UtcNow.AddDays(-1).ToOffset(TimeSpan.FromHours(5))), static _ => true),
    ];

    private static Gen<(Filter<Fair> Filter, Func<Fair, bool> Oracle)> One { get; } = Gen.Int[0, Filters.Length - 1].Select(static at => Filters[at]);

    private static readonly PageRequest All = new() { Limit = 100 };

    private static int Order(string left, string right) => Fairs.Order(left, right);

    private async Task SameAsync(ListCondition<Fair, FairSort.ByShelf> where, Func<Fair, bool> oracle) =>
        Same(await Service.ListByShelfAsync(_ann, where, All), oracle);

    private Task SameAsync(SortRange<Fair, FairSort.ByShelf> where, Func<Fair, bool> oracle) => SameAsync((ListCondition<Fair, FairSort.ByShelf>)where, oracle);

    private async Task SameAsync(Filter<Fair> filter, Func<Fair, bool> oracle) => Same(await Service.ListAsync(_ann, filter, All), oracle);

    private void Same(ServiceResult<Page<Fair>> page, Func<Fair, bool> oracle)
    {
        var expected = _all.Where(oracle).ToHashSet();
        if (!page.IsSuccess || !expected.Select(static each => each.Id).ToHashSet().SetEquals(page.Data.Items.Select(static each => each.Id))) Assert.Fail($"{page.Error} {Show(expected)} but {Show(page.Data.Items)} for {Wire.Requests[^1]}");

        static string Show(IEnumerable<Fair> fairs) => string.Join(", ", fairs.Select(static each => $"{each.Category} {each.Price} {each.Count}"));
    }
}

public sealed class ConditionsOnDynoxide : ConditionTests<Dynoxide>;

public sealed class ConditionsOnDynamoDbLocal : ConditionTests<Amazons>;
