using GeekCafe.Community.Tests.Kit;

namespace GeekCafe.Community.Tests.Groups;

/// <summary>What a group can be, and who may change it.</summary>
public sealed class GroupTests(CommunityFixture app) : IClassFixture<CommunityFixture>
{
    private const string Full = """
        {"name":"Players","description":"We play.","category":"sports","tags":["a","b"],"privacy":"private","joinApproval":"approval","requiresDues":true,"duesMonthly":1.5,"duesYearly":12}
        """;

    [Fact]
    public async Task A_group_is_made_together_with_its_owners_membership()
    {
        var ann = app.As(app.NewTenant(), "ann");
        using var recording = app.Record();
        var made = await ann.DoAsync(201, "POST", "/groups", Full);
        Assert.Equal("1 TransactWriteItems", recording.Summary);

        Assert.Equal(("ann", "sports", "private", "approval", 1), (made.Text("ownerId"), made.Text("category"), made.Text("privacy"), made.Text("joinApproval"), made.Json.GetProperty("memberCount").GetInt32()));
        Assert.Equal($"/groups/{made.Id}", made.Header("location"));
        var owner = Assert.Single((await ann.GetAsync($"/groups/{made.Id}/members")).Items);
        Assert.Equal(("ann", "owner", "active"), (owner.GetProperty("userId").GetString(), owner.GetProperty("role").GetString(), owner.GetProperty("state").GetString()));
        Assert.Equal(made.Id, Assert.Single((await ann.GetAsync("/users/ann/groups")).Items).GetProperty("groupId").GetString());
    }

    [Fact]
    public async Task A_create_that_is_repeated_makes_one_group()
    {
        var ann = app.As(app.NewTenant(), "ann");
        var (first, second) = (await ann.PostAsync("/groups", Full, ("idempotency-key", "k1")), await ann.PostAsync("/groups", Full, ("idempotency-key", "k1")));
        Assert.Equal((201, 201, first.Id), (first.StatusCode, second.StatusCode, second.Id));
        Assert.Single((await ann.GetAsync("/users/ann/groups")).Items);
    }

    [Theory]
    [InlineData("name", "null")]
    [InlineData("name", "\"\"")]
    [InlineData("description", "\"\"")]
    [InlineData("category", "\"Sports\"")]
    [InlineData("category", "\"fishing\"")]
    [InlineData("category", "null")]
    [InlineData("tags", """["a","b","c","d","e","f"]""")]
    [InlineData("tags[1]", """["a","123456789012345678901"]""")]
    [InlineData("tags[0]", """[""]""")]
    [InlineData("privacy", "\"secret\"")]
    [InlineData("joinApproval", "\"never\"")]
    [InlineData("requiresDues", "\"yes\"")]
    [InlineData("duesMonthly", "-0.01")]
    [InlineData("duesYearly", "-1")]
    [InlineData("ownerId", "\"bob\"")]
    [InlineData("memberCount", "7")]
    public async Task What_breaks_a_rule_is_refused_by_name(string member, string value)
    {
        var ann = app.As(app.NewTenant(), "ann");
        var name = member.Split('[')[0];
        var path = $"/groups/{await ann.GroupAsync()}";
        var body = System.Text.Json.Nodes.JsonNode.Parse(Full)!;
        body[name] = System.Text.Json.Nodes.JsonNode.Parse(value);
        foreach (var answer in new[] { await ann.PostAsync("/groups", body.ToJsonString()), await ann.PatchAsync(path, $$"""{"{{name}}":{{value}}}""") })
        {
            Assert.Equal((400, "VALIDATION_ERROR"), answer.Outcome());
            Assert.Contains(member, answer.Faults());
        }
    }

    [Theory]
    [InlineData("name", "\"Others\"")]
    [InlineData("description", "\"y\"")]
    [InlineData("category", "\"charity\"")]
    [InlineData("tags", """["x"]""")]
    [InlineData("privacy", "\"private\"")]
    [InlineData("joinApproval", "\"approval\"")]
    [InlineData("requiresDues", "true")]
    [InlineData("duesMonthly", "2.5")]
    [InlineData("duesYearly", "0")]
    [InlineData("duesYearly", "null")]
    public async Task Every_member_can_be_changed(string member, string value)
    {
        var ann = app.As(app.NewTenant(), "ann");
        var path = $"/groups/{await ann.GroupAsync()}";
        await ann.DoAsync(200, "PATCH", path, $$"""{"{{member}}":{{value}}}""");
        Assert.Equal(value, (await ann.GetAsync(path)).Json.GetProperty(member).GetRawText());
    }

