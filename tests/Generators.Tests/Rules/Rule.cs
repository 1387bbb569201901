namespace GeekCafe.Generators.Tests.Rules;

/// <summary>Sources around a mistake.</summary>
internal static class Rule
{
    public const string Key = "[PrimaryKey(\"TENANT#{TenantId}\", \"THING#{Id}\")]";

    /// <summary>A resource with these attributes and members.</summary>
    public static string Resource(string attributes, string members) => $$"""
        [Resource("things")]
        {{attributes}}
        public partial record Thing
        {
            {{members}}
        }
        """;

    /// <summary>A resource with these members.</summary>
    public static string Members(string members) => Resource(Key, members);

    /// <summary>A resource with this key.</summary>
    public static string Keys(string attributes) => Resource(attributes, """
        public required string Title { get; init; }
            public string OwnerId { get; init; } = "";
            public DateTimeOffset? At { get; init; }
            public int Count { get; init; }
            public Guid Code { get; init; }
            public DayOfWeek Day { get; init; }
            public System.Numerics.BigInteger Large { get; init; }
            public List<string> Tags { get; init; } = [];
            public string HereCode { get; init; } = "";
            public string Shown => Title + Count;
            public Spot Here { get; init; } = new();
            public Spot? Place { get; init; }
        """) + """

        public partial record Spot
        {
            public string City { get; init; } = "";
            public string Code { get; init; } = "";
            public List<string> Tags { get; init; } = [];
        }
        """;
}
