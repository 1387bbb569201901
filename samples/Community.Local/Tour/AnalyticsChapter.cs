namespace Community.Local;

/// <summary>API keys, and what programs tell with them.</summary>
internal static class AnalyticsChapter
{
    public static async Task WalkAsync(Guide guide)
    {
        var ana = await guide.LogInAsync("acme", "ana", "admin");
        var made = await ana.PostAsync("Ana makes a key for the website. It is shown once.", "/api-keys", new { name = "website", scopes = new[] { "analytics:write" } }, 201);
        var again = await ana.GetAsync("Never again.", $"/api-keys/{made.Id()}");
        await guide.CheckAsync(!again.TryGetProperty("key", out var key) || key.GetString() is null, "the key is not in the answer");

        var site = guide.Program("the website", made.Text("key"));
        await site.PostAsync("Somebody looks at a page.", "/analytics", View("s1"), 201);
        await site.PostAsync("Somebody else.", "/analytics", View("s2"), 201);
        await guide.Stranger().PostAsync("Without a key nothing is told.", "/analytics", View("s3"), 401);
        await site.PostAsync("Something breaks.", "/analytics", Told(new { kind = "error", message = "x is undefined", type = "TypeError" }), 201);
        await site.PostAsync("It was slow as well.", "/analytics", Told(new { kind = "performance", loadMs = 900, ttfbMs = 20 }), 201);
        await site.PostAsync("And somebody signed up.", "/analytics", Told(new { kind = "custom", name = "signup" }), 201);
        await ana.PostAsync("The hour is counted.", "/analytics/recount", new { routes = new[] { "/home" }, period = "hourly" });
        var hours = await ana.GetAsync("What came of it?", "/analytics/summaries?route=%2Fhome&period=hourly");
        var hour = hours.Items()[^1];
        await guide.CheckAsync((Events(hour, "pageViews"), Events(hour, "errors"), hour.GetProperty("total").Number("uniqueSessions")) == (2, 1, 2), "two views and an error, in two visits");

        await ana.PostAsync("The key is withdrawn.", $"/api-keys/{made.Id()}/revoke", null);
        await site.PostAsync("At once.", "/analytics", View("s4"), 401);
    }

    private static int Events(System.Text.Json.JsonElement summary, string kind) => summary.GetProperty(kind).GetProperty("audience").Number("events");

    private static object Told(object data) => new { route = "/home", sessionId = "s1", data };

    private static object View(string sessionId) => new { route = "/home", sessionId, data = new { kind = "pageView", durationMs = 1200 } };
}
