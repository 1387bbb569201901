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
        _text = ApiKeyText.New("t1", "live_1");
        _store.Records["t1.live_1"] = new("t1", "live_1", "robot", ApiKeyText.Hash(_text)) { Roles = ["admin"], ExpiresAt = _clock.GetUtcNow().AddHours(1) };
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
        var wrong = ApiKeyText.New("t1", "live_1");
        var unknown = ApiKeyText.New("t1", "live-2");
        string?[] keys = [null, "", "x", "gk_", "gk_t1", "gk_t1.live_1", "gk_t1.live_1.", "gk_..", "gk_t1..x", "gk_.live_1.x", $"{_text} x", $"{_text}.x", $"{_text}x", _text[..^1],
            _text.ToLowerInvariant(), $"{_text},{_text}", $"gk_{new string('a', 300)}.b.c", _text.Replace("t1", "T1", StringComparison.Ordinal), _text.Replace("live_1", "live_1#x", StringComparison.Ordinal), wrong, unknown];
        var expected = (await SendAsync(wrong)).Body;
        foreach (var key in keys)
        {
            var response = await SendAsync(key);
            Assert.Equal(401, response.StatusCode);
            Assert.Equal(expected, response.Body);
        }

        Assert.All(_store.Asked, static asked => Assert.All(asked.Split('.'), static id => Assert.True(Identifier.IsValid(id))));
    }

    [Fact]
    public async Task An_unknown_key_costs_as_many_lookups_as_a_wrong_one()
    {
        await SendAsync(ApiKeyText.New("t1", "live_1"));
        await SendAsync(ApiKeyText.New("t1", "live-2"));
        Assert.Equal(["t1.live_1", "t1.live-2"], _store.Asked);
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
        var good = _store.Records["t1.live_1"];
        _store.Records["t1.live_1"] = good with { IsRevoked = true };
        Assert.Equal(401, (await SendAsync(_text)).StatusCode);
        _store.Records["t1.live_1"] = good;
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(401, (await SendAsync(_text)).StatusCode);
    }

    [Fact]
    public async Task Claims_do_not_open_an_operation_for_keys() =>
        Assert.Equal(401, (await Bed().SendAsync(LambdaEvents.HttpV2("GET", "/keys/1").WithCaller("t1", "u1"))).StatusCode);

    [Fact]
    public async Task Without_a_store_every_key_is_refused() =>
        Assert.Equal(401, (await new LambdaBed().SendAsync(LambdaEvents.HttpV2("GET", "/keys/1").WithHeader("x-api-key", _text))).StatusCode);

    /// <summary>The tenant in a text is a place to look; a record of elsewhere that is found there proves nothing, even with the right hash.</summary>
    [Theory]
    [InlineData("t2", "live_1")]
    [InlineData("t1", "live_2")]
    public async Task A_record_of_another_place_is_not_believed(string tenantId, string keyId)
    {
        _store.Records["t1.live_1"] = new(tenantId, keyId, "robot", ApiKeyText.Hash(_text));
        Assert.Equal(401, (await SendAsync(_text)).StatusCode);
    }

    [Fact]
    public async Task A_store_that_cannot_be_asked_is_no_wrong_key()
    {
        _store.Failure = new ServiceError(ErrorCode.Unavailable, "Later.");
        var response = await SendAsync(_text);
        Assert.Equal((503, "SERVICE_UNAVAILABLE"), (response.StatusCode, response.ErrorCode));
        Assert.Null(response.Header("www-authenticate"));
    }

    [Fact]
    public void A_record_does_not_show_its_hash()
    {
        var record = new ApiKeyRecord("t1", "k", "robot", ApiKeyText.Hash(_text));
        Assert.Equal("k of t1/robot", record.ToString());
        Assert.Equal(32, record.Hash.Length);
        Assert.NotEqual(ApiKeyText.New("t1", "k"), ApiKeyText.New("t1", "k"));
        Assert.Equal(3 + 3 + 2 + 43, ApiKeyText.New("t1", "k").Length);
        Assert.Throws<ArgumentException>(static () => ApiKeyText.New("t1", "a.b"));
        Assert.Throws<ArgumentException>(static () => ApiKeyText.New("t#1", "a"));
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

        public ServiceError? Failure { get; set; }

        public async ValueTask<ServiceResult<ApiKeyRecord>> FindAsync(string tenantId, string keyId, CancellationToken cancellationToken)
        {
            await Task.Yield();
            Asked.Add($"{tenantId}.{keyId}");
            if (Failure is not null) return Failure;
            return Records.TryGetValue($"{tenantId}.{keyId}", out var record) ? record : ServiceError.NotFound;
        }
    }
}
