using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GeekCafe.Community.Tests.Http;

/// <summary>Sends what a test says, byte for byte: paths are not normalised and headers not checked.</summary>
public sealed class ApiClient(Uri url, string? token)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(30) };

    public string? Token { get; } = token;

    public static async Task<ApiClient> SignInAsync(Uri url, string tenantId, string userId, params string[] roles)
    {
        using var answer = await Http.PostAsJsonAsync(new Uri(url, "/_local/tokens"), new { tenantId, userId, roles });
        answer.EnsureSuccessStatusCode();
        return new(url, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString());
    }

    public Task<ApiAnswer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync("GET", path, null, headers);

    public Task<ApiAnswer> PostAsync(string path, string json, params (string Name, string Value)[] headers) => SendAsync("POST", path, json, headers);

    public Task<ApiAnswer> PatchAsync(string path, string json, params (string Name, string Value)[] headers) => SendAsync("PATCH", path, json, headers);

    public Task<ApiAnswer> PutAsync(string path, string json, params (string Name, string Value)[] headers) => SendAsync("PUT", path, json, headers);

    public Task<ApiAnswer> DeleteAsync(string path, params (string Name, string Value)[] headers) => SendAsync("DELETE", path, null, headers);

    /// <summary>Creates an event that begins in a week, and publishes it.</summary>
    /// <returns>Its id; its version is 2.</returns>
    public async Task<string> PublishEventAsync()
    {
        var id = await CreateEventAsync($"\"startsAt\":\"{Dates.In(7)}\"");
        Assert.Equal(200, (await SendAsync("POST", $"/events/{id}/publish", null)).Status);
        return id;
    }

    /// <summary>Creates an event, a draft that only its organizer and admins see, and gives its id.</summary>
    public async Task<string> CreateEventAsync(string members = "")
    {
        var created = await PostAsync("/events", $$"""{"title":"x"{{(members.Length > 0 ? "," : "")}}{{members}}}""");
        Assert.Equal(201, created.Status);
        return created.Text("id");
    }

    /// <param name="method">The method.</param>
    /// <param name="path">Path and query, encoded.</param>
    /// <param name="body">The body, or null for none; <c>application/json</c> unless a header says otherwise.</param>
    /// <param name="headers">More headers. An empty content-type means none.</param>
    public async Task<ApiAnswer> SendAsync(string method, string path, string? body, params (string Name, string Value)[] headers)
    {
        var target = new Uri(url.GetLeftPart(UriPartial.Authority) + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(new HttpMethod(method), target);
        if (body is not null) request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        request.Content?.Headers.TryAddWithoutValidation("content-type", "application/json");
        if (Token is not null) request.Headers.TryAddWithoutValidation("authorization", $"Bearer {Token}");
        foreach (var (name, value) in headers)
        {
            var place = name.StartsWith("content-", StringComparison.OrdinalIgnoreCase) ? (System.Net.Http.Headers.HttpHeaders)request.Content!.Headers : request.Headers;
            place.Remove(name);
            if (value.Length > 0) place.TryAddWithoutValidation(name, value);
        }

        using var answer = await Http.SendAsync(request);
        var all = answer.Headers.Concat(answer.Content.Headers)
            .ToDictionary(static each => each.Key, static each => string.Join(", ", each.Value), StringComparer.OrdinalIgnoreCase);
        return new((int)answer.StatusCode, all, await answer.Content.ReadAsStringAsync());
    }
}

/// <summary>An answer as it came.</summary>
public sealed record ApiAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public string? ErrorCode => Json["errorCode"]?.GetValue<string>();

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public string Text(string member) => Json[member]!.GetValue<string>();

    public IReadOnlyList<JsonNode> Items => [.. Json["items"]!.AsArray().Select(static item => item!)];

    public IReadOnlyList<string> Ids => [.. Items.Select(static item => item["id"]!.GetValue<string>())];

    public string? Cursor => Json["cursor"]?.GetValue<string>();

    /// <summary>Everything a client could tell two answers apart by, without what names the request itself.</summary>
    public string Fingerprint()
    {
        var body = Body.Length == 0 ? null : Json;
        body?.AsObject().Remove("requestId");
        var headers = Headers.Where(static each => each.Key.ToUpperInvariant() is not ("DATE" or "APIGW-REQUESTID"))
            .OrderBy(static each => each.Key, StringComparer.OrdinalIgnoreCase).Select(static each => $"{each.Key}: {each.Value}");
        return $"{Status}\n{string.Join('\n', headers)}\n\n{body?.ToJsonString()}";
    }
}
