using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0013Tests
{
    private const string NameProblem = "it must be lower-case letters and digits, with single '-' between words, and begin with a letter, such as 'events'";

    [Theory]
    [InlineData("", NameProblem)]
    [InlineData("Things", NameProblem)]
    [InlineData("my things", NameProblem)]
    [InlineData("1things", NameProblem)]
    [InlineData("my--things", NameProblem)]
    [InlineData("things-", NameProblem)]
    [InlineData("operations", "the generated application has a member of that name")]
    [InlineData("table", "the generated application has a member of that name")]
    [InlineData("api", "a function whose handler is 'api' serves all operations")]
    [InlineData("jobs", "a function whose handler is 'jobs' serves all jobs")]
    [InlineData("streams", "a function whose handler is 'streams' serves the changes of the table")]
    [InlineData("to-string", "the generated application has a member of that name")]
    public void A_name_fits_paths_and_methods(string name, string problem) => Findings.AssertOne("GCG0013",
        $"'{name}' cannot be the name of 'Thing': {problem}", $"[Resource([|\"{name}\"|])] {Rule.Key} public partial record Thing;");

    [Theory]
    [InlineData("things", "a route begins with '/' and names something, such as '/users/{ownerId}/events'")]
    [InlineData("/a//b", "it has an empty segment")]
    [InlineData("/a/{id}x", "the segment '{id}x' is neither literal nor one parameter in braces")]
    [InlineData("/a/{id}/{id}", "it has the parameter {id} twice")]
    [InlineData("/owners/{ownerId}/things", "the primary key has no member for its parameter {ownerId}")]
    [InlineData("/{tenantId}/things", "the primary key has no member for its parameter {tenantId}")]
    public void A_route_is_a_path(string route, string problem) => Findings.AssertOne("GCG0013",
        $"'{route}' cannot be the route of 'Thing': {problem}", $"[Resource(\"things\", [|Route = \"{route}\"|])] {Rule.Key} public partial record Thing;");

    [Theory]
    [InlineData("/things", "it has no parameter {ownerId} for the partition key")]
    [InlineData("/owners/{ownerId}/{title}", "the partition key has no member for its parameter {title}")]
    public void The_route_of_an_index_gives_its_partition(string route, string problem) => Findings.AssertOne("GCG0013",
        $"'{route}' cannot be the route of 'Thing': {problem}",
        Rule.Keys($"{Rule.Key}[SecondaryIndex(\"ByOwner\", \"TENANT#{{TenantId}}#{{OwnerId}}\", \"{{Id}}\", [|Route = \"{route}\"|])]"));

    [Fact]
    public void A_path_gives_no_enum() => Findings.AssertOne("GCG0013",
        "'/days/{day}' cannot be the route of 'Thing': a path cannot give 'Day', which is an enum; list by it in a service",
        Rule.Keys(Rule.Key + "[SecondaryIndex(\"ByDay\", \"TENANT#{TenantId}#{Day}\", \"{Id}\", [|Route = \"/days/{day}\"|])]"));

    [Theory]
    [InlineData("[|\"By Owner\"|], \"TENANT#{TenantId}\", \"{Id}\"", "'By Owner' cannot be the index name of 'Thing': it becomes part of a method's name, such as 'ByOwner'")]
    [InlineData("\"ByOwner\", \"TENANT#{TenantId}\", \"{Id}\", [|Index = \"gsi-1\"|]", "'gsi-1' cannot be the physical index of 'Thing': it must be letters, digits and '_', such as 'gsi1'")]
    public void Names_of_indexes_are_identifiers(string arguments, string message) =>
        Findings.AssertOne("GCG0013", message, Rule.Keys($"{Rule.Key}[SecondaryIndex({arguments})]"));

    [Theory]
    [InlineData("a-b", "ab")]
    [InlineData("order-lines2", "order")]
    public void Names_with_words_are_fine(string one, string other) => Findings.AssertNone(
        $"[Resource(\"{one}\")] {Rule.Key} public partial record Thing;",
        $"[Resource(\"{other}\")] [PrimaryKey(\"TENANT#{{TenantId}}\", \"OTHER#{{Id}}\")] public partial record Other;");
}
