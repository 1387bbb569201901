using CsCheck;

namespace GeekCafe.Table.Tests.Reading;

/// <summary>Random inputs, of few values that are near each other and of characters that keys escape.</summary>
internal static class Fairs
{
    private static readonly string[] Texts = ["a", "a#", "a$", "a!", "a#b", "aa", "ab", "A", "b", "é", "\U0001F600", "\uE000", "a\0", "a\uFFFF", "%", "10", "1", "$", "# "];

    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public static Gen<string> Text { get; } = Gen.Int[0, Texts.Length - 1].Select(static at => Texts[at]);

    public static Gen<decimal> Price { get; } = Gen.Int[-30, 30].Select(static tenths => tenths / 10m);

    public static Gen<DateTimeOffset> Time { get; } = Gen.Select(Gen.Int[0, 100], Gen.Int[-2, 2], static (hours, offset) => Start.AddHours(hours).ToOffset(TimeSpan.FromHours(offset)));

    public static Gen<FairInput> One { get; } = Gen.Select(Text, Price, Time, Gen.Int[-2, 12], Gen.Int, static (category, price, at, count, seed) =>
    {
        var random = new Random(seed);
        return new FairInput
        {
            Category = category,
            Price = price,
            StartsAt = at,
            Count = count,
            Seats = Maybe(random, random.Next(5)),
            Limit = Maybe(random, random.Next(8, 12)),
            Note = random.Next(2) == 0 ? null : Texts[random.Next(Texts.Length)] + Texts[random.Next(Texts.Length)],
            Day = Maybe(random, new DateOnly(2026, 1, 1).AddDays(random.Next(4))),
            IsOpen = random.Next(2) == 0,
            Kind = (FairKind)random.Next(3),
            Tags = [.. Texts.Where(_ => random.Next(6) == 0)],
            Scores = [.. Enumerable.Range(0, random.Next(4))],
            Place = random.Next(2) == 0 ? null : new() { City = Texts[random.Next(Texts.Length)], Hall = random.Next(3), Annex = random.Next(2) == 0 ? null : new() { Hall = random.Next(2) } },
        };
    });

    private static T? Maybe<T>(Random random, T value) where T : struct => random.Next(3) == 0 ? null : value;

    public static int Order(string left, string right) => System.Text.Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(right));
}
