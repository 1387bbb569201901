using GeekCafe.Testing.Snapshots;

namespace Shop.Tests;

public class GeneratedCodeTests
{
    private const string Order = """
        using GeekCafe;

        namespace Shop;

        [Resource("orders")]
        [PrimaryKey("TENANT#{TenantId}", "ORDER#{Id}")]
        public partial record Order { public required string Sku { get; init; } }
        """;

    [Fact]
    public void What_is_generated_is_what_was_accepted() => Snapshot.Match(Generation.Of(Order));

    [Fact]
    public async Task A_key_without_the_tenant_is_refused()
    {
        var generation = Generation.Of(Order.Replace("TENANT#{TenantId}", "ORDERS"));
        Assert.Contains("GCG0002", (await generation.GetDiagnosticsAsync()).Select(finding => finding.Id));
    }
}
