using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0088Tests
{
    [Theory]
    [InlineData("Recount")]
    [InlineData("recount all")]
    [InlineData("")]
    public void A_name_is_one_word(string name) => Findings.AssertOne("GCG0088",
        $"'{name}' cannot be the name of the job 'ThingService.GoAsync': it must be letters and digits that begin with a lower-case letter, such as 'publish'",
        Operations.Method($"[Job([|\"{name}\"|])]", "GoAsync(Caller caller)", "Task<ServiceResult<NoContent>>"));

    [Fact]
    public void A_name_is_that_of_one_job() => Findings.AssertOne("GCG0088",
        "'go' cannot be the name of the job 'ThingService.RunAsync': 'GoAsync' has it already",
        Operations.Service("""
            [Job("go")]
            public Task<ServiceResult<NoContent>> GoAsync(Caller caller) => throw new NotSupportedException();

            [Job([|"go"|])]
            public Task<ServiceResult<NoContent>> RunAsync(Caller caller) => throw new NotSupportedException();
            """));

    [Theory]
    [InlineData("1 hour")]
    [InlineData("every(1 hour)")]
    [InlineData("cron(5 * * *)")]
    [InlineData("rate()")]
    [InlineData("")]
    public void A_schedule_is_one_of_EventBridge_Scheduler(string schedule) => Findings.AssertOne("GCG0088",
        $"'{schedule}' cannot be the schedule of the job 'ThingService.GoAsync': write it as EventBridge Scheduler does, such as 'rate(1 hour)' or 'cron(5 * * * ? *)'",
        Operations.Method($"[Job(\"go\", [|Schedule = \"{schedule}\"|])]", "GoAsync(Caller caller)", "Task<ServiceResult<NoContent>>"));
}
