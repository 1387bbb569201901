using System.Text.Json.Nodes;

namespace GeekCafe.Community.Tests.Http;

/// <summary>What the host tells about the API.</summary>
public sealed class DescriptionTests(CommunityServer server)
{
    [Fact]
    public async Task The_explorer_is_at_the_root()
    {
        using var browser = new HttpClient { BaseAddress = server.Url };
        using var page = await browser.GetAsync("/");
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Contains("openapi.json", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_reference_in_the_description_resolves()
    {
        var answer = await server.Anonymous().GetAsync("/openapi.json");
        Assert.Equal((200, "application/json"), (answer.Status, answer.Header("content-type")));

        var references = References(answer.Json).Distinct().ToList();
        Assert.Contains("#/components/schemas/Event", references);
        Assert.All(references, reference => Assert.NotNull(Find(answer.Json, reference)));
    }

    [Fact]
    public async Task The_description_has_every_path_and_what_it_says_of_bodies_is_true()
    {
        var description = (await server.Anonymous().GetAsync("/openapi.json")).Json;
        var paths = description["paths"]!.AsObject().Select(static each => each.Key).ToHashSet();
        Assert.Subset(paths, new HashSet<string>
        {
            "/api-keys", "/api-keys/batch", "/api-keys/batch-get", "/api-keys/{id}", "/api-keys/{id}/restore", "/api-keys/{id}/revoke", "/events", "/events/batch", "/events/batch-get",
            "/events/{id}", "/events/{id}/restore", "/events/{eventId}/threads", "/threads/{id}", "/threads/{id}/restore", "/threads/{threadId}/messages/{number}", "/users/{id}",
            "/users/{id}/restore", "/users/{organizerId}/events", "/votes", "/targets/{targetId}/summary", "/analytics/summaries",
        });
        Assert.DoesNotContain(paths, static path => path.StartsWith("/participations", StringComparison.Ordinal));
        Assert.Equal(["category", "description", "name"],
            description["components"]!["schemas"]!["GroupInput"]!["required"]!.AsArray().Select(static each => each!.GetValue<string>()).Order(StringComparer.Ordinal));
        var input = description["components"]!["schemas"]!["EventInput"]!;

        var ana = await server.SignInAsync();
        var written = input["properties"]!.AsObject().Select(static each => each.Key).ToHashSet();
        var shown = (await ana.GetAsync($"/events/{await ana.CreateEventAsync()}")).Json.AsObject().Select(static each => each.Key).ToHashSet();
        Assert.Subset(shown, written);
        Assert.Subset(description["components"]!["schemas"]!["Event"]!["properties"]!.AsObject().Select(static each => each.Key).ToHashSet(), shown);
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(static each => each.Key == "$ref" ? [each.Value!.GetValue<string>()] : References(each.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };

    private static JsonNode? Find(JsonNode root, string reference) =>
        reference.Split('/')[1..].Aggregate((JsonNode?)root, static (node, name) => node?[name.Replace("~1", "/", StringComparison.Ordinal)]);
}