    [Fact]
    public async Task An_owner_has_no_two_groups_of_one_name_whatever_its_case()
    {
        var tenant = app.NewTenant();
        var (ann, bob) = (app.As(tenant, "ann"), app.As(tenant, "bob"));
        var first = await ann.GroupAsync();
        var taken = await ann.PostAsync("/groups", """{"name":"PLAYERS","description":"d","category":"hobby"}""");
        Assert.Equal((409, "ALREADY_EXISTS"), taken.Outcome());
        Assert.Equal(["name"], taken.Faults());
        await bob.GroupAsync();
        var other = await ann.GroupAsync(name: "Others");
        Assert.Equal((409, "ALREADY_EXISTS"), (await ann.PatchAsync($"/groups/{other}", """{"name":"players"}""")).Outcome());
        await ann.DoAsync(204, "DELETE", $"/groups/{first}");
        await ann.DoAsync(200, "PATCH", $"/groups/{other}", """{"name":"players"}""");
    }

    [Theory]
    [InlineData("owner", 200, 204)]
    [InlineData("coOwner", 200, 403)]
    [InlineData("moderator", 403, 403)]
    [InlineData("member", 403, 403)]
    [InlineData("stranger", 403, 403)]
    [InlineData("admin", 403, 403)]
    public async Task Owner_and_co_owners_change_a_group_and_its_owner_deletes_it(string person, int update, int delete)
    {
        var (tenant, group) = await CastAsync();
        var client = app.As(tenant, person, person == "admin" ? ["admin"] : []);
        await client.DoAsync(update, "PATCH", $"/groups/{group}", """{"description":"y"}""");
        await client.DoAsync(delete, "DELETE", $"/groups/{group}");
        await app.As(tenant, "owner").DoAsync(204, "DELETE", $"/groups/{group}");
        await app.As(tenant, "owner").DoAsync(204, "DELETE", $"/groups/{group}");
        await app.As(tenant, "owner").DoAsync(404, "GET", $"/groups/{group}");
        await app.As(tenant, "owner").DoAsync(200, "POST", $"/groups/{group}/restore");
    }

    [Theory]
    [InlineData("owner", true)]
    [InlineData("coOwner", true)]
    [InlineData("moderator", true)]
    [InlineData("member", true)]
    [InlineData("asking", false)]
    [InlineData("stranger", false)]
    [InlineData("admin", true)]
    public async Task A_private_group_is_seen_by_its_members_and_admins(string person, bool isSeen)
    {
        var (tenant, group) = await CastAsync();
        await app.As(tenant, "owner").DoAsync(200, "PATCH", $"/groups/{group}", """{"privacy":"private"}""");
        var client = app.As(tenant, person, person == "admin" ? ["admin"] : []);
        await client.DoAsync(isSeen ? 200 : 404, "GET", $"/groups/{group}");
        foreach (var list in new[] { "/groups", "/users/owner/owned-groups", "/groups/by-category/hobby" }) Assert.Equal(isSeen, (await client.GetAsync(list)).Ids.Contains(group));
        Assert.Equal(isSeen, (await client.GetAsync($"/groups/{group}/members")).Items.Any(static each => each.GetProperty("userId").GetString() == "owner"));
        Assert.Equal(isSeen ? 1 : 0, (await client.GetAsync("/users/owner/groups")).Items.Count);
    }

    /// <summary>A group with a member of every role, and one who asks to join.</summary>
    private async Task<(string Tenant, string Group)> CastAsync()
    {
        var tenant = app.NewTenant();
        var owner = app.As(tenant, "owner");
        var group = await owner.GroupAsync("\"joinApproval\":\"approval\"");
        foreach (var role in new[] { "coOwner", "moderator", "member" })
        {
            await owner.DoAsync(201, "PUT", $"/groups/{group}/members/{role}");
            await owner.DoAsync(200, "PUT", $"/groups/{group}/members/{role}/role", $$"""{"role":"{{role}}"}""");
        }

        await app.As(tenant, "asking").DoAsync(201, "POST", $"/groups/{group}/members");
        return (tenant, group);
    }
}
