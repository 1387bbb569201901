using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using GeekCafe.Lambda;
using GeekCafe.Testing;

namespace GeekCafe.Local.Tests.Hosting;

/// <summary>From HTTP through gateway, engine, handler and database, and back.</summary>
public sealed class EndToEndTests
{
    [Fact]
    public async Task A_note_is_created_listed_and_got_by_its_tenant_alone()
    {
        await using var table = await LocalTable.CreateAsync(await LocalDynamo.SharedAsync(), NotesApplication.Table);
        var operations = NotesApplication.Create(table.Environment()).Operations;
        using var engine = new LambdaApplication(operations);
        var tokens = new TokenAuthority(RandomNumberGenerator.GetBytes(32), TimeProvider.System, new ClaimsOptions());
        await using var app = LocalServer.Build(new Uri("http://127.0.0.1:0"), NotesApplication.Manifest, operations, new LambdaFunction(engine), tokens);
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        await SignInAsync(client, "acme", "admin", "editor");
        using var created = await client.PostAsJsonAsync("/notes", new { text = "Grüße 👋" });
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var note = await created.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("""["admin","editor"]""", note.GetProperty("Roles").GetRawText());
        var id = note.GetProperty("id").GetString();

        var got = await client.GetFromJsonAsync<JsonElement>($"/notes/{id}");
        Assert.Equal("Grüße 👋", got.GetProperty("text").GetString());
        Assert.Equal(1, (await client.GetFromJsonAsync<JsonElement>("/notes")).GetProperty("items").GetArrayLength());

        using var unknown = await client.GetAsync("/nothing/here");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        using var method = await client.DeleteAsync("/notes");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, method.StatusCode);
        Assert.Contains("METHOD_NOT_ALLOWED", await method.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await SignInAsync(client, "other");
        using var foreign = await client.GetAsync($"/notes/{id}");
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);

        client.DefaultRequestHeaders.Authorization = null;
        using var health = await client.GetAsync("/health");
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    private static async Task SignInAsync(HttpClient client, string tenantId, params string[] roles)
    {
        using var answer = await client.PostAsJsonAsync("/_local/tokens", new { tenantId, userId = "ana", roles });
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }
}
