using System.Text;
using GeekCafe.Lambda;
using GeekCafe.Testing;

namespace GeekCafe.Runtime.Tests.Lambda;

/// <summary>Who the caller is, and above all who is nobody.</summary>
public sealed class ClaimsTests
{
    [Theory]
    [InlineData("\"t1\"", "t1")]
    [InlineData("\"T1\"", "T1")]
    [InlineData("\"\"", null)]
    [InlineData("\"t1 \"", null)]
    [InlineData("\" t1\"", null)]
    [InlineData("\"t1#EVENT\"", null)]
    [InlineData("\"t1#t10\"", null)]
    [InlineData("\"t1/../t10\"", null)]
    [InlineData("\"t1*\"", null)]
    [InlineData("\"*\"", null)]
    [InlineData("\"t1?\"", null)]
    [InlineData("\"${aws:PrincipalTag/t}\"", null)]
    [InlineData("\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"", null)]
    [InlineData("[\"t1\", \"t10\"]", null)]
    [InlineData("{\"id\": \"t1\"}", null)]
    [InlineData("1", null)]
    [InlineData("null", null)]
    [InlineData("true", null)]
    [InlineData("\"null\"", null)]
    [InlineData("\"undefined\"", null)]
    [InlineData("\"t\\u0131\"", null)]
    [InlineData("\"\\u212a1\"", null)]
    [InlineData("\"t\\ud800\"", null)]
    [InlineData("\"\\u0074\\u0031\"", "t1")]
    public async Task Tenant_claim(string value, string? tenant)
    {
        foreach (var payload in new[] { V2($"{{\"custom:tenant_id\":{value},\"sub\":\"u1\"}}"), Rest($"{{\"claims\":{{\"custom:tenant_id\":{value},\"sub\":\"u1\"}}}}") })
        {
            var response = await new LambdaBed().SendAsync(payload);
            Assert.Equal(tenant is null ? 401 : 200, response.StatusCode);
            if (tenant is null) Assert.Equal("AUTHENTICATION_REQUIRED", response.ErrorCode);
            else Assert.Equal(tenant, response.Json.GetProperty("tenant").GetString());
        }
    }

    [Theory]
    [InlineData("{\"custom:tenant_id\":\"t1\",\"custom:user_id\":\"u2\",\"sub\":\"u1\"}", "u2")]
    [InlineData("{\"sub\":\"u1\",\"custom:user_id\":\"u2\",\"custom:tenant_id\":\"t1\"}", "u2")]
    [InlineData("{\"custom:tenant_id\":\"t1\",\"custom:user_id\":null,\"sub\":\"u1\"}", "u1")]
    [InlineData("{\"custom:tenant_id\":\"t1\",\"custom:user_id\":\"\",\"sub\":\"u1\"}", null)]
    [InlineData("{\"custom:tenant_id\":\"t1\",\"custom:user_id\":7,\"sub\":\"u1\"}", null)]
    [InlineData("{\"custom:tenant_id\":\"t1\"}", null)]
    [InlineData("{\"custom:tenant_id\":\"t1\",\"custom:tenant_id\":\"t1\",\"sub\":\"u1\"}", null)]
    [InlineData("{\"custom:tenant_id\":\"t1\",\"\\u0063ustom:tenant_id\":\"t10\",\"sub\":\"u1\"}", null)]
    [InlineData("{\"custom:tenant_id\":\"t1\",\"sub\":\"u1\",\"other\":\"1\",\"other\":\"2\"}", null)]
    [InlineData("{\"custom:tenant_id\":\"t1\",\"tenant_id\":\"t10\",\"sub\":\"u1\"}", null)]
    [InlineData("{\"tenantId\":\"t10\",\"custom:tenant_id\":\"t1\",\"sub\":\"u1\"}", null)]
    [InlineData("{\"tenant_id\":\"t1\",\"custom:tenant_id\":\"t1\",\"sub\":\"u1\"}", "u1")]
    [InlineData("{\"tenantId\":\"t1\",\"userId\":\"u1\"}", null)]
    [InlineData("{\"custom:tenant_id\":\"t1\",\"sub\":\"u1\",\"\\ud800234567\":\"x\"}", null)]
    [InlineData("{}", null)]
    public async Task User_claim(string claims, string? user)
    {
        var response = await new LambdaBed().SendAsync(V2(claims));
        Assert.Equal(user is null ? 401 : 200, response.StatusCode);
        if (user is not null) Assert.Equal(user, response.Json.GetProperty("user").GetString());
    }

    [Theory]
    [InlineData("\"[admin users]\"", "admin|users")]
    [InlineData("\"[admin, users]\"", "admin|users")]
    [InlineData("\"[admin,users]\"", "admin|users")]
    [InlineData("\"admin,users\"", "admin|users")]
    [InlineData("\"admin, users\"", "admin|users")]
    [InlineData("\"admin\"", "admin")]
    [InlineData("\"[admin]\"", "admin")]
    [InlineData("[\"admin\", \"users\"]", "admin|users")]
    [InlineData("\"[\\\"admin\\\",\\\"users\\\"]\"", "admin|users")]
    [InlineData("\"\"", "")]
    [InlineData("\"[]\"", "")]
    [InlineData("null", "")]
    [InlineData("\"superadmin-readonly\"", "superadmin-readonly")]
    [InlineData("\"Admin\"", "Admin")]
    [InlineData("\"admin\\u200b\"", "admin\u200b")]
    [InlineData("\"[admin\"", "")]
    [InlineData("\"admin]\"", "")]
    [InlineData("\"[[admin]]\"", "")]
    [InlineData("\"[admin users,x]\"", "")]
    [InlineData("\"[\\\"admin\\\" users]\"", "")]
    [InlineData("\"admin,,users\"", "")]
    [InlineData("\"[\\\"admin\\\"\"", "")]
    [InlineData("[\"admin\", 1]", "")]
    [InlineData("{\"admin\":true}", "")]
    [InlineData("7", "")]
    public async Task Groups_claim(string value, string roles)
    {
        var response = await new LambdaBed().SendAsync(V2($"{{\"custom:tenant_id\":\"t1\",\"sub\":\"u1\",\"cognito:groups\":{value}}}"));
        Assert.Equal(roles, response.Json.GetProperty("roles").GetString());
    }

    [Fact]
    public async Task One_unreadable_role_claim_takes_all_roles_away()
    {
        var response = await new LambdaBed().SendAsync(V2("{\"custom:tenant_id\":\"t1\",\"sub\":\"u1\",\"custom:user_roles\":\"editor\",\"cognito:groups\":\"[admin\"}"));
        Assert.Equal("", response.Json.GetProperty("roles").GetString());
    }

    [Fact]
    public void A_separator_of_your_own_is_the_only_one()
    {
        List<string> roles = [];
        Assert.True(RoleText.TryRead("a b;admin", ';', roles));
        Assert.Equal(["a b", "admin"], roles);
    }

    [Theory]
    [InlineData("{\"lambda\":{\"tenantId\":\"t1\",\"userId\":\"u1\",\"roles\":\"admin\"}}", "t1/u1/admin")]
    [InlineData("{\"lambda\":{\"custom:tenant_id\":\"t1\",\"sub\":\"u1\",\"flag\":true,\"n\":1,\"o\":{\"x\":[1]}}}", "t1/u1/")]
    [InlineData("{\"lambda\":{\"tenantId\":\"t1\",\"principalId\":\"u1\",\"roles\":[\"a\",\"b\"]}}", "t1/u1/a|b")]
    [InlineData("{\"lambda\":{\"tenantId\":\"t1\",\"custom:tenant_id\":\"t2\",\"userId\":\"u1\"}}", null)]
    [InlineData("{\"lambda\":null}", null)]
    [InlineData("{\"lambda\":{}}", null)]
    [InlineData("{\"claims\":{\"custom:tenant_id\":\"t1\",\"sub\":\"u1\"}}", null)]
    [InlineData("{\"iam\":{\"custom:tenant_id\":\"t1\",\"sub\":\"u1\"}}", null)]
    [InlineData("{\"tenantId\":\"t1\",\"userId\":\"u1\"}", null)]
    [InlineData("{\"jwt\":{\"claims\":{\"custom:tenant_id\":\"t1\",\"sub\":\"u1\"}},\"lambda\":{\"tenantId\":\"t1\",\"userId\":\"u1\"}}", null)]
    [InlineData("{\"jwt\":{\"claims\":null},\"lambda\":{\"tenantId\":\"t1\",\"userId\":\"u1\"}}", "t1/u1/")]
    [InlineData("{\"jwt\":{\"claims\":{\"custom:tenant_id\":\"t1\",\"sub\":\"u1\"}},\"jwt\":{\"claims\":null}}", null)]
    [InlineData("{\"jwt\":[]}", null)]
    [InlineData("\"t1\"", null)]
    [InlineData("null", null)]
    [InlineData("{}", null)]
    public async Task Http_api_authorizers(string authorizer, string? caller) => await Expect(V2Authorizer(authorizer), caller);

    [Theory]
    [InlineData("{\"principalId\":\"u1\",\"integrationLatency\":7,\"tenantId\":\"t1\"}", "t1/u1/")]
    [InlineData("{\"principalId\":\"u1\",\"tenantId\":\"t1\",\"userId\":\"u2\",\"roles\":\"a,b\"}", "t1/u2/a|b")]
    [InlineData("{\"principalId\":\"u1\",\"custom:tenant_id\":\"t1\"}", "t1/u1/")]
    [InlineData("{\"principalId\":\"u1\"}", null)]
    [InlineData("{\"claims\":{\"custom:tenant_id\":\"t1\",\"sub\":\"u1\"},\"tenantId\":\"t10\"}", "t1/u1/")]
    [InlineData("{\"claims\":null,\"scopes\":null}", null)]
    [InlineData("{\"claims\":null,\"tenantId\":\"t1\",\"userId\":\"u1\"}", null)]
    [InlineData("{\"claims\":\"x\",\"tenantId\":\"t1\",\"userId\":\"u1\"}", null)]
    [InlineData("{\"claims\":{},\"tenantId\":\"t1\",\"userId\":\"u1\"}", null)]
    [InlineData("{\"jwt\":{\"claims\":{\"custom:tenant_id\":\"t1\",\"sub\":\"u1\"}}}", null)]
    [InlineData("{\"lambda\":{\"tenantId\":\"t1\",\"userId\":\"u1\"}}", null)]
    [InlineData("{}", null)]
    public async Task Rest_authorizers(string authorizer, string? caller) => await Expect(Rest(authorizer), caller);

    [Fact]
    public async Task Function_urls_and_load_balancers_have_no_claims()
    {
        var url = V2Text("{\"jwt\":{\"claims\":{\"custom:tenant_id\":\"t1\",\"sub\":\"u1\"}}}", "x.lambda-url.eu-central-1.on.aws");
        await Expect(url, null);
        await Expect(Encoding.UTF8.GetBytes("""
            {"path":"/events","httpMethod":"GET","headers":{"x-amzn-oidc-identity":"u1"},"requestContext":{"elb":{},
            "authorizer":{"claims":{"custom:tenant_id":"t1","sub":"u1"}}}}
            """), null);
    }

    [Fact]
    public async Task Headers_query_body_and_tokens_are_never_claims()
    {
        var request = LambdaEvents.HttpV2("POST", "/events").WithHeader("authorization", "Bearer e30.eyJjdXN0b206dGVuYW50X2lkIjoidDEiLCJzdWIiOiJ1MSJ9.x")
            .WithHeader("custom:tenant_id", "t1").WithQuery("tenantId", "t1").WithJson("{\"tenantId\":\"t1\",\"sub\":\"u1\"}");
        var response = await new LambdaBed().SendAsync(request);
        Assert.Equal(401, response.StatusCode);
        Assert.Equal("Bearer", response.Header("www-authenticate"));
    }

    [Theory]
    [InlineData(null, 200)]
    [InlineData("", 200)]
    [InlineData("t1", 200)]
    [InlineData("T1", 401)]
    [InlineData("t10", 401)]
    public async Task The_platforms_tenant_must_agree(string? isolated, int status)
    {
        var request = LambdaEvents.HttpV2("GET", "/events").WithCaller("t1", "u1");
        Assert.Equal(status, (await new LambdaBed().SendAsync(request, new() { TenantId = isolated })).StatusCode);
    }

    [Theory]
    [InlineData("id", "client-1", 200)]
    [InlineData("access", "client-1", 401)]
    [InlineData("id", "client-2", 401)]
    [InlineData(null, "client-1", 401)]
    public async Task Required_claims(string? use, string audience, int status)
    {
        var bed = new LambdaBed(static options => options.Claims = new()
        {
            RequiredClaims = new Dictionary<string, IReadOnlyList<string>> { ["token_use"] = ["id"], ["aud"] = ["client-0", "client-1"] },
        });
        var request = LambdaEvents.HttpV2("GET", "/events").WithCaller("t1", "u1").WithClaim("aud", audience);
        if (use is not null) request.WithClaim("token_use", use);
        Assert.Equal(status, (await bed.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Only_the_expected_api_is_believed()
    {
        var bed = new LambdaBed(static options => options.ApiId = "mine");
        Assert.Equal(200, (await bed.SendAsync(LambdaEvents.HttpV2("GET", "/events").WithCaller("t1", "u1").WithApiId("mine"))).StatusCode);
        Assert.Equal(401, (await bed.SendAsync(LambdaEvents.RestV1("GET", "/events").WithCaller("t1", "u1").WithApiId("other"))).StatusCode);
    }

    private static async Task Expect(byte[] payload, string? caller)
    {
        var response = await new LambdaBed().SendAsync(payload);
        Assert.Equal(caller is null ? 401 : 200, response.StatusCode);
        if (caller is null) return;
        var json = response.Json;
        Assert.Equal(caller, $"{json.GetProperty("tenant")}/{json.GetProperty("user")}/{json.GetProperty("roles")}");
    }

    private static byte[] V2(string claims) => V2Authorizer($"{{\"jwt\":{{\"claims\":{claims},\"scopes\":null}}}}");

    private static byte[] V2Authorizer(string authorizer) => V2Text(authorizer, "x.execute-api.eu-central-1.amazonaws.com");

    private static byte[] V2Text(string authorizer, string domain) => Encoding.UTF8.GetBytes(
        $"{{\"requestContext\":{{\"authorizer\":{authorizer},\"http\":{{\"method\":\"GET\"}},\"domainName\":\"{domain}\"}},\"rawPath\":\"/events\",\"rawQueryString\":\"\",\"version\":\"2.0\"}}");

    private static byte[] Rest(string authorizer) => Encoding.UTF8.GetBytes(
        $"{{\"resource\":\"/events\",\"path\":\"/events\",\"httpMethod\":\"GET\",\"requestContext\":{{\"authorizer\":{authorizer}}}}}");
}
