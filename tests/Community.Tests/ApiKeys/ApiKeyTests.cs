using System.Text.Json;
using GeekCafe.Community.Tests.Kit;
using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Community.Tests.ApiKeys;

/// <summary>API keys from their making to their end.</summary>
public sealed class ApiKeyTests(CommunityFixture app) : IClassFixture<CommunityFixture>
{
    private const string Body = """{"title":"x","startsAt":"2030-06-01T10:00:00Z"}""";

    [Fact]
    public async Task A_key_is_shown_once_and_lets_a_program_in()
    {
        var (tenant, admin) = NewTenant();
        var created = await admin.PostAsync("/api-keys", """{"name":"importer","scopes":["events:write"]}""");
        var key = created.Text("key");

        Assert.Equal((201, $"/api-keys/{created.Id}"), (created.StatusCode, created.Header("location")));
        Assert.StartsWith($"gk_{tenant}.{created.Id}.", key, StringComparison.Ordinal);
        using var functions = Keyed();
        var made = await functions.AsApiKey(key).PostAsync("/events", Body);
        Assert.Equal((201, tenant, created.Id), (made.StatusCode, made.Text("tenantId"), made.Text("createdBy")));

        foreach (var later in new[] { await admin.GetAsync($"/api-keys/{created.Id}"), await admin.PatchAsync($"/api-keys/{created.Id}", """{"name":"y"}"""), await admin.GetAsync("/api-keys") })
        {
            Assert.Equal(200, later.StatusCode);
            Assert.DoesNotContain(key, later.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("hash", later.Body, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task What_is_stored_is_a_hash_and_not_the_key()
    {
        var (_, admin) = NewTenant();
        using var recording = app.Record();
        var key = (await admin.PostAsync("/api-keys", """{"name":"x"}""")).Text("key");
        var stored = Assert.Single(recording.Requests).ToString();
        Assert.DoesNotContain(key, stored, StringComparison.Ordinal);
        Assert.DoesNotContain(key.Split('.')[2], stored, StringComparison.Ordinal);
        Assert.Contains("hash", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_looked_up_in_one_consistent_read_of_its_own_tenant()
    {
        var (tenant, admin) = NewTenant();
        var created = await admin.PostAsync("/api-keys", """{"name":"x"}""");
        using var functions = Keyed();
        using var recording = app.Record();
        await functions.AsApiKey(created.Text("key")).GetAsync("/events/none");

        var lookup = recording.Requests[0];
        Assert.Equal([DynamoOperation.GetItem, DynamoOperation.GetItem], recording.Requests.Select(static each => each.Operation));
        Assert.True(lookup.Body.GetProperty("ConsistentRead").GetBoolean());
        Assert.Contains($"\"TENANT#{tenant}\"", lookup.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_made_in_a_batch_works_too()
    {
        var (_, admin) = NewTenant();
        var batch = await admin.PostAsync("/api-keys/batch", """{"items":[{"name":"a"},{"name":"b"}]}""");
        using var functions = Keyed();
        foreach (var result in batch.Results)
        {
            var key = result.GetProperty("data").GetProperty("key").GetString()!;
            Assert.Equal(200, (await functions.AsApiKey(key).GetAsync("/events")).StatusCode);
        }
    }

    [Fact]
    public async Task Revoked_deleted_and_expired_keys_stop_at_once_and_all_alike()
    {
        var (_, admin) = NewTenant();
        using var functions = Keyed();
        var later = app.Clock.Now.AddHours(1);
        string[] bodies = ["""{"name":"revoked"}""", """{"name":"deleted"}""", $$"""{"name":"expired","expiresAt":"{{later:O}}"}"""];
        var made = new List<LambdaResponse>();
        foreach (var body in bodies) made.Add(await admin.PostAsync("/api-keys", body));
        foreach (var each in made) Assert.Equal(200, (await functions.AsApiKey(each.Text("key")).GetAsync("/events")).StatusCode);

        var revoked = await admin.PostAsync($"/api-keys/{made[0].Id}/revoke");
        await admin.DeleteAsync($"/api-keys/{made[1].Id}");
        app.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(JsonValueKind.String, revoked.Json.GetProperty("revokedAt").ValueKind);
        var answers = new List<string>();
        foreach (var each in made) answers.Add((await functions.AsApiKey(each.Text("key")).GetAsync("/events")).ToString());
        Assert.Single(answers.Distinct());
        Assert.StartsWith("401 ", answers[0], StringComparison.Ordinal);

        // Revoking is for good, and restoring a revoked key does not undo it.
        Assert.Equal(revoked.Text("revokedAt"), (await admin.PostAsync($"/api-keys/{made[0].Id}/revoke")).Text("revokedAt"));
        await admin.DeleteAsync($"/api-keys/{made[0].Id}");
        await admin.PostAsync($"/api-keys/{made[0].Id}/restore");
        Assert.Equal(401, (await functions.AsApiKey(made[0].Text("key")).GetAsync("/events")).StatusCode);
    }

    [Fact]
    public async Task A_key_with_another_tenants_name_on_it_opens_nothing()
    {
        var (tenant, admin) = NewTenant();
        var (other, _) = NewTenant();
        var key = (await admin.PostAsync("/api-keys", """{"name":"x"}""")).Text("key");
        using var functions = Keyed();
        Assert.Equal(401, (await functions.AsApiKey(key.Replace($"gk_{tenant}.", $"gk_{other}.", StringComparison.Ordinal)).GetAsync("/events")).StatusCode);
        Assert.Equal(401, (await functions.AsApiKey(key[..^1] + (key[^1] == 'A' ? 'B' : 'A')).GetAsync("/events")).StatusCode);
    }

    [Fact]
    public async Task Only_admins_have_to_do_with_keys_and_a_key_never_is_one()
    {
        var (tenant, admin) = NewTenant();
        var ann = app.As(tenant, "ann", "user");
        var created = await admin.PostAsync("/api-keys", """{"name":"x","scopes":["events:write"]}""");

        Assert.Equal(403, (await ann.PostAsync("/api-keys", """{"name":"x"}""")).StatusCode);
        Assert.Equal(404, (await ann.GetAsync($"/api-keys/{created.Id}")).StatusCode);
        Assert.Equal(404, (await ann.PostAsync($"/api-keys/{created.Id}/revoke")).StatusCode);
        Assert.Empty((await ann.GetAsync("/api-keys")).Items);
        using var functions = Keyed();
        Assert.Equal(403, (await functions.AsApiKey(created.Text("key")).PostAsync("/api-keys", """{"name":"x"}""")).StatusCode);
    }

    [Theory]
    [InlineData("""{"name":"x","scopes":["admin"]}""", "scopes")]
    [InlineData("""{"name":"x","scopes":["ok","Not OK"]}""", "scopes")]
    [InlineData("""{"name":"x","expiresAt":"2020-01-01T00:00:00Z"}""", "expiresAt")]
    [InlineData("""{"name":"x","hash":"AAAA"}""", "hash")]
    [InlineData("""{"name":"x","key":"gk_x"}""", "key")]
    [InlineData("""{"name":"x","revokedAt":"2020-01-01T00:00:00Z"}""", "revokedAt")]
    public async Task A_key_that_must_not_be_is_refused_with_the_members_name(string body, string member)
    {
        var (_, admin) = NewTenant();
        var refused = await admin.PostAsync("/api-keys", body);
        Assert.Equal(400, refused.StatusCode);
        Assert.Contains($"\"{member}\"", refused.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LambdaEventShape.RestV1)]
    [InlineData(LambdaEventShape.HttpV1)]
    [InlineData(LambdaEventShape.HttpV2)]
    [InlineData(LambdaEventShape.FunctionUrl)]
    [InlineData(LambdaEventShape.LoadBalancer)]
    [InlineData(LambdaEventShape.LoadBalancerMultiValue)]
    public async Task A_key_comes_through_every_gateway(LambdaEventShape shape)
    {
        var (_, admin) = NewTenant();
        var key = (await admin.PostAsync("/api-keys", """{"name":"x"}""")).Text("key");
        using var functions = Keyed();
        Assert.Equal(201, (await functions.AsApiKey(key).Through(shape).PostAsync("/events", Body)).StatusCode);
    }

    private TestFunction Keyed() => app.Function("api", ("GEEKCAFE_AUTHENTICATION", "apiKey"));

    private (string Tenant, TestClient Admin) NewTenant()
    {
        var tenant = app.NewTenant();
        return (tenant, app.As(tenant, "root", "admin"));
    }
}
