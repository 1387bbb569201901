using GeekCafe.Community.Tests.Kit;
using GeekCafe.Testing;

namespace GeekCafe.Community.Tests.Attendees;

/// <summary>Answers, seats and the queue for them.</summary>
public sealed class RsvpTests(CommunityFixture app) : IClassFixture<CommunityFixture>
{
    [Theory]
    [InlineData("accepted", 2, "accepted=1 seats=3")]
    [InlineData("accepted", 0, "accepted=1 seats=1")]
    [InlineData("declined", 0, "declined=1")]
    [InlineData("tentative", 1, "tentative=1")]
    public async Task An_answer_is_kept_and_counted(string status, int plusOnes, string counts)
    {
        var (ann, bob, _) = Cast();
        var id = await ann.PublishedAsync();
        var answer = await bob.RsvpAsync(id, "bob", status, plusOnes);
        Assert.Equal((200, status, "attendee"), (answer.StatusCode, answer.Text("status"), answer.Text("role")));
        Assert.Equal(plusOnes, answer.Json.GetProperty("plusOnes").GetInt32());
        Assert.Equal(counts, await CountsAsync(ann, id));
    }

    [Theory]
    [InlineData("invited", 0, "status")]
    [InlineData("yes", 0, "status")]
    [InlineData("Accepted", 0, "status")]
    [InlineData("wait_list", 0, "status")]
    [InlineData("accepted", -1, "plusOnes")]
    [InlineData("accepted", 11, "plusOnes")]
    public async Task An_answer_that_is_none_is_refused_by_name(string status, int plusOnes, string member)
    {
        var (ann, bob, _) = Cast();
        var refused = await bob.RsvpAsync(await ann.PublishedAsync(), "bob", status, plusOnes);
        Assert.Equal((400, "VALIDATION_ERROR"), refused.Outcome());
        Assert.Equal([member], refused.Faults());
    }

    [Fact]
    public async Task There_is_one_answer_for_each_person_and_the_last_one_counts()
    {
        var (ann, bob, _) = Cast();
        var id = await ann.PublishedAsync();
        foreach (var status in new[] { "accepted", "tentative", "accepted", "declined", "accepted" }) Assert.Equal(200, (await bob.RsvpAsync(id, "bob", status, 1)).StatusCode);
        Assert.Single((await bob.GetAsync($"/events/{id}/attendees")).Items);
        Assert.Equal("accepted=1 seats=2", await CountsAsync(ann, id));
    }

    [Theory]
    [InlineData("draft", 404)]
    [InlineData("cancelled", 409)]
    public async Task Only_a_published_event_takes_answers(string status, int expected)
    {
        var (ann, bob, _) = Cast();
        var id = status == "draft" ? await ann.DraftAsync() : await ann.PublishedAsync();
        if (status == "cancelled") await ann.DoAsync(200, "POST", $"/events/{id}/cancel", """{"reason":"x"}""");
        Assert.Equal(expected, (await bob.RsvpAsync(id, "bob", "accepted")).StatusCode);
        Assert.Equal((409, "INVALID_STATE"), (await ann.RsvpAsync(id, "ann", "accepted")).Outcome());
    }

    [Fact]
    public async Task For_others_only_hosts_answer()
    {
        var (ann, bob, eve) = Cast();
        var id = await ann.PublishedAsync();
        Assert.Equal((403, "ACCESS_DENIED"), (await eve.RsvpAsync(id, "bob", "accepted")).Outcome());
        Assert.Equal("accepted", (await ann.RsvpAsync(id, "bob", "accepted")).Text("status"));
        Assert.Equal("organizer", (await ann.RsvpAsync(id, "ann", "accepted")).Text("role"));
        Assert.Equal("declined", (await bob.RsvpAsync(id, "bob", "declined")).Text("status"));
    }

    [Fact]
    public async Task Whoever_accepts_a_full_event_waits_and_nobody_overtakes()
    {
        var (ann, bob, eve) = Cast();
        var id = await ann.PublishedAsync("\"capacity\":2");
        Assert.Equal("accepted", (await ann.RsvpAsync(id, "ann", "accepted", 1)).Text("status"));
        Assert.Equal("waitlist", (await bob.RsvpAsync(id, "bob", "accepted")).Text("status"));
        Assert.Equal("declined", (await ann.RsvpAsync(id, "ann", "declined")).Text("status"));
        Assert.Equal("waitlist", (await eve.RsvpAsync(id, "eve", "accepted")).Text("status"));
        Assert.Equal(["bob", "eve"], (await eve.GetAsync($"/events/{id}/waitlist")).Items.Select(static each => each.GetProperty("userId").GetString()));
        Assert.Equal("declined=1 waiting=2", await CountsAsync(ann, id));
    }

