using CsCheck;

namespace GeekCafe.Community.Tests.RoundTrips;

/// <summary>Zoos with anything in them.</summary>
internal static class Zoos
{
    private static readonly Gen<Cage> Leaf = Gen.Select(Values.Text, Values.Decimal.Maybe(), Values.Text.Array[0, 3],
        static (name, area, animals) => new Cage { Name = name, Area = area, Animals = animals });

    private static readonly Gen<Cage> Cage = Gen.Select(Leaf, Leaf, Gen.Int[0, 3], static (outer, inner, depth) => depth switch
    {
        0 => outer,
        1 => outer with { Inner = inner },
        _ => outer with { Inner = inner with { Inner = outer } },
    });

    private static readonly Gen<HashSet<string>> Set = Values.Text.HashSet[0, 4];

    private static readonly Gen<Zoo> Whole = Gen.Select(
        Gen.Select(Pair(Gen.SByte), Pair(Gen.Byte), Pair(Gen.Short), Pair(Gen.UShort)),
        Gen.Select(Pair(Gen.Int), Pair(Gen.UInt), Pair(Gen.Long), Pair(Gen.ULong)),
        Gen.Select(Pair(Values.Float), Pair(Values.Double), Pair(Values.Decimal), Pair(Gen.Bool)),
        static (small, large, fractions) => new Zoo
        {
            SByte = small.Item1.Value, SByteOrNull = small.Item1.OrNull, Byte = small.Item2.Value, ByteOrNull = small.Item2.OrNull,
            Short = small.Item3.Value, ShortOrNull = small.Item3.OrNull, UShort = small.Item4.Value, UShortOrNull = small.Item4.OrNull,
            Int = large.Item1.Value, IntOrNull = large.Item1.OrNull, UInt = large.Item2.Value, UIntOrNull = large.Item2.OrNull,
            Long = large.Item3.Value, LongOrNull = large.Item3.OrNull, ULong = large.Item4.Value, ULongOrNull = large.Item4.OrNull,
            Float = fractions.Item1.Value, FloatOrNull = fractions.Item1.OrNull, Double = fractions.Item2.Value, DoubleOrNull = fractions.Item2.OrNull,
            Decimal = fractions.Item3.Value, DecimalOrNull = fractions.Item3.OrNull, Flag = fractions.Item4.Value, FlagOrNull = fractions.Item4.OrNull,
            Text = "", Guid = default, DateTime = default, DateTimeOffset = default, DateOnly = default, TimeOnly = default, TimeSpan = default, Food = default,
            Bytes = [], Uri = new("", UriKind.Relative), Cage = null!, Texts = [], Array = [], List = [], Nested = [], Set = [], Map = [], MapOfLists = new Dictionary<string, IReadOnlyList<string>>(),
        });

    private static readonly Gen<Zoo> WithTexts = Gen.Select(
        Whole,
        Gen.Select(Pair(Values.Guid), Pair(Values.Utc), Pair(Values.Time), Pair(Values.Date)),
        Gen.Select(Pair(Values.TimeOfDay), Pair(Values.Duration), Pair(Gen.Enum<Food>())),
        Gen.Select(Values.Text, Values.Text.OrNull(), Values.Text.OrNull(), Values.Bytes, Values.Bytes.OrNull(), Values.Address, Values.Address.OrNull()),
        static (zoo, times, rest, texts) => zoo with
        {
            Guid = times.Item1.Value, GuidOrNull = times.Item1.OrNull, DateTime = times.Item2.Value, DateTimeOrNull = times.Item2.OrNull,
            DateTimeOffset = times.Item3.Value, DateTimeOffsetOrNull = times.Item3.OrNull, DateOnly = times.Item4.Value, DateOnlyOrNull = times.Item4.OrNull,
            TimeOnly = rest.Item1.Value, TimeOnlyOrNull = rest.Item1.OrNull, TimeSpan = rest.Item2.Value, TimeSpanOrNull = rest.Item2.OrNull,
            Food = rest.Item3.Value, FoodOrNull = rest.Item3.OrNull,
            Text = texts.Item1, TextOrNull = texts.Item2, TextWithDefault = texts.Item3, Bytes = texts.Item4, BytesOrNull = texts.Item5, Uri = texts.Item6, UriOrNull = texts.Item7,
        });

    /// <summary>One that holds little.</summary>
    public static Zoo Plain => Any.Single(static zoo => zoo.CageOrNull is null, "0000000000000") with { Decimal = 1 };

    public static readonly Gen<Zoo> Any = Gen.Select(
        WithTexts,
        Gen.Select(Values.Text.Array[0, 4], Values.Text.OrNull().Array[0, 4].OrNull(), Gen.Int.Array[0, 4], Values.Double.Maybe().Array[0, 4].OrNull(), Values.Decimal.List[0, 4], Leaf.List[0, 2].OrNull()),
        Gen.Select(Gen.Enum<Food>().List[0, 3], Values.Guid.Array[0, 2].Array[0, 2], Set, Set.OrNull(), Set),
        Gen.Select(Dictionary(Gen.Int), Dictionary(Leaf).OrNull(), Dictionary(Values.Text.Array[0, 2].Select(static texts => (IReadOnlyList<string>)texts)), Cage, Cage.OrNull()),
        static (zoo, lists, more, maps) => zoo with
        {
            Texts = lists.Item1, TextsOrNulls = lists.Item2, Array = lists.Item3, ArrayOrNull = lists.Item4, List = lists.Item5, ListOrNull = lists.Item6,
            Foods = more.Item1, Nested = more.Item2, Set = more.Item3, SetOrNull = more.Item4, SetWithDefault = more.Item5,
            Map = maps.Item1, MapOrNull = maps.Item2, MapOfLists = maps.Item3, Cage = maps.Item4, CageOrNull = maps.Item5,
            Id = "e1", TenantId = "t1", Version = 1, CreatedBy = "ana", UpdatedBy = "ana",
        });

    private static Gen<(T Value, T? OrNull)> Pair<T>(Gen<T> gen) where T : struct => Gen.Select(gen, gen.Maybe());

    private static Gen<Dictionary<string, T>> Dictionary<T>(Gen<T> values) =>
        Gen.Select(Values.Text.Where(static key => key.Length > 0), values).Array[0, 3].Select(static entries => entries.DistinctBy(static each => each.Item1).ToDictionary(static each => each.Item1, static each => each.Item2));
}
