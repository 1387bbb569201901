using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0084Tests
{
    private const string Expected = "return a Task or ValueTask of ServiceResult<T>, where T is a resource, UpdateResult or Page of a resource, a partial record, Page of one, or NoContent";

    [Theory]
    [InlineData("GET", "Task<int>", Expected)]
    [InlineData("GET", "Task", Expected)]
    [InlineData("GET", "ServiceResult<Thing>", Expected)]
    [InlineData("GET", "Task<ServiceResult<int>>", Expected)]
    [InlineData("GET", "Task<ServiceResult<List<Thing>>>", Expected)]
    [InlineData("GET", "Task<ServiceResult<Page<int>>>", Expected)]
    [InlineData("GET", "Task<ServiceResult<UpdateResult<Note>>>", Expected)]
    [InlineData("POST", "Task<ServiceResult<Page<Thing>>>", "a page is the answer to a GET")]
    public void A_result_has_a_form_in_HTTP(string method, string answer, string problem) => Findings.AssertOne("GCG0084",
        $"'ThingService.GoAsync' cannot answer with '{answer}': {problem}",
        Operations.Method($"[HttpOperation(\"{method}\", \"/things/go\")]", "[|GoAsync|](Caller caller)", answer));
}
