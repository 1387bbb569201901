using System.Text;
using System.Text.Json;
using GeekCafe.Lambda;

namespace GeekCafe.Table.Tests.Operations;

/// <summary>Jobs, as schedules and other programs ask for them.</summary>
public abstract class JobTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private LambdaApplication? _application;
    private StandService? _stands;

    protected override ValueTask PrepareAsync()
    {
        var application = GeekCafeTableTestsApplication.Create(Environment);
        _stands = application.Stands;
        _application = new(application.Operations, jobs: application.Jobs);
        return ValueTask.CompletedTask;
    }

    protected override ValueTask DisposingAsync()
    {
        _application?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_job_works_for_the_tenant_of_its_event_and_for_no_other()
    {
        await CreateAsync(Ann);
        await CreateAsync(Foreign);
        var (outcome, output) = await RunAsync("""{"job":"stands.closeAll","tenantId":"t1","input":{"market":"m1"}}""");
        Assert.False(outcome.IsError, output);
        Assert.Equal("""{"market":"m1","open":0,"day":null,"titles":[]}""", output);
        var closed = (await _stands!.GetAsync(Ann, new("m1", "1"))).Data;
        Assert.Equal((StandState.Closed, "job stands.closeAll", "system"), (closed.State, closed.Reason, closed.UpdatedBy));
        Assert.Equal(StandState.Open, (await _stands.GetAsync(Foreign, new("m1", "1"))).Data.State);
    }

    [Theory]
    [InlineData("aws.events", "Scheduled Event")]
    [InlineData("aws.scheduler", "Scheduled Event")]
    [InlineData("shop", "Evening")]
    public async Task An_event_of_EventBridge_holds_the_job_in_its_detail(string source, string type)
    {
        await CreateAsync(Ann);
        var (outcome, output) = await RunAsync($$$"""
            {"version":"0","id":"53dc4d37","detail-type":"{{{type}}}","source":"{{{source}}}","account":"123456789012","time":"2026-01-31T20:00:00Z",
             "region":"eu-central-1","resources":[],"detail":{"job":"stands.closeAll","tenantId":"t1","input":{"market":"m1","reason":"night"} } }
            """);
        Assert.False(outcome.IsError, output);
        Assert.Equal("night", (await _stands!.GetAsync(Ann, new("m1", "1"))).Data.Reason);
    }

    [Fact]
    public async Task A_job_answers_with_a_resource_or_with_nothing()
    {
        await CreateAsync(Ann);
        var (_, resource) = await RunAsync("""{"job":"stands.reopen","tenantId":"t1"}""");
        Assert.Equal("1", JsonDocument.Parse(resource).RootElement.GetProperty("number").GetString());
        Assert.Equal((InvocationOutcome.Answered, "{}"), await RunAsync("""{"job":"stands.nothing","tenantId":"t1"}"""));
    }

    [Fact]
    public async Task A_job_that_fails_is_a_function_error_so_that_it_is_tried_again()
    {
        var (outcome, output) = await RunAsync("""{"job":"stands.reopen","tenantId":"t1","input":{"market":"m9"}}""");
        Assert.Equal("Function.JobFailed", outcome.ErrorType);
        Assert.StartsWith("stands.reopen: NOT_FOUND: ", JsonDocument.Parse(output).RootElement.GetProperty("errorMessage").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"market":"far too long"}""", "market")]
    [InlineData("""{"market":7}""", "market")]
    [InlineData("{}", "market")]
    [InlineData("""{"market":"m1","more":1}""", "more")]
    public async Task The_input_of_a_job_is_read_strictly(string input, string member)
    {
        var (outcome, output) = await RunAsync($$"""{"job":"stands.closeAll","tenantId":"t1","input":{{input}} }""");
        Assert.Equal("Function.JobFailed", outcome.ErrorType);
        Assert.Contains($"VALIDATION_ERROR: Some values are not valid. {member}: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_that_needs_an_input_fails_without_one() => Assert.Equal("Function.JobFailed",
        (await RunAsync("""{"job":"stands.closeAll","tenantId":"t1"}""")).Outcome.ErrorType);

    private async Task CreateAsync(Caller caller) => Assert.True((await _stands!.CreateAsync(caller, new() { MarketId = "m1", Number = "1" })).IsSuccess);

    private async Task<(InvocationOutcome Outcome, string Output)> RunAsync(string json)
    {
        using var output = new PooledBuffer();
        var outcome = await _application!.HandleAsync(Encoding.UTF8.GetBytes(json), InvocationContext.None, output);
        return (outcome, Encoding.UTF8.GetString(output.WrittenSpan));
    }
}

public sealed class JobsOnDynoxide : JobTests<Dynoxide>;

public sealed class JobsOnDynamoDbLocal : JobTests<Amazons>;
