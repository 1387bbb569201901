using Community;
using Community.Events;
using GeekCafe.Community.Tests.Kit;
using GeekCafe.Testing;
using GeekCafe.Validation;

namespace GeekCafe.Community.Tests.Handlers;

/// <summary>What an application adds of its own: a middleware, a validator, a service of its own.</summary>
public sealed class MiddlewareTests(CommunityFixture app) : IClassFixture<CommunityFixture>
{
    private const string Body = """{"title":"x","startsAt":"2030-06-01T10:00:00Z"}""";

    [Fact]
    public async Task While_the_community_is_maintained_it_is_read_and_not_changed()
    {
        using var maintained = app.Function("api", ("COMMUNITY_READ_ONLY", "1"));
        var ann = app.As(app.NewTenant(), "ann");
        var path = (await ann.PostAsync("/events", Body)).Header("location")!;
        var there = ann.Of(maintained);

        foreach (var refused in new[] { await there.PostAsync("/events", Body), await there.PatchAsync(path, "{}"), await there.DeleteAsync(path), await there.PostAsync(path + "/restore") })
        {
            Assert.Equal((503, "SERVICE_UNAVAILABLE", "60"), (refused.StatusCode, refused.ErrorCode, refused.Header("retry-after")));
        }

        Assert.Equal("\"1\"", (await there.GetAsync(path)).ETag);
        Assert.Single((await there.GetAsync("/events")).Items);
        Assert.Single((await there.PostAsync("/events/batch-get", """{"ids":["x"]}""")).Results);
    }

    [Fact]
    public async Task A_middleware_sees_only_authenticated_callers()
    {
        using var maintained = app.Function("api", ("COMMUNITY_READ_ONLY", "1"));
        Assert.Equal(401, (await maintained.Anonymous.PostAsync("/events", Body)).StatusCode);
    }

    [Fact]
    public async Task A_service_of_ones_own_takes_the_place_of_the_generated_one()
    {
        await using var own = await TestApplication<CommunityApplication>.StartAsync(static options => options.Create = environment =>
            CommunityApplication.CreateWith(environment, events: new CalmEvents(environment)));
        var ann = own.As("t1", "ann");
        var refused = await ann.PostAsync("/events", """{"title":"Party!!!","startsAt":"2030-06-01T10:00:00Z"}""");
        Assert.Equal((400, "must not shout"), (refused.StatusCode, refused.Json.GetProperty("details").GetProperty("title").GetString()));
        Assert.Equal(201, (await ann.PostAsync("/events", Body)).StatusCode);
    }

    private sealed class CalmEvents(ServiceEnvironment environment) : EventService(environment)
    {
        protected override ValueTask ValidateAsync(Caller caller, Event next, Event? current, ValidationErrors errors, CancellationToken cancellationToken)
        {
            if (next.Title.EndsWith("!!!", StringComparison.Ordinal)) errors.Add("title", "must not shout");
            return base.ValidateAsync(caller, next, current, errors, cancellationToken);
        }
    }
}
