using System.Net;
using System.Security.Cryptography;
using GeekCafe.Lambda;

namespace GeekCafe.Local.Tests.Hosting;

/// <summary>Jobs by hand, as a schedule would run them.</summary>
public sealed class JobEndpointTests
{
    [Fact]
    public async Task A_job_runs_in_the_engine_and_its_answer_comes_back()
    {
        using var engine = new LambdaApplication([], jobs: [new("notes.count", static context =>
        {
            context.Nothing(context.Caller.TenantId == "acme" ? new NoContent() : ServiceError.NotFound);
            return default;
        })]);
        var tokens = new TokenAuthority(RandomNumberGenerator.GetBytes(32), TimeProvider.System, new ClaimsOptions());
        await using var app = LocalServer.Build(new Uri("http://127.0.0.1:0"), NotesApplication.Manifest, [], new LambdaFunction(engine), tokens);
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        Assert.Equal((HttpStatusCode.OK, "{}"), await PostAsync(client, """{"job":"notes.count","tenantId":"acme"}"""));
        var (status, failed) = await PostAsync(client, """{"job":"notes.count","tenantId":"other"}""");
        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.Contains("notes.count: NOT_FOUND", failed, StringComparison.Ordinal);
        Assert.Contains("Function.UnknownJob", (await PostAsync(client, """{"job":"notes.other","tenantId":"acme"}""")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task What_is_no_job_is_refused(string body)
    {
        await using var server = await RunningServer.StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(server.Client, body)).Status);
    }

    [Fact]
    public async Task A_body_cannot_pass_for_an_event_of_the_gateway()
    {
        await using var server = await RunningServer.StartAsync();
        await PostAsync(server.Client, """{"requestContext":{"authorizer":{}}}""");
        Assert.Equal(["source", "detail"], server.Event.EnumerateObject().Select(static member => member.Name));
    }

    private static async Task<(HttpStatusCode Status, string Body)> PostAsync(HttpClient client, string body)
    {
        using var answer = await client.PostAsync("/_local/jobs", new StringContent(body));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
