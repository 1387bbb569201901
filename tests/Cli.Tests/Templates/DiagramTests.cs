namespace GeekCafe.Cli.Tests.Templates;

public sealed class DiagramTests
{
    private static readonly string[] Lines = MermaidDiagram.Write(Samples.Everything, "x").Split('\n');

    [Fact]
    public void A_diagram_has_each_index_with_the_keys_kept_there()
    {
        Assert.Contains("  subgraph Gsi1[\"Index gsi1: gsi1_pk, gsi1_sk\"]", Lines);
        Assert.Contains("  subgraph Lsi1[\"Local index lsi1: pk, lsi1_sk (keys only)\"]", Lines);
        Assert.Contains("  subgraph Zones[\"Index zones: tenant_id + zone, row + code (with title)\"]", Lines);
        Assert.Contains("    Votes_ByTarget[\"TENANT#35;{TenantId}#35;TARGET#35;{TargetId}<br/>VOTE#35;{Id}\"]", Lines);
        Assert.Equal(Lines.Count(static line => line.StartsWith("  subgraph ", StringComparison.Ordinal)), Lines.Count(static line => line == "  end"));
    }

    [Fact]
    public void Each_operation_stands_once_on_the_way_to_what_it_reads_or_writes()
    {
        Assert.Contains("  Votes -->|\"listByTarget: GET /targets/{targetId}/votes\"| Votes_ByTarget", Lines);
        var edges = string.Join('\n', Lines.Where(static line => line.Contains("-->", StringComparison.Ordinal)));
        Assert.All(Samples.Everything.Operations, operation => Assert.Equal(3, edges.Split($": {operation.Method} {operation.Route}<").Length + edges.Split($": {operation.Method} {operation.Route}\"").Length));
    }
}
