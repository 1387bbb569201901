using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0078Tests
{
    [Theory]
    [InlineData("#LINES#{OrderNumber}", "'#ORDER#' is not '#LINES#'")]
    [InlineData("#ORDER#{Text}", "'Number' is of type 'int', and 'Text' is of type 'string'")]
    [InlineData("#ORDER#{OrderNumber:D8}", "'Number' and 'OrderNumber' are formatted differently")]
    [InlineData("#ORDER#{OrderNumber}#{Text}", "one of them goes on where the other ends")]
    [InlineData("", "one of them goes on where the other ends")]
    public void Partitions_are_of_one_pattern(string pattern, string difference) => Findings.AssertOne("GCG0078",
        $"'Details' cannot be read in one query, for the partition of 'Order' is 'TENANT#{{TenantId}}#ORDER#{{Number}}' and that of 'Line' is 'TENANT#{{TenantId}}{pattern}': {difference}",
        $$"""
        [Resource("orders")]
        [PrimaryKey("TENANT#{TenantId}#ORDER#{Number}", "HEAD")]
        public partial record Order { public required int Number { get; init; } }

        [Resource("lines")]
        [PrimaryKey("TENANT#{TenantId}{{pattern}}", "LINE#{Id}")]
        public partial record Line { public required int OrderNumber { get; init; } public required string Text { get; init; } }

        [ItemCollection] public partial record Details { public Order? Order { get; init; } public IReadOnlyList<Line> [|Lines|] { get; init; } = []; }
        """);
}
