using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0103Tests
{
    [Theory]
    [InlineData("GET", "/pages/latest", "GET /pages/{slug}", "{slug}", "latest")]
    [InlineData("POST", "/pages/latest", "GET /pages/{slug}", "{slug}", "latest")]
    [InlineData("POST", "/pages/latest/restore", "POST /pages/{slug}/restore", "{slug}", "latest")]
    [InlineData("GET", "/authors/all", "GET /authors/{name}", "{name}", "all")]
    public void A_segment_hides_a_text_that_clients_choose(string method, string route, string hidden, string parameter, string value) => Findings.AssertOne("GCG0103",
        $"'{method} {route}' is asked before '{hidden}', so that no request reaches that one where {parameter} is '{value}': choose a segment that is no {parameter}",
        Source($"[[|HttpOperation(\"{method}\", \"{route}\")|]]"));

    [Theory]
    [InlineData("[HttpOperation(\"GET\", \"/pages\", Name = \"list\")]")]
    [InlineData("[HttpOperation(\"GET\", \"/latest-page\")]")]
    [InlineData("[HttpOperation(\"GET\", \"/things/latest\")]")]
    [InlineData("[HttpOperation(\"GET\", \"/seats/first\")]")]
    [InlineData("[HttpOperation(\"GET\", \"/mine/latest\")]")]
    public void Ids_numbers_and_what_the_server_sets_are_never_such_a_text(string operation) => Findings.AssertNone(Source(operation));

    private static string Source(string operation) => $$"""
        using System.Threading.Tasks;

        [Resource("pages")]
        [PrimaryKey("TENANT#{TenantId}", "PAGE#{Slug}")]
        public partial record Page1 { public required string Slug { get; init; } }

        public partial class Page1Service
        {
            [HttpOperation("GET", "/authors/{name}")]
            public Task<ServiceResult<Page1>> ByAuthorAsync(Caller caller, string name) => throw new NotSupportedException();

            {{operation}}
            public Task<ServiceResult<Page1>> LatestAsync(Caller caller) => throw new NotSupportedException();
        }

        [Resource("things")] [PrimaryKey("TENANT#{TenantId}", "THING#{Id}")] public partial record Thing;
        [Resource("seats")] [PrimaryKey("TENANT#{TenantId}", "SEAT#{Row}")] public partial record Seat { public required int Row { get; init; } }
        [Resource("mine")] [PrimaryKey("TENANT#{TenantId}", "MINE#{UserId}")] public partial record Mine { [SetByServer(ServerValue.UserId)] public string UserId { get; init; } = ""; }
        """;
}
