using GeekCafe.Community.Tests.Kit;
using GeekCafe.Testing;

namespace GeekCafe.Community.Tests.Attendees;

/// <summary>Attendees of an event and attendances of a person: queries, seen by whoever may see the events.</summary>
public sealed class AttendanceListTests(CommunityFixture app) : IClassFixture<CommunityFixture>
{
    [Fact]
    public async Task Attendees_of_an_event_are_a_query_and_one_read_of_the_event()
    {
        var (ann, bob, _) = Cast();
        var id = await ann.PublishedAsync();
        for (var i = 0; i < 30; i++) await ann.InviteAsync(id, $"u{i:D2}");

        using var recording = app.Record();
        var page = await bob.GetAsync($"/events/{id}/attendees?limit=10");
        Assert.Equal(10, page.Items.Count);
        Assert.Equal("1 Query, 10 items read; 1 BatchGetItem, 1 item read", recording.Summary);
        Assert.Equal(["u00", "u01"], page.Items.Take(2).Select(static each => each.GetProperty("userId").GetString()));
    }

    [Fact]
    public async Task Own_attendances_are_a_query_and_nothing_else()
    {
        var (ann, bob, _) = Cast();
        for (var i = 0; i < 3; i++) await bob.RsvpAsync(await ann.PublishedAsync(), "bob", "accepted");
        using var recording = app.Record();
        Assert.Equal(3, (await bob.GetAsync("/users/bob/attendances")).Items.Count);
        Assert.Equal("1 Query on gsi1, 3 items read", recording.Summary);
    }

    [Theory]
    [InlineData("public", true)]
    [InlineData("private", false)]
    public async Task Attendances_of_others_are_seen_with_their_events(string visibility, bool isSeen)
    {
        var (ann, bob, eve) = Cast();
        var id = await ann.PublishedAsync($"\"visibility\":\"{visibility}\"");
        await ann.InviteAsync(id, "bob");
        await bob.RsvpAsync(id, "bob", "accepted");
        foreach (var list in new[] { "/users/bob/attendances", $"/events/{id}/attendees" })
        {
            Assert.Equal(isSeen ? 1 : 0, (await eve.GetAsync(list)).Items.Count);
            Assert.Single((await bob.GetAsync(list)).Items);
        }

        Assert.Equal(isSeen ? 200 : 404, (await eve.GetAsync($"/events/{id}/attendees/bob")).StatusCode);
    }

    [Theory]
    [InlineData("PATCH", "/bob", """{"status":"accepted"}""")]
    [InlineData("PUT", "/bob", """{"status":"accepted"}""")]
    [InlineData("POST", "/bob/restore", null)]
    public async Task Attendees_are_written_by_operations_alone(string method, string suffix, string? body)
    {
        var (ann, _, _) = Cast();
        var id = await ann.PublishedAsync();
        await ann.InviteAsync(id, "bob");
        Assert.Contains((await ann.SendAsync(method, $"/events/{id}/attendees{suffix}", body)).StatusCode, new[] { 404, 405 });
        Assert.Equal("invited", (await ann.GetAsync($"/events/{id}/attendees/bob")).Text("status"));
    }

    [Fact]
    public async Task No_service_call_writes_an_attendee_past_the_headcount()
    {
        var (ann, tenant) = (Callers.User(app.NewTenant(), "ann", "admin"), app);
        var attendees = tenant.Services.Attendees;
        var input = new global::Community.Attendees.AttendeeInput { EventId = "e", UserId = "ann", Status = global::Community.Attendees.AttendeeStatus.Accepted };
        Assert.Equal(ErrorCode.AccessDenied, (await attendees.CreateAsync(ann, input, TestContext.Current.CancellationToken)).Error?.Code);
        Assert.Equal(ErrorCode.AccessDenied, (await attendees.PutAsync(ann, input, TestContext.Current.CancellationToken)).Error?.Code);
        Assert.Equal(ErrorCode.AccessDenied, (await attendees.BatchCreateAsync(ann, [input], TestContext.Current.CancellationToken))[0].Error?.Code);
    }

    private (TestClient Ann, TestClient Bob, TestClient Eve) Cast()
    {
        var tenant = app.NewTenant();
        return (app.As(tenant, "ann"), app.As(tenant, "bob"), app.As(tenant, "eve"));
    }
}
