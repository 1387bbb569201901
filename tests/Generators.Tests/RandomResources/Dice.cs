using System.Text.Json.Nodes;

namespace GeekCafe.Generators.Tests.RandomResources;

/// <summary>Random choices, and how the assembly they are for names things.</summary>
internal sealed class Dice(Random random, Policies naming)
{
    // No slash: API Gateway decodes paths before a function sees them, so a value in a path cannot hold one (docs/http.md).
    private const string Characters = "abAB019 #$%+.~-";

    public Policies Naming => naming;

    /// <summary>True once in so many times.</summary>
    public bool OneIn(int times) => random.Next(times) == 0;

    public int Next(int from, int below) => random.Next(from, below);

    public long Long() => random.NextInt64(long.MinValue, long.MaxValue);

    public T Any<T>(params IReadOnlyList<T> values) => values[random.Next(values.Count)];

    public char Letter() => Characters[random.Next(Characters.Length)];

    public string Text(int atLeast = 0) => new([.. Enumerable.Range(0, random.Next(atLeast, 5)).Select(_ => Letter())]);

    public string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => random.Next(1, 10)));

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>A time of few digits, so that two are sometimes equal.</summary>
    public DateTime Time() => new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(random.Next(4) * 700).AddMilliseconds(random.Next(3) * 125);

    public List<T> Some<T>(IEnumerable<T> values, int oneIn = 2) => [.. values.Where(_ => random.Next(oneIn) == 0)];

    public JsonArray List(Func<Dice, JsonNode?> one) => new([.. Enumerable.Range(0, random.Next(4)).Select(_ => one(this))]);

    /// <summary>A list without a value twice.</summary>
    public JsonArray Set(Func<Dice, JsonNode> one) => new([.. List(one).DistinctBy(static each => each!.ToJsonString()).Select(static each => each!.DeepClone())]);

    public JsonObject Map(Func<Dice, string> name, Func<Dice, JsonNode?> value) =>
        new(Enumerable.Range(0, random.Next(4)).Select(_ => KeyValuePair.Create(name(this), value(this))).DistinctBy(static pair => pair.Key));
}

/// <summary>How an assembly names what it stores and shows, told a second time and from words.</summary>
internal sealed record Policies(string Table, string Api)
{
    private static readonly string[] All = ["SnakeCase", "CamelCase", "PascalCase", "KebabCase", "AsDeclared"];

    public static Policies Default { get; } = new("SnakeCase", "CamelCase");

    public static Policies Make(Random random) => new(All[random.Next(All.Length)], All[random.Next(All.Length)]);

    /// <summary>A name in the API.</summary>
    /// <param name="words">Its words as in C#, each with a capital.</param>
    public string Shown(params string[] words) => Api switch
    {
        "SnakeCase" => string.Join("_", words).ToLowerInvariant(),
        "KebabCase" => string.Join("-", words).ToLowerInvariant(),
        "CamelCase" => words[0].ToLowerInvariant() + string.Concat(words.Skip(1)),
        _ => string.Concat(words),
    };

    /// <summary>The declaration; nothing where it would say what holds anyway.</summary>
    public override string ToString() => this == Default ? "" : $"[assembly: Naming(Attributes = NamingPolicy.{Table}, Api = NamingPolicy.{Api})]";
}
