using Community;
using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Community.Tests.Kit;

/// <summary>What the testing kit promises to those who test their own applications.</summary>
public sealed class TestApplicationTests(CommunityFixture app) : IClassFixture<CommunityFixture>
{
    private const string Body = """{"title":"x","startsAt":"2030-06-01T10:00:00Z"}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_goes_through_the_whole_application_and_its_answer_is_read()
    {
        var ann = app.As(app.NewTenant(), "ann", "admin");

        var created = await ann.PostAsync("/events", Body);
        var got = await ann.GetAsync(created.Header("location")!);

        Assert.Equal((201, 200), (created.StatusCode, got.StatusCode));
        Assert.Equal(("x", created.Id, "\"1\""), (got.Text("title"), got.Id, got.ETag));
        Assert.Equal([created.Id], (await ann.GetAsync("/users/ann/events?limit=5&order=desc")).Ids);
        Assert.Equal(412, (await ann.PatchAsync($"/events/{created.Id}", """{"title":"y"}""", ("if-match", "\"7\""))).StatusCode);
        Assert.Equal(200, (await ann.PutAsync($"/events/{created.Id}", Body)).StatusCode);
        Assert.Equal(204, (await ann.DeleteAsync($"/events/{created.Id}")).StatusCode);
        Assert.Equal("NOT_FOUND", (await ann.GetAsync($"/events/{created.Id}")).ErrorCode);
        Assert.Equal(401, (await app.Anonymous.GetAsync("/events")).StatusCode);
    }

    [Theory]
    [InlineData(LambdaEventShape.RestV1)]
    [InlineData(LambdaEventShape.HttpV1)]
    [InlineData(LambdaEventShape.HttpV2)]
    public async Task Every_gateway_that_verifies_callers_leads_to_the_same(LambdaEventShape shape)
    {
        var ann = app.As(app.NewTenant(), "ann", "admin", "editor").Through(shape);
        var created = await ann.PostAsync("/events", Body);
        Assert.Equal([created.Id], (await ann.GetAsync("/events?limit=1")).Ids);
    }

    [Theory]
    [InlineData(LambdaEventShape.FunctionUrl)]
    [InlineData(LambdaEventShape.LoadBalancer)]
    [InlineData(LambdaEventShape.LoadBalancerMultiValue)]
    public async Task A_gateway_without_an_authorizer_has_no_users(LambdaEventShape shape)
    {
        Assert.Equal(401, (await app.Anonymous.Through(shape).GetAsync("/events")).StatusCode);
        await Assert.ThrowsAsync<InvalidOperationException>(() => app.As("t1", "ann").Through(shape).GetAsync("/events"));
    }

    [Fact]
    public async Task Services_and_calls_meet_in_one_table()
    {
        var tenant = app.NewTenant();
        var created = (await app.Services.Events.CreateAsync(Callers.User(tenant, "bob"), new() { Title = "b", StartsAt = app.Clock.Now }, Cancellation)).Data;
        Assert.Equal("bob", (await app.As(tenant, "ann", "admin").GetAsync($"/events/{created.Id}")).Text("organizerId"));
    }

    [Fact]
    public async Task A_recording_says_what_was_asked_for_and_what_it_read()
    {
        var ann = app.As(app.NewTenant(), "ann");
        for (var i = 0; i < 3; i++) await ann.PostAsync("/events", Body);

        using var list = app.Record();
        var page = await ann.GetAsync("/users/ann/events");
        list.Dispose();
        using var change = app.Record();
        await ann.PatchAsync($"/events/{page.Ids[0]}", """{"title":"y"}""");

        Assert.Equal("1 Query on gsi1, 3 items read", list.Summary);
        Assert.Equal("1 GetItem, 1 item read; 1 UpdateItem", change.Summary);
        Assert.Equal([new RecordedCalls(DynamoOperation.Query, "gsi1", 1, 3)], list.Calls);
        Assert.Equal((true, 0.0), (list.ReadUnits > 0, list.WriteUnits));
        Assert.True(change.WriteUnits >= 1);
    }

    [Fact]
    public async Task Ids_and_times_are_those_a_test_foresees()
    {
        await using var own = await TestApplication<CommunityApplication>.StartAsync();
        var ann = own.As("t1", "ann");

        var first = await ann.PostAsync("/events", Body);
        own.Clock.Advance(TimeSpan.FromHours(1));
        var second = await ann.PostAsync("/events", Body);

        Assert.Equal(("id-000001", "id-000002"), (first.Id, second.Id));
        Assert.Equal(TestClock.Start, first.Json.GetProperty("createdAt").GetDateTimeOffset());
        Assert.Equal(TestClock.Start.AddHours(1), second.Json.GetProperty("createdAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task A_clock_that_stands_does_not_stop_retries()
    {
        FaultTransport? faults = null;
        await using var own = await TestApplication<CommunityApplication>.StartAsync(options => options.Transport = transport =>
            faults = new FaultTransport(transport).Next(DynamoOperation.PutItem, Faults.Throttle, times: 2));

        using var recording = own.Record();
        Assert.Equal(201, (await own.As("t1", "ann").PostAsync("/events", Body)).StatusCode);

        Assert.Equal((0, "3 PutItem"), (faults!.Pending, recording.Summary));
    }

    [Fact]
    public async Task One_operation_is_a_function_of_its_own()
    {
        using var create = app.Function("events.create");
        var ann = create.As(app.NewTenant(), "ann");

        var created = await ann.PostAsync("/events", Body);

        Assert.Equal((201, 405), (created.StatusCode, (await ann.GetAsync("/events")).StatusCode));
        Assert.Equal(404, (await ann.GetAsync($"/events/{created.Id}")).StatusCode);
        Assert.Equal("events.create", Assert.Single(create.Operations).Name);
        Assert.Contains("events.create", Assert.Throws<ConfigurationException>(() => app.Function("events.creat")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_gateway_sends_is_a_function_error()
    {
        using var function = app.Function("api");
        Assert.Equal("Function.MalformedEvent", (await function.InvokeAsync("{"u8.ToArray())).ErrorType);
        Assert.Equal("Function.UnsupportedEvent", (await function.InvokeAsync(LambdaEvents.AuthorizerRequest("GET", "/events", "Bearer x"))).ErrorType);
        Assert.Null((await function.InvokeAsync(LambdaEvents.WarmUp())).ErrorType);
    }

    [Fact]
    public async Task It_runs_on_amazons_own_database_too()
    {
        Assert.SkipWhen(DynamoDbLocal.Missing is not null, DynamoDbLocal.Missing ?? "");
        await using var own = await TestApplication<CommunityApplication>.StartAsync(static options => options.Database = DynamoDbLocal.SharedAsync);
        var ann = own.As("t1", "ann");
        await ann.PostAsync("/events", Body);
        using var recording = own.Record();
        Assert.Single((await ann.GetAsync("/users/ann/events")).Items);
        Assert.Equal("1 Query on gsi1, 1 item read", recording.Summary);
    }

    [Fact]
    public async Task Before_it_is_started_it_says_so()
    {
        await using var own = new TestApplication<CommunityApplication>();
        Assert.Contains("StartAsync", Assert.Throws<InvalidOperationException>(() => own.Services).Message, StringComparison.Ordinal);
    }
}
