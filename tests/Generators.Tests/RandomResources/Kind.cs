using System.Globalization;
using System.Text.Json.Nodes;

namespace GeekCafe.Generators.Tests.RandomResources;

/// <summary>A type a random member can have, and random values of it as the API shows them.</summary>
/// <param name="Type">The type in C#.</param>
/// <param name="Value">A random value.</param>
/// <param name="Order">How keys order its values; null if it does not go into keys.</param>
internal sealed record Kind(string Type, Func<Random, JsonNode> Value, Comparison<JsonNode>? Order = null)
{
    // No slash: API Gateway decodes paths before a function sees them, so a value in a path cannot hold one (docs/http.md).
    private const string Characters = "abAB019 #$%+.~-";

    public static IReadOnlyList<Kind> All { get; } =
    [
        new("string", static random => Text(random, 1), static (a, b) => string.CompareOrdinal(a.GetValue<string>(), b.GetValue<string>())),
        new("int", static random => random.Next(3) == 0 ? random.Next(int.MinValue, int.MaxValue) : random.Next(-3, 12), static (a, b) => a.GetValue<int>().CompareTo(b.GetValue<int>())),
        new("long", static random => random.Next(2) == 0 ? random.NextInt64(long.MinValue, long.MaxValue) : random.NextInt64(-2, 3), static (a, b) => a.GetValue<long>().CompareTo(b.GetValue<long>())),
        new("Guid", static random => Id(random), static (a, b) => string.CompareOrdinal(a.GetValue<string>(), b.GetValue<string>())),
        new("DateOnly", static random => Day(random), static (a, b) => string.CompareOrdinal(a.GetValue<string>(), b.GetValue<string>())),
        new("bool", static random => random.Next(2) == 0),
        new("decimal", static random => random.Next(-1_000_000, 1_000_000) / 1000m),
        new("double", static random => random.Next(-100, 100) / 8.0),
        new("Color", static random => random.Next(3) switch { 0 => "red", 1 => "darkGreen", _ => "blue" }),
        new("byte[]", static random => Convert.ToBase64String(Bytes(random))),
        new("TimeSpan", static random => TimeSpan.FromSeconds(random.Next(1, 86_400)).ToString("c", CultureInfo.InvariantCulture)),
        new("List<string>", static random => new JsonArray([.. Many(random, static random => (JsonNode)Text(random, 0))])),
        new("IReadOnlyList<int?>", static random => new JsonArray([.. Many(random, static random => random.Next(3) == 0 ? null : (JsonNode)random.Next(9))])),
        new("Dictionary<string, decimal>", static random => new JsonObject(Many(random, static random => KeyValuePair.Create(Text(random, 1), (JsonNode?)random.Next(9))).DistinctBy(static pair => pair.Key))),
        new("Place", static random => new JsonObject { ["name"] = Text(random, 0), ["floor"] = random.Next(2) == 0 ? null : random.Next(-2, 9), ["tags"] = new JsonArray("x") }),
        new("IReadOnlyList<Place>", static random => new JsonArray([.. Many(random, static random => (JsonNode)new JsonObject { ["name"] = Text(random, 0), ["floor"] = 1, ["tags"] = new JsonArray() })])),
    ];

    /// <summary>What the kinds refer to.</summary>
    public const string Declarations = """
        namespace Random.Resources;

        public enum Color { Red, DarkGreen, Blue }

        public partial record Place
        {
            public required string Name { get; init; }
            public int? Floor { get; init; }
            public string[] Tags { get; init; } = [];
        }
        """;

    public static string Text(Random random, int atLeast) => new([.. Enumerable.Range(0, random.Next(atLeast, 5)).Select(_ => Characters[random.Next(Characters.Length)])]);

    private static string Id(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes).ToString("D");
    }

    private static string Day(Random random) => new DateOnly(random.Next(1, 9999), random.Next(1, 13), random.Next(1, 29)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static byte[] Bytes(Random random)
    {
        var bytes = new byte[random.Next(0, 6)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static T[] Many<T>(Random random, Func<Random, T> one) => [.. Enumerable.Range(0, random.Next(4)).Select(_ => one(random))];
}
