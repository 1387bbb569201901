namespace GeekCafe.Generators.Tests.Caching;

/// <summary>A small project to edit.</summary>
internal static class Project
{
    public const string Order = """
        namespace Shop;

        [Resource("orders")]
        [PrimaryKey("TENANT#{TenantId}", "ORDER#{Id}")]
        public partial record Order
        {
            public required string Title { get; init; }
            public Place? Where { get; init; }
            public Status Status { get; init; }
            private int Count() => 1;
        }
        """;

    public const string Customer = """
        namespace Shop;

        [Resource("customers")]
        [PrimaryKey("TENANT#{TenantId}", "CUSTOMER#{Id}")]
        public partial record Customer { public required string Name { get; init; } public Payment? Payment { get; init; } }
        """;

    public const string Types = """
        namespace Shop;

        [System.Text.Json.Serialization.JsonDerivedType(typeof(Card), "card")]
        public abstract record Payment { public int Amount { get; init; } }
        public partial record Card : Payment;
        public partial record Place { public required string City { get; init; } }
        public enum Status { New, Done }
        """;
}
