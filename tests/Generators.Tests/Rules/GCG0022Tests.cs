using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0022Tests
{
    [Fact]
    public void Two_resources_do_not_share_a_route() => Findings.AssertOne("GCG0022",
        "'widgets.create' and 'things.create' both answer to 'POST /things'; give one of them another route",
        Rule.Members("public int X { get; init; }") + """

        [[|Resource("widgets", Route = "/things")|]] [PrimaryKey("TENANT#{TenantId}", "WIDGET#{Id}")] public partial record Widget;
        """);

    [Fact]
    public void An_index_does_not_take_a_route_that_is_taken() => Findings.AssertOne("GCG0022",
        "'things.listByOwner' and 'things.get' both answer to 'GET /things/{ownerId}'; give one of them another route",
        Rule.Keys(Rule.Key + "[SecondaryIndex(\"ByOwner\", \"TENANT#{TenantId}#{OwnerId}\", \"{Id}\", [|Route = \"/things/{ownerId}\"|])]"));

    [Fact]
    public void Routes_that_differ_are_fine() => Findings.AssertNone(
        Rule.Keys(Rule.Key + "[SecondaryIndex(\"ByOwner\", \"TENANT#{TenantId}#{OwnerId}\", \"{Id}\", Route = \"/owners/{ownerId}/things\")]"));
}