    [Fact]
    public async Task Who_waits_keeps_the_place_and_gets_a_seat_when_nobody_else_waits()
    {
        await using var own = await TestApplication<global::Community.CommunityApplication>.StartAsync();
        var (ann, bob, eve) = (own.As("t1", "ann"), own.As("t1", "bob"), own.As("t1", "eve"));
        var id = await ann.PublishedAsync("\"capacity\":1");
        await ann.RsvpAsync(id, "ann", "accepted");
        var first = await bob.RsvpAsync(id, "bob", "accepted");
        own.Clock.Advance(TimeSpan.FromMinutes(1));
        await eve.RsvpAsync(id, "eve", "accepted");
        own.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(first.Text("waitingSince"), (await bob.RsvpAsync(id, "bob", "accepted")).Text("waitingSince"));

        await bob.RsvpAsync(id, "bob", "declined");
        await ann.RsvpAsync(id, "ann", "declined");
        Assert.Equal("accepted", (await eve.RsvpAsync(id, "eve", "accepted")).Text("status"));
        Assert.Equal("accepted=1 declined=2 seats=1", await CountsAsync(ann, id));
    }

    [Fact]
    public async Task Asking_for_the_waiting_list_while_there_are_seats_is_refused()
    {
        var (ann, bob, _) = Cast();
        var (open, full) = (await ann.PublishedAsync(), await ann.PublishedAsync("\"capacity\":1"));
        await ann.RsvpAsync(full, "ann", "accepted");
        Assert.Equal((409, "INVALID_STATE"), (await bob.RsvpAsync(open, "bob", "waitlist")).Outcome());
        Assert.Equal("waitlist", (await bob.RsvpAsync(full, "bob", "waitlist")).Text("status"));
    }

    [Theory]
    [InlineData(1, "accepted", 200)]
    [InlineData(2, "accepted", 409)]
    [InlineData(5, "accepted", 409)]
    public async Task Who_has_a_seat_does_not_lose_it_by_asking_for_more(int plusOnes, string status, int expected)
    {
        var (ann, bob, _) = Cast();
        var id = await ann.PublishedAsync("\"capacity\":3");
        await ann.RsvpAsync(id, "ann", "accepted");
        await bob.RsvpAsync(id, "bob", "accepted");
        Assert.Equal(expected, (await bob.RsvpAsync(id, "bob", status, plusOnes)).StatusCode);
        Assert.Equal($"accepted=2 seats={(expected == 200 ? 2 + plusOnes : 2)}", await CountsAsync(ann, id));
    }

    [Fact]
    public async Task A_party_larger_than_the_event_is_refused()
    {
        var (ann, bob, _) = Cast();
        var id = await ann.PublishedAsync("\"capacity\":3");
        Assert.Equal((409, "INVALID_STATE"), (await bob.RsvpAsync(id, "bob", "accepted", 3)).Outcome());
        Assert.Equal("", await CountsAsync(ann, id));
    }

    [Fact]
    public async Task Capacity_is_never_set_below_the_seats_taken()
    {
        var (ann, bob, _) = Cast();
        var id = await ann.PublishedAsync("\"capacity\":5");
        await bob.RsvpAsync(id, "bob", "accepted", 2);
        Assert.Equal(["capacity"], (await ann.DoAsync(400, "PATCH", $"/events/{id}", """{"capacity":2}""")).Faults());
        await ann.DoAsync(200, "PATCH", $"/events/{id}", """{"capacity":3}""");
        await ann.DoAsync(200, "PATCH", $"/events/{id}", """{"capacity":null}""");
    }

    [Fact]
    public async Task An_answer_costs_a_read_and_one_transaction()
    {
        var (ann, bob, _) = Cast();
        var id = await ann.PublishedAsync();
        using var recording = app.Record();
        await bob.RsvpAsync(id, "bob", "accepted");
        Assert.Equal("1 GetItem, 1 item read; 1 BatchGetItem, 1 item read; 1 TransactWriteItems", recording.Summary);
    }

    private (TestClient Ann, TestClient Bob, TestClient Eve) Cast()
    {
        var tenant = app.NewTenant();
        return (app.As(tenant, "ann"), app.As(tenant, "bob"), app.As(tenant, "eve"));
    }

    /// <summary>What is not zero of a headcount.</summary>
    internal static async Task<string> CountsAsync(TestClient client, string eventId) =>
        string.Join(' ', (await client.GetAsync($"/events/{eventId}")).Json.GetProperty("headcount").EnumerateObject()
            .Where(static each => each.Value.GetInt32() != 0).Select(static each => $"{each.Name}={each.Value}").Order(StringComparer.Ordinal));
}
