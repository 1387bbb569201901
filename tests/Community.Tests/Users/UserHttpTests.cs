using GeekCafe.Community.Tests.Kit;
using GeekCafe.Testing;

namespace GeekCafe.Community.Tests.Users;

/// <summary>Users over HTTP.</summary>
public sealed class UserHttpTests(CommunityFixture app) : IClassFixture<CommunityFixture>
{
    private readonly string _tenant = app.NewTenant();

    private static string Body(string email, string more = "") => $$"""{"email":"{{email}}","firstName":"Ann","lastName":"Archer"{{more}}}""";

    private TestClient As(string user, params string[] roles) => app.As(_tenant, user, roles);

    [Fact]
    public async Task A_person_registers_and_is_found()
    {
        var (ann, admin) = (As("ann"), As("root", "admin"));
        var created = await ann.PostAsync("/users", Body("Ann@example.org", ""","privacy":{"showEmail":true}"""));

        Assert.Equal((201, "/users/ann", "\"1\""), (created.StatusCode, created.Header("location"), created.ETag));
        Assert.Equal(("ann", "Ann Archer", "user"), (created.Id, created.Text("fullName"), created.Text("primaryRole")));
        Assert.False(created.Json.GetProperty("isAdmin").GetBoolean());
        var privacy = created.Json.GetProperty("privacy");
        Assert.Equal(("public", true), (privacy.GetProperty("profileVisibility").GetString(), privacy.GetProperty("showEmail").GetBoolean()));
        foreach (var client in new[] { ann, admin })
        {
            Assert.Equal(("ann", "\"1\""), ((await client.GetAsync("/users/by-email/ann@EXAMPLE.org")).Id, (await client.GetAsync("/users/ann")).ETag));
            Assert.Equal("ann", (await client.GetAsync("/users/by-email/ann%40example.org")).Id);
        }
    }

    [Fact]
    public async Task A_taken_address_is_409_and_says_so()
    {
        await As("ann").PostAsync("/users", Body("a@example.org"));
        var refused = await As("bob").PostAsync("/users", Body("A@example.org"));
        Assert.Equal((409, "ALREADY_EXISTS", "is taken"), (refused.StatusCode, refused.ErrorCode, refused.Json.GetProperty("details").GetProperty("email").GetString()));
    }

    [Theory]
    [InlineData("GET", "/users", 403)]
    [InlineData("GET", "/users/by-role/user", 403)]
    [InlineData("GET", "/users/ann", 404)]
    [InlineData("GET", "/users/by-email/a@example.org", 404)]
    [InlineData("GET", "/users/by-email/a@example.org/profile", 403)]
    [InlineData("PATCH", "/users/ann", 404)]
    [InlineData("PUT", "/users/ann", 404)]
    [InlineData("DELETE", "/users/ann", 404)]
    [InlineData("POST", "/users/ann/restore", 404)]
    [InlineData("GET", "/users/ann/profile", 200)]
    public async Task Others_of_the_tenant_get_a_profile_and_nothing_else(string method, string path, int expected)
    {
        await As("ann").PostAsync("/users", Body("a@example.org"));
        var body = method switch { "PATCH" => """{"lastName":"x"}""", "PUT" => Body("x@example.org"), _ => null };

        var answer = await As("bob").SendAsync(method, path, body);

        Assert.Equal(expected, answer.StatusCode);
        Assert.DoesNotContain("a@example.org", answer.Body, StringComparison.Ordinal);
        Assert.Equal(("Archer", "\"1\""), ((await As("ann").GetAsync("/users/ann")).Text("lastName"), (await As("ann").GetAsync("/users/ann")).ETag));
    }

    [Fact]
    public async Task A_profile_has_these_members_and_no_others()
    {
        await As("ann").PostAsync("/users", Body("a@example.org", ""","avatar":"https://example.org/a.png","privacy":{"showFullName":false,"showAvatar":false}"""));
        var profile = await As("bob").GetAsync("/users/ann/profile");
        Assert.All(profile.Json.EnumerateObject(), static each => Assert.True(each.Name == "id" || (each.Name is "fullName" or "email" or "avatar" && each.Value.ValueKind == System.Text.Json.JsonValueKind.Null)));
        Assert.Equal("ann", profile.Id);
    }

    [Fact]
    public async Task Roles_in_a_body_are_400_for_all_but_admins()
    {
        var refused = await As("ann").PostAsync("/users", Body("a@example.org", ""","roles":["admin"]"""));
        Assert.Equal((400, "are changed by admins only"), (refused.StatusCode, refused.Json.GetProperty("details").GetProperty("roles").GetString()));
        await As("ann").PostAsync("/users", Body("a@example.org"));
        Assert.Equal(400, (await As("ann").PatchAsync("/users/ann", """{"roles":["user","admin"]}""")).StatusCode);
        Assert.Equal(200, (await As("root", "admin").PatchAsync("/users/ann", """{"roles":["organizer"]}""")).StatusCode);
        Assert.Equal(["ann"], (await As("root", "admin").GetAsync("/users/by-role/organizer")).Ids);
    }

    [Fact]
    public async Task An_admin_puts_lists_deletes_and_restores()
    {
        var admin = As("root", "admin");
        var made = await admin.PutAsync("/users/ann", Body("a@example.org"));
        Assert.Equal((201, "ann"), (made.StatusCode, made.Id));
        Assert.Equal(200, (await admin.PutAsync("/users/ann", Body("b@example.org"))).StatusCode);
        Assert.Equal(412, (await admin.PutAsync("/users/ann", Body("b@example.org"), ("if-match", "\"1\""))).StatusCode);
        Assert.Equal(["ann"], (await admin.GetAsync("/users?limit=5")).Ids);

        Assert.Equal(204, (await As("ann").DeleteAsync("/users/ann")).StatusCode);
        Assert.Equal(404, (await As("ann").PostAsync("/users/ann/restore")).StatusCode);
        Assert.Equal(200, (await admin.PostAsync("/users/ann/restore")).StatusCode);
        Assert.Equal("ann", (await admin.GetAsync("/users/by-email/b@example.org")).Id);
    }

    [Fact]
    public async Task A_look_up_costs_two_reads_and_a_role_one_query()
    {
        var admin = As("root", "admin");
        await admin.PutAsync("/users/ann", Body("a@example.org"));
        for (var i = 0; i < 20; i++) await admin.PostAsync("/users", Body($"u{i}@example.org", ""","roles":["user","organizer"]"""));
        await admin.PatchAsync("/users/ann", """{"roles":["organizer"]}""");

        using var lookup = app.Record();
        await admin.GetAsync("/users/by-email/a@example.org");
        lookup.Dispose();
        using var role = app.Record();
        await admin.GetAsync("/users/by-role/organizer");

        Assert.Equal("2 GetItem, 2 items read", lookup.Summary);
        Assert.Equal("1 Query on gsi1, 1 item read", role.Summary);
    }
}
