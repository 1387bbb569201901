using GeekCafe.Lambda;
using GeekCafe.Testing;

namespace GeekCafe.Runtime.Tests.Lambda;

/// <summary>One switch for the authentication of a function: whoever sets it gets that or no function.</summary>
public sealed class FunctionAuthenticationTests
{
    private static readonly LambdaEventBuilder AsUser = LambdaEvents.HttpV2("GET", "/events").WithCaller("t1", "ann");

    [Theory]
    [InlineData(null, null)]
    [InlineData(" ", null)]
    [InlineData("claims", Authentication.Claims)]
    [InlineData("apiKey", Authentication.ApiKey)]
    [InlineData("public", Authentication.Public)]
    public void The_switch_has_three_values(string? text, Authentication? expected) => Assert.Equal(expected, FunctionAuthentication.Parse(text));

    [Theory]
    [InlineData("none")]
    [InlineData("Claims")]
    [InlineData("apikey")]
    [InlineData("secure")]
    public void Another_value_is_an_error_that_says_what_to_set(string text)
    {
        var message = Assert.Throws<ConfigurationException>(() => FunctionAuthentication.Parse(text)).Message;
        Assert.Contains("GEEKCAFE_AUTHENTICATION", message, StringComparison.Ordinal);
        Assert.Contains("claims, apiKey, public", message, StringComparison.Ordinal);
        Assert.DoesNotContain(text + ";", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Claims_close_what_was_open_or_for_keys()
    {
        var bed = new LambdaBed(static options => options.Authentication = Authentication.Claims);
        Assert.Equal(200, (await bed.SendAsync(AsUser)).StatusCode);
        Assert.Equal(401, (await bed.SendAsync(LambdaEvents.HttpV2("GET", "/open/1"))).StatusCode);
        Assert.Equal(200, (await bed.SendAsync(LambdaEvents.HttpV2("GET", "/keys/1").WithCaller("t1", "ann"))).StatusCode);
    }

    [Fact]
    public async Task Keys_are_then_the_only_way_in()
    {
        var key = ApiKeyText.New("t1", "k");
        var bed = new LambdaBed(options => (options.Authentication, options.ApiKeys) = (Authentication.ApiKey, new OneKey(key)));
        Assert.Equal(401, (await bed.SendAsync(AsUser)).StatusCode);
        Assert.Equal(401, (await bed.SendAsync(LambdaEvents.HttpV2("GET", "/open/1"))).StatusCode);
        Assert.Equal("t1", (await bed.SendAsync(LambdaEvents.HttpV2("GET", "/events").WithHeader("x-api-key", key))).Json.GetProperty("tenant").GetString());
    }

    [Fact]
    public void Keys_without_a_store_are_an_error_at_start() => Assert.Contains("LambdaOptions.ApiKeys",
        Assert.Throws<ConfigurationException>(static () => new LambdaBed(static options => options.Authentication = Authentication.ApiKey)).Message, StringComparison.Ordinal);

    [Fact]
    public void An_operation_with_a_caller_is_never_opened() => Assert.Contains("events.create needs a caller",
        Assert.Throws<ConfigurationException>(static () => new LambdaBed(static options => options.Authentication = Authentication.Public)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task What_is_declared_public_may_be_said_to_be_public()
    {
        var open = LambdaBed.Operations.Where(static each => each.Resource == "open").ToArray();
        var bed = new LambdaBed(static options => options.Authentication = Authentication.Public, open);
        Assert.Equal(200, (await bed.SendAsync(LambdaEvents.HttpV2("GET", "/open/1"))).StatusCode);
    }

    private sealed class OneKey(string text) : IApiKeyStore
    {
        public ValueTask<ServiceResult<ApiKeyRecord>> FindAsync(string tenantId, string keyId, CancellationToken cancellationToken) =>
            ValueTask.FromResult<ServiceResult<ApiKeyRecord>>(new ApiKeyRecord(tenantId, keyId, "robot", ApiKeyText.Hash(text)));
    }
}
