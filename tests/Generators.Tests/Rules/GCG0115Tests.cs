using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0115Tests
{
    [Theory]
    [InlineData("[HttpOperation(\"GET\", \"/things/all\")]")]
    [InlineData("")]
    public void A_scan_is_no_persons(string attribute) => Findings.AssertOne("GCG0115", Message, Source(attribute, "[|new TableScan(Environment).ReadAsync<Thing>(caller, null, token)|]"));

    [Fact]
    public void Nor_is_an_export() => Findings.AssertOne("GCG0115", Message.Replace("TableScan.ReadAsync", "TableExport.ExportAsync", StringComparison.Ordinal),
        Usage.Method("public static Task RunAsync(TableExport export, Caller caller, CancellationToken token) => [|export.ExportAsync(caller, System.IO.Stream.Null, cancellationToken: token)|];"));

    [Theory]
    [InlineData("[Job(\"all\")]", "new TableScan(Environment).ReadAsync<Thing>(caller, null, token)")]
    [InlineData("", "new TableScan(Environment).ReadAsync<Thing>(Caller.ForSystem(caller.TenantId, \"report\"), null, token)")]
    [InlineData("", "new TableScan(Environment).ReadAsync<Thing>(caller.AsSystem(\"report\"), null, token)")]
    [InlineData("", "new TableScan(Environment).ReadAsync<Thing>(system, null, token)")]
    public void Background_work_may_scan(string attribute, string scan) => Findings.AssertNone(Source(attribute, scan));

    private const string Message =
        "'TableScan.ReadAsync' reads and bills every item of every tenant, and refuses people: call it from a [Job], or as Caller.ForSystem(tenant, reason)";

    private static string Source(string attribute, string scan) => Usage.Service($$"""
        {{attribute}}
            public async Task<ServiceResult<NoContent>> AllAsync(Caller caller, CancellationToken token)
            {
                var system = Caller.ForSystem(caller.TenantId, "report");
                await foreach (var thing in {{scan}}) _ = (thing, system);
                return new NoContent();
            }
        """);
}
