using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GeekCafe.Lambda;
using GeekCafe.Local.Tests.Hosting;

namespace GeekCafe.Local.Tests.Tokens;

public sealed class TokenTests
{
    private static readonly DateTimeOffset Start = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_token_holds_until_it_expires()
    {
        var clock = new MovingClock { Now = Start };
        var tokens = new TokenAuthority(RandomNumberGenerator.GetBytes(32), clock, new ClaimsOptions());
        var token = tokens.Issue("acme", "ana", ["admin"]);

        Assert.NotNull(tokens.Verify($"Bearer {token}"));
        clock.Now = Start + TokenAuthority.Lifetime - TimeSpan.FromSeconds(1);
        Assert.NotNull(tokens.Verify($"bearer {token}"));
        clock.Now = Start + TokenAuthority.Lifetime;
        Assert.Null(tokens.Verify($"Bearer {token}"));
    }

    [Fact]
    public void A_token_has_the_claims_the_application_asks_for()
    {
        var claims = new ClaimsOptions
        {
            TenantClaims = ["tenant"],
            RoleClaims = ["roles"],
            RoleSeparator = ';',
            RequiredClaims = new Dictionary<string, IReadOnlyList<string>> { ["aud"] = ["app"] },
        };
        var tokens = new TokenAuthority(RandomNumberGenerator.GetBytes(32), TimeProvider.System, claims);

        var verified = tokens.Verify($"Bearer {tokens.Issue("acme", "ana", ["admin", "editor"])}")!.Claims;

        foreach (var claim in new[] { ("tenant", "acme"), ("sub", "ana"), ("roles", "admin;editor"), ("aud", "app") })
        {
            Assert.Contains(new KeyValuePair<string, string>(claim.Item1, claim.Item2), verified);
        }
    }

    [Fact]
    public void What_is_not_a_token_of_this_key_is_refused()
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var tokens = new TokenAuthority(key, TimeProvider.System, new ClaimsOptions());
        var parts = tokens.Issue("acme", "ana", []).Split('.');
        var payload = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1]));
        var forged = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload.Replace("acme", "evil", StringComparison.Ordinal)));
        var none = Base64Url.EncodeToString("""{"alg":"none","typ":"JWT"}"""u8);

        foreach (var bad in new[]
        {
            "", "Bearer", "Bearer ", "Bearer a.b.c", "Bearer ..", $"Basic {string.Join('.', parts)}", $"Bearer {parts[0]}.{forged}.{parts[2]}",
            $"Bearer {none}.{parts[1]}.", $"Bearer {none}.{parts[1]}.{parts[2]}", $"Bearer {parts[0]}.{parts[1]}.", $"Bearer {parts[0]}.{parts[2]}",
            $"Bearer {new TokenAuthority(RandomNumberGenerator.GetBytes(32), TimeProvider.System, new ClaimsOptions()).Issue("acme", "ana", [])}",
        })
        {
            Assert.Null(tokens.Verify(bad));
        }
    }

    [Fact]
    public async Task The_gateway_refuses_where_a_caller_is_needed_and_only_there()
    {
        await using var server = await RunningServer.StartAsync();
        using var refused = await server.Client.GetAsync("/events");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal("""{"message":"Unauthorized"}""", await refused.Content.ReadAsStringAsync());
        Assert.Equal(JsonValueKind.Undefined, server.Event.ValueKind);

        server.SignIn("admin");
        using var open = await server.Client.GetAsync("/health");
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        Assert.False(server.Event.GetProperty("requestContext").TryGetProperty("authorizer", out _));
    }

    [Fact]
    public async Task The_endpoint_issues_tokens_that_the_gateway_takes()
    {
        await using var server = await RunningServer.StartAsync();
        using var answer = await server.Client.PostAsJsonAsync("/_local/tokens", new { tenantId = "acme", userId = "ana", roles = new[] { "admin" } });
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString();
        server.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        using var response = await server.Client.GetAsync("/events");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("""{"tenantId":"acme"}""")]
    [InlineData("""{"tenantId":"a#b","userId":"ana"}""")]
    [InlineData("""{"tenantId":"acme","userId":"ana","roles":["two words"]}""")]
    [InlineData("""{"tenantId":"acme","userId":"ana","roles":[null]}""")]
    [InlineData("""{"tenantId":"acme","userId":"ana","admin":true}""")]
    [InlineData("null")]
    [InlineData("")]
    public async Task The_endpoint_refuses_what_is_no_identity(string body)
    {
        await using var server = await RunningServer.StartAsync();
        using var answer = await server.Client.PostAsync("/_local/tokens", new StringContent(body));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("VALIDATION_ERROR", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private sealed class MovingClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
