using GeekCafe.Lambda;
using GeekCafe.Testing;
using Microsoft.Extensions.Time.Testing;

namespace GeekCafe.Runtime.Tests.Lambda;

public sealed class ApiKeyTests
{
    private readonly string _text;
    private readonly Store _store = new();
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UnixEpoch.AddYears(50));

    public ApiKeyTests()
    {
        (_text, var record) = ApiKey.Create("live-1", "t1", "robot");
        _store.Records["live-1"] = record with { Roles = ["admin"], ExpiresAt = _clock.GetUtcNow().AddHours(1) };
    }

    [Fact]
    public async Task A_good_key_is_its_caller()
    {
        var response = await SendAsync(_text);
        Assert.Equal(200, response.StatusCode);
        Assert.Equal("t1/robot/admin", $"{response.Json.GetProperty("tenant")}/{response.Json.GetProperty("user")}/{response.Json.GetProperty("roles")}");
    }

    [Fact]
    public async Task Every_bad_key_gets_one_answer()
    {
        var wrong = ApiKey.Create("live-1", "t1").Text;
        var unknown = ApiKey.Create("live-2", "t1").Text;
        string?[] keys = [null, "", "x", "gk_", "gk_live_", "gk_live-1_", "gk_live_ABCDEFGH", $"{_text} x", _text.ToLowerInvariant(), $"{_text},{_text}",
            $"gk_{new string('a', 300)}_x", wrong, unknown];
        var expected = (await SendAsync(wrong)).Body;
        foreach (var key in keys)
        {
            var response = await SendAsync(key);
            Assert.Equal(401, response.StatusCode);
            Assert.Equal(expected, response.Body);
        }

        Assert.All(_store.Asked, static id => Assert.True(Identifier.IsValid(id)));
    }

    [Fact]
    public async Task An_unknown_key_costs_as_many_lookups_as_a_wrong_one()
    {
        await SendAsync(ApiKey.Create("live-1", "t1").Text);
        await SendAsync(ApiKey.Create("live-2", "t1").Text);
        Assert.Equal(["live-1", "live-2"], _store.Asked);
    }

    [Fact]
    public async Task Two_headers_are_not_a_key()
    {
        var request = LambdaEvents.RestV1("GET", "/keys/1").WithHeader("x-api-key", _text).WithHeader("x-api-key", _text);
        Assert.Equal(401, (await Bed().SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_key_in_the_query_is_not_a_key() =>
        Assert.Equal(401, (await Bed().SendAsync(LambdaEvents.HttpV2("GET", "/keys/1").WithQuery("x-api-key", _text))).StatusCode);

    [Fact]
    public async Task Revoked_and_expired_keys_are_refused()
    {
        var good = _store.Records["live-1"];
        _store.Records["live-1"] = good with { IsRevoked = true };
        Assert.Equal(401, (await SendAsync(_text)).StatusCode);
        _store.Records["live-1"] = good;
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(401, (await SendAsync(_text)).StatusCode);
    }

    [Fact]
    public async Task Claims_do_not_open_an_operation_for_keys() =>
        Assert.Equal(401, (await Bed().SendAsync(LambdaEvents.HttpV2("GET", "/keys/1").WithCaller("t1", "u1"))).StatusCode);

    [Fact]
    public async Task Without_a_store_every_key_is_refused() =>
        Assert.Equal(401, (await new LambdaBed().SendAsync(LambdaEvents.HttpV2("GET", "/keys/1").WithHeader("x-api-key", _text))).StatusCode);

    [Fact]
    public void A_record_does_not_hold_the_key()
    {
        var (text, record) = ApiKey.Create("k", "t1");
        Assert.Equal("k", record.UserId);
        Assert.DoesNotContain(text, record.ToString(), StringComparison.Ordinal);
        Assert.Equal(32, record.Hash.Length);
        Assert.Throws<ArgumentException>(static () => ApiKey.Create("a_b", "t1"));
    }

    private LambdaBed Bed() => new(options => (options.ApiKeys, options.Clock) = (_store, _clock));

    private Task<LambdaResponse> SendAsync(string? key)
    {
        var request = LambdaEvents.HttpV2("GET", "/keys/1");
        return Bed().SendAsync(key is null ? request : request.WithHeader("X-Api-Key", key));
    }

    private sealed class Store : IApiKeyStore
    {
        public Dictionary<string, ApiKeyRecord> Records { get; } = [];

        public List<string> Asked { get; } = [];

        public async ValueTask<ApiKeyRecord?> FindAsync(string keyId, CancellationToken cancellationToken)
        {
            await Task.Yield();
            Asked.Add(keyId);
            return Records.GetValueOrDefault(keyId);
        }
    }
}
