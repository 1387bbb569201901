using System.Net.Http.Json;
using System.Text.Json;

namespace Community.Local;

/// <summary>Leads the tour: knows who is who, counts requests, and says what happens.</summary>
internal sealed class Guide(HttpClient http, TextWriter output)
{
    private readonly Dictionary<string, JsonElement> _souvenirs = [];

    /// <summary>How many requests there were.</summary>
    public int Requests { get; private set; }

    /// <summary>Waits until the host serves.</summary>
    public async Task WaitForHostAsync(Task<int> host)
    {
        while (!host.IsCompleted)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri("/openapi.json", UriKind.Relative));
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }

            await Task.Delay(100);
        }

        throw new TourException("The host did not start.");
    }

    /// <summary>Begins a chapter.</summary>
    public Task BeginAsync(string title) => output.WriteLineAsync($"\n== {title}");

    /// <summary>Somebody of a tenant, logged in.</summary>
    public async Task<Traveller> LogInAsync(string tenant, string user, params string[] roles)
    {
        using var answer = await http.PostAsJsonAsync("/_local/tokens", new { tenantId = tenant, userId = user, roles });
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
        return new Traveller(this, $"{tenant}/{user}", ("authorization", $"Bearer {token}"));
    }

    /// <summary>A program with an API key.</summary>
    public Traveller Program(string name, string key) => new(this, name, ("x-api-key", key));

    /// <summary>Somebody nobody knows.</summary>
    public Traveller Stranger() => new(this, "a stranger", null);

    /// <summary>Keeps something for a later chapter.</summary>
    public void Keep(string name, JsonElement thing) => _souvenirs[name] = thing;

    /// <summary>What an earlier chapter kept.</summary>
    public JsonElement Kept(string name) => _souvenirs[name];

    /// <summary>Demands what the text says.</summary>
    public async Task CheckAsync(bool holds, string what)
    {
        if (!holds) throw new TourException($"Not so: {what}");
        await output.WriteLineAsync($"   so {what}");
    }

    /// <summary>Sends a request, says so, and demands a status.</summary>
    public async Task<JsonElement> SendAsync(string who, (string Name, string Value)? credential, string what, string method, string path, object? body, int expected)
    {
        Requests++;
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        if (credential is { } own) request.Headers.TryAddWithoutValidation(own.Name, own.Value);
        if (body is not null) request.Content = JsonContent.Create(body);
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        var status = (int)answer.StatusCode;
        await output.WriteLineAsync($"{status}  {who,-12} {method,-6} {path,-60} {what}");
        if (status != expected) throw new TourException($"{method} {path} answered {status} instead of {expected}: {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}
