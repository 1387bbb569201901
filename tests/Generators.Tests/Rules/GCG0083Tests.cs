using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0083Tests
{
    private const string NoText = "has no single text for a path or a query; take a text, a whole number, a boolean, a date, a time, a Guid or an enum, or a partial record as the body";

    [Theory]
    [InlineData("GET", "object [|what|]", "what", $"its type 'object' {NoText}")]
    [InlineData("GET", "List<string> [|what|]", "what", $"its type 'List<string>' {NoText}")]
    [InlineData("GET", "double [|what|]", "what", $"its type 'double' {NoText}")]
    [InlineData("POST", "Thing [|what|]", "what", $"its type 'Thing' {NoText}")]
    [InlineData("POST", "Note note, Note [|other|]", "other", "the body is already taken by 'note'; put both into one partial record")]
    [InlineData("POST", "Note note, ThingInput [|other|]", "other", "the body is already taken by 'note'; put both into one partial record")]
    [InlineData("GET", "Note [|note|]", "note", "a GET has no body; take single values, which become query parameters, or make it a POST")]
    [InlineData("DELETE", "ThingPatch [|patch|]", "patch", "a DELETE has no body; take single values, which become query parameters, or make it a POST")]
    [InlineData("GET", "PageRequest page, int [|limit|]", "limit", "pages have a query parameter 'limit' of their own")]
    [InlineData("GET", "int limit, PageRequest [|page|]", "page", "pages have a query parameter 'limit' of their own")]
    [InlineData("GET", "CancellationToken one, CancellationToken [|two|]", "two", "'one' is the same")]
    [InlineData("GET", "ref int [|count|]", "count", "it is passed by reference or as a list; take a plain value")]
    [InlineData("GET", "params string[] [|names|]", "names", "it is passed by reference or as a list; take a plain value")]
    public void A_parameter_has_its_place_in_a_request(string method, string parameters, string name, string problem) => Findings.AssertOne("GCG0083",
        $"'ThingService.GoAsync' cannot be given '{name}': {problem}",
        Operations.Method($"[HttpOperation(\"{method}\", \"/things/go\")]", $"GoAsync(Caller caller, {parameters})"));

    [Fact]
    public void A_value_of_the_route_is_always_there() => Findings.AssertOne("GCG0083",
        "'ThingService.GoAsync' cannot be given 'day': it stands in the route, so it is always there; make it neither nullable nor optional",
        Operations.Method("[HttpOperation(\"GET\", \"/things/on/{day}\")]", "GoAsync(Caller caller, DateOnly? [|day|])"));

    [Theory]
    [InlineData("int count", "count")]
    [InlineData("PageRequest page", "page")]
    [InlineData("long? ifVersion", "ifVersion")]
    public void A_job_takes_its_input_and_nothing_else(string parameter, string name) => Findings.AssertOne("GCG0083",
        $"'ThingService.GoAsync' cannot be given '{name}': a job takes a Caller, a partial record as its input and a CancellationToken",
        Operations.Method("[Job(\"go\")]", $"[|GoAsync|](Caller caller, {parameter})", "Task<ServiceResult<NoContent>>"));
}
