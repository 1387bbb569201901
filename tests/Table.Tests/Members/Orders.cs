// Three versions of one resource stand for the same program at three times: they share type mark and keys on purpose.
#pragma warning disable GCG0008
using System.Collections.Concurrent;
using GeekCafe.DynamoDb;

namespace GeekCafe.Table.Tests.Members.First
{
    [Resource("members-orders-1")]
    [PrimaryKey("TENANT#{TenantId}", "MEMBERS-ORDER#{Id}")]
    [SecondaryIndex("ByName", "TENANT#{TenantId}#MEMBERS-ORDER", "{Name}", Index = "gsi4")]
    public partial record Order
    {
        public required string Name { get; init; }
        public int Cents { get; init; }
        public Place? Where { get; init; }
    }

    public partial record Place
    {
        public required string Town { get; init; }
        public string? Street { get; init; }
    }
}

namespace GeekCafe.Table.Tests.Members.Second
{
    [Resource("members-orders-2"), SchemaVersion(2)]
    [PrimaryKey("TENANT#{TenantId}", "MEMBERS-ORDER#{Id}")]
    [SecondaryIndex("ByTitle", "TENANT#{TenantId}#MEMBERS-ORDER", "{Title}", Index = "gsi4")]
    public partial record Order
    {
        public required string Title { get; init; }
        public int Cents { get; init; }
        public Place? Where { get; init; }

        [Upcast(1)] private static void FromV1(ItemDocument item) => item.Rename("name", "title");
    }

    public partial record Place
    {
        public required string Town { get; init; }
        public string? Street { get; init; }
    }
}

namespace GeekCafe.Table.Tests.Members.Third
{
    [Resource("members-orders-3"), SchemaVersion(3)]
    [PrimaryKey("TENANT#{TenantId}", "MEMBERS-ORDER#{Id}")]
    [SecondaryIndex("ByTitle", "TENANT#{TenantId}#MEMBERS-ORDER", "{Title}", Index = "gsi4")]
    public partial record Order
    {
        /// <summary>The tenants and names of what was brought up to date.</summary>
        internal static ConcurrentBag<(string?, string?)> Seen { get; } = [];

        public required string Title { get; init; }
        public required decimal Price { get; init; }
        public Place? Where { get; init; }

        [Upcast(1)] private static void FromV1(ItemDocument item) => item.Rename("name", "title");

        [Upcast(2)]
        private static void FromV2(ItemDocument item)
        {
            Seen.Add((item.Text("tenant_id"), item.Text("title")));
            if (item.Text("title") == "unreadable") throw new InvalidOperationException("unreadable");
            if (item.Text("title") == "stolen") item.SetText("tenant_id", "t2");
            item.SetNumber("price", (item.Number("cents") ?? 0) / 100);
            item.Remove("cents");
            if (item.Has("where")) item.Change("where", static place => place.Rename("town", "city"));
        }
    }

    public partial record Place
    {
        public required string City { get; init; }
        public string? Street { get; init; }
    }
}
