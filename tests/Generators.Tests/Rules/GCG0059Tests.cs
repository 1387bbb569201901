using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0059Tests
{
    [Fact]
    public void An_audit_trail_leaves_out_what_is_there() => Findings.AssertOne("GCG0059",
        "'Thing' has no member 'Secrt' whose values its audit trail could leave out; use nameof; did you mean 'Secret'?",
        Rule.Resource(Rule.Key + "[Audited([|NameOnly = [\"Secrt\"]|])]", "public string? Secret { get; init; }"));

    [Fact]
    public void What_is_like_no_member_has_no_advice() => Findings.AssertOne("GCG0059",
        "'Thing' has no member 'Nobody' whose values its audit trail could leave out; use nameof",
        Rule.Resource(Rule.Key + "[Audited([|NameOnly = [\"Nobody\"]|])]", "public string? Secret { get; init; }"));

    [Fact]
    public void Members_are_fine() => Findings.AssertNone(Rule.Resource(Rule.Key + "[Audited(NameOnly = [\"Secret\"])]", "public string? Secret { get; init; }"));
}
