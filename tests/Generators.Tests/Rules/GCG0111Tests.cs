using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0111Tests
{
    [Theory]
    [InlineData("statements.SelectAsync<Thing>([|$\"TENANT#{caller.TenantId}\"|], token: token)", "$\"TENANT#{caller.TenantId}\"", "ThingKeys.PartitionKey(...)")]
    [InlineData("statements.SelectAsync<Thing>([|\"TENANT#\" + caller.TenantId|], token: token)", "\"TENANT#\" + caller.TenantId", "ThingKeys.PartitionKey(...)")]
    [InlineData("statements.DeleteAsync(new ItemKey(ThingKeys.PartitionKey(caller.TenantId), [|\"THING#1\"|]), token)", "\"THING#1\"", "ThingKeys.SortKey(...)")]
    [InlineData("statements.DeleteAsync(new([|$\"TENANT#{1}\"|], ThingKeys.SortKey(\"1\")), token)", "$\"TENANT#{1}\"", "ThingKeys.PartitionKey(...)")]
    public void Keys_are_made_by_what_is_generated(string call, string key, string builder) => Findings.AssertOne("GCG0111",
        $"{key} is a key written by hand: its values are not escaped, and it stays as it is when the pattern changes; use the generated keys, such as {builder}",
        Source(call));

    [Theory]
    [InlineData("statements.SelectAsync<Thing>(ThingKeys.PartitionKey(caller.TenantId), \"a = ?\", [\"x#y\"], token: token)")]
    [InlineData("statements.DeleteAsync(new ItemKey(ThingKeys.PartitionKey(caller.TenantId), ThingKeys.SortKey(\"1\")), token)")]
    [InlineData("statements.DeleteAsync(new ItemKey(ThingKeys.PartitionKey(caller.TenantId), \"SUMMARY\"), token)")]
    [InlineData("Other.SelectAsync($\"TENANT#{caller.TenantId}\")")]
    public void Other_texts_are_not_keys(string call) => Findings.AssertNone(Source(call));

    private static string Source(string call) => Usage.Method(
        $"public static Task RunAsync(TableStatements statements, Caller caller, CancellationToken token) => {call.Replace("token: token", "cancellationToken: token", StringComparison.Ordinal)};")
        + "public static class Other { public static Task SelectAsync(string partition) => Task.CompletedTask; }";
}
