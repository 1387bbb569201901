namespace GeekCafe.Community.Tests.Http;

/// <summary>A cursor opens one list, for one user of one tenant, in one direction. All else is refused alike.</summary>
public sealed class CursorTests(CommunityServer server)
{
    [Fact]
    public async Task A_cursor_is_no_use_elsewhere()
    {
        var tenant = CommunityServer.NewTenant();
        var ana = await server.SignInAsync(tenant, "ana", "admin");
        var bob = await server.SignInAsync(tenant, "bob");
        var stranger = await server.SignInAsync(CommunityServer.NewTenant(), "ana");
        await ListTests.CreateAsync(ana, 0, 10);
        await ListTests.CreateAsync(bob, 0, 10);
        await ListTests.CreateAsync(stranger, 0, 10);
        var cursor = (await ana.GetAsync("/events?limit=3")).Cursor!;
        var byOrganizer = (await ana.GetAsync("/users/ana/events?limit=3")).Cursor!;

        await RefusedAsync(stranger, $"/events?limit=3&cursor={cursor}");
        await RefusedAsync(bob, $"/events?limit=3&cursor={cursor}");
        await RefusedAsync(ana, $"/users?cursor={cursor}");
        await RefusedAsync(ana, $"/users/ana/events?cursor={cursor}");
        await RefusedAsync(ana, $"/events?cursor={byOrganizer}");
        await RefusedAsync(ana, $"/users/bob/events?cursor={byOrganizer}");
        await RefusedAsync(ana, $"/events?order=desc&cursor={cursor}");

        Assert.Equal(200, (await ana.GetAsync($"/events?limit=3&cursor={cursor}")).Status);
        Assert.Equal(200, (await ana.GetAsync($"/users/ana/events?cursor={byOrganizer}")).Status);
    }

    [Fact]
    public async Task A_cursor_changed_in_any_character_is_refused()
    {
        var ana = await server.SignInAsync();
        await ListTests.CreateAsync(ana, 0, 10);
        var cursor = (await ana.GetAsync("/events?limit=3")).Cursor!;

        for (var i = 0; i < cursor.Length; i++)
        {
            var other = cursor[i] == 'A' ? 'B' : 'A';
            await RefusedAsync(ana, $"/events?limit=3&cursor={cursor[..i]}{other}{cursor[(i + 1)..]}");
        }

        await RefusedAsync(ana, $"/events?limit=3&cursor={cursor[..^1]}");
        await RefusedAsync(ana, $"/events?limit=3&cursor={cursor}A");
        await RefusedAsync(ana, $"/events?limit=3&cursor={cursor}&cursor={cursor}", "INVALID_PARAMETER");
    }

    [Fact]
    public async Task A_cursor_shows_nothing_of_what_it_holds()
    {
        var tenant = CommunityServer.NewTenant();
        var ana = await server.SignInAsync(tenant, "ana");
        await ListTests.CreateAsync(ana, 0, 5);
        var cursor = (await ana.GetAsync("/events?limit=3")).Cursor!;

        var bytes = Convert.FromBase64String(cursor.Replace('-', '+').Replace('_', '/').PadRight((cursor.Length + 3) / 4 * 4, '='));
        foreach (var secret in new[] { tenant, "TENANT", "EVENT", "pk", "ana" })
        {
            Assert.DoesNotContain(secret, System.Text.Encoding.Latin1.GetString(bytes), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("")] // B120
    [InlineData("null")] // B121
    [InlineData("undefined")] // B122
    [InlineData("AAAA")] // B123
    [InlineData("eyJwayI6eyJTIjoiVEVOQU5UI3QxMCJ9LCJzayI6eyJTIjoiRVZFTlQjMSJ9fQ")] // B124
    [InlineData("..")] // B125
    [InlineData("v1.")] // B126
    [InlineData("v0.AAAA.AAAA")] // B127
    [InlineData("%2500")] // B128
    [InlineData("%00")] // B129
    [InlineData("%7B%22pk%22:%22TENANT%23t10%22%7D")]
    public async Task What_is_no_cursor_is_refused(string cursor)
    {
        var ana = await server.SignInAsync();
        await RefusedAsync(ana, $"/events?cursor={cursor}");
        await RefusedAsync(ana, $"/users/ana/events?cursor={cursor}");
    }

    [Fact]
    public async Task A_cursor_of_seven_kilobytes_is_refused()
    {
        var ana = await server.SignInAsync();
        await RefusedAsync(ana, $"/events?cursor={new string('A', 7000)}");
    }

    private static async Task RefusedAsync(ApiClient client, string path, string code = "INVALID_CURSOR")
    {
        var refused = await client.GetAsync(path);
        Assert.Equal((400, code), (refused.Status, refused.ErrorCode));
    }
}
