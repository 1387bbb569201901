using System.Text;
using GeekCafe.Lambda;
using GeekCafe.Testing;

namespace GeekCafe.Runtime.Tests.Lambda;

/// <summary>Which events are jobs, and what becomes of those that are not quite.</summary>
public sealed class JobTests
{
    [Theory]
    [InlineData("""{"job":"notes.count","tenantId":"t1"}""")]
    [InlineData("""{"tenantId":"t1","job":"notes.count","input":{}}""")]
    [InlineData("""{"source":"aws.events","detail":{"job":"notes.count","tenantId":"t1"}}""")]
    [InlineData("""{"detail":{"tenantId":"t1","job":"notes.count","input":{"deep":[{}]}},"source":"shop"}""")]
    public async Task Jobs_are_told_by_their_members(string json) => Assert.Equal((null, "{}"), await RunAsync(json));

    [Theory]
    [InlineData("""{"job":"notes.count"}""", "Function.MalformedEvent")]
    [InlineData("""{"job":"notes.count","tenantId":""}""", "Function.MalformedEvent")]
    [InlineData("""{"job":"notes.count","tenantId":"t1#t2"}""", "Function.MalformedEvent")]
    [InlineData("""{"job":"notes.count","tenantId":7}""", "Function.MalformedEvent")]
    [InlineData("""{"job":7,"tenantId":"t1"}""", "Function.MalformedEvent")]
    [InlineData("""{"job":null,"tenantId":"t1"}""", "Function.MalformedEvent")]
    [InlineData("""{"job":"notes.count","job":"notes.count","tenantId":"t1"}""", "Function.MalformedEvent")]
    [InlineData("""{"job":"notes.count","tenantId":"t1","tenantId":"t2"}""", "Function.MalformedEvent")]
    [InlineData("""{"job":"notes.count","tenantId":"t1","input":[]}""", "Function.MalformedEvent")]
    [InlineData("""{"job":"notes.count","tenantId":"t1","input":null}""", "Function.MalformedEvent")]
    [InlineData("""{"job":"notes.count","tenantId":"t1","input":{},"input":{}}""", "Function.MalformedEvent")]
    [InlineData("""{"job":"notes.count","tenantId":"t1","more":1}""", "Function.MalformedEvent")]
    [InlineData("""{"job":"notes.count","tenantId":"t1","detail":{"job":"notes.count","tenantId":"t2"}}""", "Function.MalformedEvent")]
    [InlineData("""{"source":"aws.events","detail":{"job":"notes.count"}}""", "Function.MalformedEvent")]
    [InlineData("""{"job":"notes.other","tenantId":"t1"}""", "Function.UnknownJob")]
    [InlineData("""{"job":"notes","tenantId":"t1"}""", "Function.UnknownJob")]
    [InlineData("""{"job":"notes.broken","tenantId":"t1"}""", "Function.Unhandled")]
    [InlineData("""{"tenantId":"t1"}""", "Function.UnsupportedEvent")]
    [InlineData("""{"detail":"job"}""", "Function.UnsupportedEvent")]
    public async Task What_is_no_job_is_an_error_and_runs_nothing(string json, string type) => Assert.Equal(type, (await RunAsync(json)).ErrorType);

    [Fact]
    public async Task A_scheduled_event_without_a_job_warms_up() => Assert.Equal((null, "{\"warm\":true}"), await RunAsync("""{"source":"aws.events","detail":{}}"""));

    /// <summary>Members of a request stand in its body, never beside the gateway's; and an event of a gateway is none of a job whatever it holds.</summary>
    [Theory]
    [InlineData("""{"job":"notes.count","tenantId":"t2","requestContext":{}}""")]
    [InlineData("""{"detail":{"job":"notes.count","tenantId":"t2"},"requestContext":{"http":{"method":"GET"}},"version":"2.0","rawPath":"/"}""")]
    public async Task No_request_can_pass_for_a_job(string json)
    {
        var ran = 0;
        using var application = new LambdaApplication(LambdaBed.Operations, jobs: [new("notes.count", _ => { ran++; return default; })]);
        using var output = new PooledBuffer();
        await application.HandleAsync(Encoding.UTF8.GetBytes(json), InvocationContext.None, output);
        var request = LambdaEvents.HttpV2("POST", "/open").WithJson("""{"job":"notes.count","tenantId":"t2"}""");
        await application.HandleAsync(request.Build(), InvocationContext.None, output);
        Assert.Equal(0, ran);
    }

    [Fact]
    public async Task The_tenant_of_an_isolated_invocation_is_the_jobs()
    {
        Assert.Null((await RunAsync("""{"job":"notes.count","tenantId":"t1"}""", new() { TenantId = "t1" })).ErrorType);
        Assert.Equal("Function.MalformedEvent", (await RunAsync("""{"job":"notes.count","tenantId":"t1"}""", new() { TenantId = "t2" })).ErrorType);
    }

    [Fact]
    public async Task A_job_knows_who_asks_for_what_and_until_when()
    {
        Caller? seen = null;
        using var application = new LambdaApplication([], jobs: [new("notes.count", context => { seen = context.Caller; return default; })]);
        using var output = new PooledBuffer();
        var deadline = new DateTimeOffset(2026, 1, 31, 9, 30, 0, TimeSpan.Zero);
        await application.HandleAsync("""{"job":"notes.count","tenantId":"t1"}"""u8.ToArray(), new() { RequestId = "r1", Deadline = deadline }, output);
        Assert.Equal(("t1", "system", true, "job notes.count", "r1", deadline), (seen!.TenantId, seen.UserId, seen.IsSystem, seen.Reason, seen.RequestId, seen.Deadline));
    }

    private static async Task<(string? ErrorType, string Output)> RunAsync(string json, InvocationContext? invocation = null)
    {
        using var application = new LambdaApplication([], new() { Log = new(static () => Stream.Null, static () => Stream.Null) },
        [
            new("notes.count", static context => { context.Nothing(new NoContent()); return default; }),
            new("notes.broken", static _ => throw new InvalidOperationException()),
        ]);
        using var output = new PooledBuffer();
        var outcome = await application.HandleAsync(Encoding.UTF8.GetBytes(json), invocation ?? InvocationContext.None, output);
        return (outcome.ErrorType, Encoding.UTF8.GetString(output.WrittenSpan));
    }
}
