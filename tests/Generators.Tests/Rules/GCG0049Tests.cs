using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0049Tests
{
    [Fact]
    public void A_table_has_at_most_five_local_indexes() => Findings.AssertOne("GCG0049",
        "'F' of 'Thing' is one local secondary index too many, because a table has at most five; use [SecondaryIndex], or share one by Index = \"...\"",
        Rule.Keys(Rule.Key + Local("ABCDE") + "[[|LocalSecondaryIndex(\"F\", \"F#{Title}\")|]]"));

    [Fact]
    public void Resources_share_them() => Findings.AssertNone(Rule.Keys(Rule.Key + Local("ABCDE")) + $$"""

        [Resource("widgets")] [PrimaryKey("TENANT#{TenantId}", "WIDGET#{Id}")] {{Local("VWXYZ")}}
        public partial record Widget { public string Title { get; init; } = ""; }
        """);

    private static string Local(string names) => string.Concat(names.Select(static name => $"[LocalSecondaryIndex(\"{name}\", \"{name}#{{Title}}\")]"));
}
