namespace GeekCafe.Community.Tests.Http;

/// <summary>Lists over HTTP: by id and by organizer, page by page.</summary>
public sealed class ListTests(CommunityServer server)
{
    private const int Rows = 250;

    [Theory]
    [InlineData("/events", "asc")]
    [InlineData("/events", "desc")]
    [InlineData("/users/ana/events", "asc")]
    [InlineData("/users/ana/events", "desc")]
    public async Task A_walk_in_pages_of_seven_sees_every_row_once_and_in_order(string list, string order)
    {
        var (tenant, created) = (CommunityServer.NewTenant(), new List<(string Start, string Id)>());
        var (ana, bob) = (await server.SignInAsync(tenant, "ana"), await server.SignInAsync(tenant, "bob"));
        for (var from = 0; from < Rows; from += 50) created.AddRange(await CreateAsync(ana, from, 50));
        if (list != "/events") await bob.CreateEventAsync();

        var (seen, cursor, pages) = (new List<string>(), (string?)null, 0);
        do
        {
            var page = await ana.GetAsync($"{list}?limit=7&order={order}{(cursor is null ? "" : $"&cursor={cursor}")}");
            Assert.Equal(200, page.Status);
            Assert.True(page.Items.Count == 7 || page.Cursor is null);
            seen.AddRange(page.Ids);
            cursor = page.Cursor;
        }
        while (cursor is not null && ++pages < Rows);

        var expected = list == "/events"
            ? created.Select(static each => each.Id).Order(StringComparer.Ordinal)
            : created.OrderBy(static each => each.Start, StringComparer.Ordinal).ThenBy(static each => each.Id, StringComparer.Ordinal).Select(static each => each.Id);
        Assert.Equal(order == "asc" ? expected : expected.Reverse(), seen);
    }

    [Fact]
    public async Task A_page_has_25_unless_asked_and_a_cursor_can_be_used_again()
    {
        var ana = await server.SignInAsync();
        await CreateAsync(ana, 0, 60);

        var first = await ana.GetAsync("/events");
        Assert.Equal(25, first.Items.Count);
        var second = await ana.GetAsync($"/events?cursor={first.Cursor}");
        Assert.Equal(second.Ids, (await ana.GetAsync($"/events?cursor={first.Cursor}")).Ids);
        Assert.Empty(first.Ids.Intersect(second.Ids));
        Assert.Equal(60, (await ana.GetAsync("/events?limit=100")).Items.Count);
    }

    [Fact]
    public async Task An_event_moves_in_its_organizers_list_when_it_moves_in_time()
    {
        var ana = await server.SignInAsync();
        var made = await CreateAsync(ana, 0, 3);
        await ana.PatchAsync($"/events/{made[0].Id}", $$"""{"startsAt":"{{Dates.Day(364)}}T00:00:00+05:00"}""");

        Assert.Equal([made[1].Id, made[2].Id, made[0].Id], (await ana.GetAsync("/users/ana/events")).Ids);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=-1")]
    [InlineData("limit=1.5")]
    [InlineData("limit=abc")]
    [InlineData("limit=1e3")]
    [InlineData("limit=2147483648")]
    [InlineData("limit=99999999999999999999")]
    [InlineData("limit=")]
    [InlineData("limit=101")]
    [InlineData("limit=%2B1")]
    [InlineData("limit=01")]
    [InlineData("limit=1%20")]
    [InlineData("limit=%EF%BC%91")]
    [InlineData("limit=10&limit=100")]
    [InlineData("limit[]=1")]
    [InlineData("order=up")]
    [InlineData("order=ASC")]
    [InlineData("order=")]
    [InlineData("tenant_id=t10&tenantId=t10")]
    [InlineData("Limit=5")]
    public async Task A_parameter_that_is_not_one_is_refused(string query)
    {
        var ana = await server.SignInAsync();
        foreach (var list in new[] { "/events", "/users/ana/events", "/users" })
        {
            var refused = await ana.GetAsync($"{list}?{query}");
            Assert.Equal((400, "INVALID_PARAMETER"), (refused.Status, refused.ErrorCode));
        }
    }

    [Fact]
    public async Task A_thousand_parameters_are_refused()
    {
        var ana = await server.SignInAsync();
        Assert.Equal(400, (await ana.GetAsync("/events?" + string.Join('&', Enumerable.Range(0, 1000).Select(static i => $"a{i}=1")))).Status);
    }

    /// <summary>Creates events in an order that is neither that of ids nor that of times.</summary>
    internal static async Task<IReadOnlyList<(string Start, string Id)>> CreateAsync(ApiClient client, int from, int count)
    {
        var entries = Enumerable.Range(from, count)
            .Select(static i => $$"""{"title":"x","startsAt":"{{Dates.In((i * 97 % 360) + 1)}}"}""");
        var answer = await client.PostAsync("/events/batch", $$"""{"items":[{{string.Join(',', entries)}}]}""");
        var made = answer.Json["results"]!.AsArray().Select(static each => (each!["data"]!["startsAt"]!.GetValue<string>(), each["data"]!["id"]!.GetValue<string>()));
        return [.. made];
    }
}
