namespace GeekCafe.Community.Tests.Http;

/// <summary>Who may do what, and what those learn who may not.</summary>
public sealed class AccessTests(CommunityServer server)
{
    private const string Body = """{"title":"changed"}""";

    private static (string Method, string Suffix, string? Body)[] Calls =>
        [("GET", "", null), ("HEAD", "", null), ("PATCH", "", """{"title":"changed"}"""), ("PUT", "", Body), ("DELETE", "", null), ("POST", "/restore", null)];

    [Fact]
    public async Task A_foreign_event_a_deleted_one_and_one_that_never_was_cannot_be_told_apart()
    {
        var (owner, other) = (await server.SignInAsync("ana"), CommunityServer.NewTenant());
        var (ana, admin, bob) = (await server.SignInAsync(other, "ana"), await server.SignInAsync(other, "root", "admin"), await server.SignInAsync(other, "bob"));
        var (foreign, deleted, never) = (await owner.CreateEventAsync(), await ana.CreateEventAsync(), Guid.CreateVersion7().ToString());
        Assert.Equal(204, (await ana.DeleteAsync($"/events/{deleted}")).Status);

        foreach (var (method, suffix, body) in Calls)
        {
            foreach (var client in new[] { ana, admin, bob })
            {
                var expected = await client.SendAsync(method, $"/events/{never}{suffix}", body);
                Assert.Equal(404, expected.Status);
                Assert.Equal(expected.Fingerprint(), (await client.SendAsync(method, $"/events/{foreign}{suffix}", body)).Fingerprint());
                Assert.Equal(expected.Fingerprint(), (await client.SendAsync(method, $"/events/{foreign}{suffix}", body, ("if-match", "\"1\""))).Fingerprint());
            }

            // Whoever may delete or restore may know that it was there; nobody else.
            foreach (var client in method is "DELETE" or "POST" ? [bob] : new[] { ana, admin, bob })
            {
                var expected = await client.SendAsync(method, $"/events/{never}{suffix}", body);
                Assert.Equal(expected.Fingerprint(), (await client.SendAsync(method, $"/events/{deleted}{suffix}", body)).Fingerprint());
            }
        }

        var batch = await ana.PostAsync("/events/batch-get", $$"""{"ids":["{{never}}","{{foreign}}","{{deleted}}"]}""");
        Assert.Single(batch.Json["results"]!.AsArray().Select(static each => each!.ToJsonString()).Distinct());
        Assert.Equal("\"1\"", (await owner.GetAsync($"/events/{foreign}")).Header("etag"));
    }

    [Theory]
    [InlineData("t1", "T1")]
    [InlineData("t1", "t10")]
    [InlineData("t1", "t1-x")]
    [InlineData("t1", "t1_")]
    public async Task Tenants_with_names_alike_are_strangers(string first, string second)
    {
        var ana = await server.SignInAsync(first, "ana");
        var twin = await server.SignInAsync(second, "ana");
        var id = await ana.CreateEventAsync();

        foreach (var (method, suffix, body) in Calls) Assert.Equal(404, (await twin.SendAsync(method, $"/events/{id}{suffix}", body)).Status);
        Assert.DoesNotContain(id, (await twin.GetAsync("/events?limit=100")).Ids);
        Assert.DoesNotContain(id, (await twin.GetAsync("/users/ana/events?limit=100")).Ids);
    }

    [Fact]
    public async Task A_header_or_a_parameter_is_no_identity()
    {
        var (owner, ana) = (await server.SignInAsync("ana"), await server.SignInAsync("ana"));
        var id = await owner.CreateEventAsync();
        var tenant = (await owner.GetAsync($"/events/{id}")).Text("tenantId");

        foreach (var header in new[] { "X-Tenant-Id", "X-Tenant", "tenant", "X-User-Id" })
        {
            Assert.Equal(404, (await ana.GetAsync($"/events/{id}", (header, tenant))).Status);
        }

        Assert.Equal(404, (await ana.GetAsync($"/events/{id}?tenantId={tenant}")).Status);
    }

    [Fact]
    public async Task Only_the_organizer_and_admins_change_what_all_of_the_tenant_read()
    {
        var tenant = CommunityServer.NewTenant();
        var (ana, bob, almost) = (await server.SignInAsync(tenant, "ana"), await server.SignInAsync(tenant, "bob"), await server.SignInAsync(tenant, "eve", "superadmin", "Admin"));
        var admin = await server.SignInAsync(tenant, "root", "admin");
        var path = $"/events/{await ana.PublishEventAsync()}";

        foreach (var client in new[] { bob, almost })
        {
            Assert.Equal(200, (await client.GetAsync(path)).Status);
            foreach (var (method, suffix, body) in Calls[2..])
            {
                var refused = await client.SendAsync(method, path + suffix, body);
                Assert.Equal((403, "ACCESS_DENIED"), (refused.Status, refused.ErrorCode));
            }
        }

        Assert.Equal("\"2\"", (await ana.GetAsync(path)).Header("etag"));
        var changed = await admin.PatchAsync(path, """{"title":"changed"}""");
        Assert.Equal(("ana", "root"), (changed.Text("organizerId"), changed.Text("updatedBy")));
        Assert.Equal(204, (await admin.DeleteAsync(path)).Status);
        Assert.Equal(200, (await ana.SendAsync("POST", path + "/restore", null)).Status);
    }

    [Fact]
    public async Task Roles_in_a_user_record_give_no_rights()
    {
        var tenant = CommunityServer.NewTenant();
        var (ana, bob, admin) = (await server.SignInAsync(tenant, "ana"), await server.SignInAsync(tenant, "bob"), await server.SignInAsync(tenant, "root", "admin"));
        var path = $"/events/{await ana.PublishEventAsync()}";

        var refused = await bob.PostAsync("/users", """{"email":"bob@example.com","firstName":"B","lastName":"B","roles":["admin"]}""");
        Assert.Equal((400, "VALIDATION_ERROR"), (refused.Status, refused.ErrorCode));

        var plain = await bob.PostAsync("/users", """{"email":"b@example.com","firstName":"B","lastName":"B"}""");
        Assert.Equal("""["user"]""", plain.Json["roles"]!.ToJsonString());
        Assert.Equal(400, (await bob.PatchAsync(plain.Header("location")!, """{"roles":[]}""")).Status);

        // Admins may write it down; it is still no claim.
        Assert.Equal(200, (await admin.PatchAsync(plain.Header("location")!, """{"roles":["admin"]}""")).Status);
        Assert.Equal(403, (await bob.PatchAsync(path, """{"title":"mine"}""")).Status);
    }

    [Fact]
    public async Task Without_a_good_token_every_path_is_401()
    {
        var ana = await server.SignInAsync();
        var parts = ana.Token!.Split('.');
        var id = await ana.CreateEventAsync();
        string[] tokens = ["", "Bearer", "Bearer x", $"Basic {ana.Token}", $"Bearer {parts[0]}.{parts[1]}.", $"Bearer {parts[0]}.{parts[1]}.{parts[2][..^2]}AA", $"Bearer {ana.Token}x"];

        foreach (var token in tokens)
        {
            foreach (var (method, path) in new[] { ("GET", "/events"), ("POST", "/events"), ("GET", $"/events/{id}"), ("DELETE", $"/events/{id}"), ("GET", "/nothing") })
            {
                var refused = await server.Anonymous().SendAsync(method, path, method == "POST" ? Body : null, ("authorization", token));
                Assert.Equal((401, """{"message":"Unauthorized"}"""), (refused.Status, refused.Body));
            }
        }

        Assert.Equal([id], (await ana.GetAsync("/events")).Ids);
    }
}
