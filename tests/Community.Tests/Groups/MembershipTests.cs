using GeekCafe.Community.Tests.Kit;
using GeekCafe.Testing;

namespace GeekCafe.Community.Tests.Groups;

/// <summary>Joining, approval, roles, leaving, and passing a group on.</summary>
public sealed class MembershipTests(CommunityFixture app) : IClassFixture<CommunityFixture>
{
    [Fact]
    public async Task Joining_an_open_group_makes_a_member_once()
    {
        var (ann, bob, _) = Cast();
        var group = await ann.GroupAsync();
        Assert.Equal("active", (await bob.DoAsync(201, "POST", $"/groups/{group}/members")).Text("state"));
        Assert.Equal((409, "ALREADY_EXISTS"), (await bob.PostAsync($"/groups/{group}/members")).Outcome());
        Assert.Equal(2, await MembersAsync(ann, group));
        Assert.Equal(group, Assert.Single((await bob.GetAsync("/users/bob/groups")).Items).GetProperty("groupId").GetString());
    }

    [Fact]
    public async Task Where_joining_needs_approval_one_asks_and_is_no_member_until_approved()
    {
        var (ann, bob, eve) = Cast();
        var group = await ann.GroupAsync("\"joinApproval\":\"approval\"");
        Assert.Equal("requested", (await bob.DoAsync(201, "POST", $"/groups/{group}/members")).Text("state"));
        Assert.Equal((409, "ALREADY_EXISTS"), (await bob.PostAsync($"/groups/{group}/members")).Outcome());
        Assert.Equal(1, await MembersAsync(ann, group));
        Assert.Equal((2, 2, 1), ((await Listed(ann, group)).Count, (await Listed(bob, group)).Count, (await Listed(eve, group)).Count));

        await bob.DoAsync(403, "POST", $"/groups/{group}/members/bob/approve");
        Assert.Equal("active", (await ann.DoAsync(200, "POST", $"/groups/{group}/members/bob/approve")).Text("state"));
        Assert.Equal((409, "INVALID_STATE"), (await ann.PostAsync($"/groups/{group}/members/bob/approve")).Outcome());
        await ann.DoAsync(404, "POST", $"/groups/{group}/members/eve/approve");
        Assert.Equal(2, await MembersAsync(ann, group));
    }

    [Fact]
    public async Task A_private_group_is_joined_by_being_added()
    {
        var (ann, bob, eve) = Cast();
        var group = await ann.GroupAsync("\"privacy\":\"private\"");
        await bob.DoAsync(404, "POST", $"/groups/{group}/members");
        await eve.DoAsync(404, "PUT", $"/groups/{group}/members/bob");
        await ann.DoAsync(201, "PUT", $"/groups/{group}/members/bob");
        await ann.DoAsync(200, "PUT", $"/groups/{group}/members/bob");
        await bob.DoAsync(200, "GET", $"/groups/{group}");
        await bob.DoAsync(403, "PUT", $"/groups/{group}/members/eve");
        Assert.Equal(2, await MembersAsync(ann, group));
        await ann.DoAsync(400, "PUT", $"/groups/{group}/members/no%20id");
    }

    [Theory]
    [InlineData("owner", "coOwner,moderator,member", "coOwner,moderator,member")]
    [InlineData("coOwner", "moderator,member", "moderator,member")]
    [InlineData("moderator", "", "member")]
    [InlineData("member", "", "")]
    [InlineData("stranger", "", "")]
    public async Task One_gives_roles_to_and_removes_only_those_below(string person, string rolesGiven, string removed)
    {
        foreach (var target in new[] { "owner", "coOwner", "moderator", "member" })
        {
            if (target == person) continue;
            var (tenant, group) = await EveryRoleAsync();
            var client = app.As(tenant, person);
            foreach (var role in new[] { "coOwner", "moderator", "member" })
            {
                var may = rolesGiven.Split(',').Contains(role) && rolesGiven.Split(',').Contains(target);
                var answer = await client.PutAsync($"/groups/{group}/members/{target}/role", $$"""{"role":"{{role}}"}""");
                Assert.True(answer.StatusCode == (may ? 200 : 403), $"{person} makes {target} {role}: {answer}");
                if (may) await app.As(tenant, "owner").DoAsync(200, "PUT", $"/groups/{group}/members/{target}/role", $$"""{"role":"{{target}}"}""");
            }

            var removal = await client.DeleteAsync($"/groups/{group}/members/{target}");
            var isRefused = target == "owner" && person is "coOwner" or "moderator";
            var expected = removed.Split(',').Contains(target) ? 204 : isRefused ? 409 : 403;
            Assert.True(removal.StatusCode == expected, $"{person} removes {target}: {removal}");
        }
    }

    [Theory]
    [InlineData("owner", 400)]
    [InlineData("boss", 400)]
    public async Task A_role_that_is_not_given_is_refused(string role, int status)
    {
        var (tenant, group) = await EveryRoleAsync();
        Assert.Equal(["role"], (await app.As(tenant, "owner").DoAsync(status, "PUT", $"/groups/{group}/members/member/role", $$"""{"role":"{{role}}"}""")).Faults());
        await app.As(tenant, "owner").DoAsync(404, "PUT", $"/groups/{group}/members/nobody/role", """{"role":"member"}""");
    }

    [Fact]
    public async Task Who_leaves_can_join_again_as_a_plain_member()
    {
        var (tenant, group) = await EveryRoleAsync();
        var (owner, moderator) = (app.As(tenant, "owner"), app.As(tenant, "moderator"));
        await moderator.DoAsync(204, "DELETE", $"/groups/{group}/members/moderator");
        await moderator.DoAsync(204, "DELETE", $"/groups/{group}/members/moderator");
        Assert.Equal(3, await MembersAsync(owner, group));
        Assert.Equal("member", (await moderator.DoAsync(201, "POST", $"/groups/{group}/members")).Text("role"));
        Assert.Equal(4, await MembersAsync(owner, group));
        await app.As(tenant, "stranger").DoAsync(404, "DELETE", $"/groups/{group}/members/stranger");
    }

    [Fact]
    public async Task The_owner_passes_the_group_on_before_leaving()
    {
        var (tenant, group) = await EveryRoleAsync();
        var (owner, member) = (app.As(tenant, "owner"), app.As(tenant, "member"));
        Assert.Equal((409, "INVALID_STATE"), (await owner.DeleteAsync($"/groups/{group}/members/owner")).Outcome());
        Assert.Equal((409, "INVALID_STATE"), (await owner.PostAsync($"/groups/{group}/transfer", """{"userId":"stranger"}""")).Outcome());
        Assert.Equal((409, "INVALID_STATE"), (await owner.PostAsync($"/groups/{group}/transfer", """{"userId":"owner"}""")).Outcome());
        foreach (var person in new[] { "coOwner", "moderator", "member", "stranger" })
        {
            await app.As(tenant, person).DoAsync(403, "POST", $"/groups/{group}/transfer", """{"userId":"member"}""");
        }

        using (var recording = app.Record())
        {
            Assert.Equal("member", (await owner.DoAsync(200, "POST", $"/groups/{group}/transfer", """{"userId":"member"}""")).Text("ownerId"));
            Assert.Equal(1, recording.Requests.Count(static each => each.Operation == DynamoDb.DynamoOperation.TransactWriteItems));
        }

        Assert.Equal(["coOwner", "owner"], [await RoleAsync(member, group, "owner"), await RoleAsync(member, group, "member")]);
        Assert.Equal(4, await MembersAsync(member, group));
        await owner.DoAsync(403, "DELETE", $"/groups/{group}");
        await owner.DoAsync(204, "DELETE", $"/groups/{group}/members/owner");
        await member.DoAsync(204, "DELETE", $"/groups/{group}");
    }

    [Fact]
    public async Task A_transfer_does_not_give_the_new_owner_two_groups_of_one_name()
    {
        var (ann, bob, _) = Cast();
        var group = await ann.GroupAsync();
        await bob.GroupAsync();
        await bob.DoAsync(201, "POST", $"/groups/{group}/members");
        Assert.Equal((409, "ALREADY_EXISTS"), (await ann.PostAsync($"/groups/{group}/transfer", """{"userId":"bob"}""")).Outcome());
        Assert.Equal("owner", await RoleAsync(ann, group, "ann"));
    }

    [Fact]
    public async Task Services_ask_for_a_persons_role()
    {
        var (tenant, group) = await EveryRoleAsync();
        var (caller, memberships) = (Callers.User(tenant, "moderator"), app.Services.Memberships);
        Assert.Equal(global::Community.Groups.GroupRole.Moderator, await memberships.RoleOfAsync(caller, group, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(global::Community.Groups.GroupRole.Owner, await memberships.RoleOfAsync(caller, group, "owner", TestContext.Current.CancellationToken));
        Assert.Null(await memberships.RoleOfAsync(caller, group, "stranger", TestContext.Current.CancellationToken));
        Assert.Null(await memberships.RoleOfAsync(Callers.User(app.NewTenant(), "moderator"), group, cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Members_of_a_group_are_a_query_and_two_reads_however_many_there_are()
    {
        var (ann, bob, _) = Cast();
        var group = await ann.GroupAsync();
        for (var i = 0; i < 12; i++) await ann.DoAsync(201, "PUT", $"/groups/{group}/members/u{i:D2}");
        await bob.DoAsync(201, "POST", $"/groups/{group}/members");
        using var recording = app.Record();
        Assert.Equal(10, (await bob.GetAsync($"/groups/{group}/members?limit=10")).Items.Count);
        Assert.Equal("1 Query, 10 items read; 1 BatchGetItem, 2 items read", recording.Summary);
    }

    private (TestClient Ann, TestClient Bob, TestClient Eve) Cast()
    {
        var tenant = app.NewTenant();
        return (app.As(tenant, "ann"), app.As(tenant, "bob"), app.As(tenant, "eve"));
    }

    private async Task<(string Tenant, string Group)> EveryRoleAsync()
    {
        var tenant = app.NewTenant();
        var owner = app.As(tenant, "owner");
        var group = await owner.GroupAsync();
        foreach (var role in new[] { "coOwner", "moderator", "member" })
        {
            await owner.DoAsync(201, "PUT", $"/groups/{group}/members/{role}");
            await owner.DoAsync(200, "PUT", $"/groups/{group}/members/{role}/role", $$"""{"role":"{{role}}"}""");
        }

        return (tenant, group);
    }

    private static async Task<int> MembersAsync(TestClient client, string group) => (await client.GetAsync($"/groups/{group}")).Json.GetProperty("memberCount").GetInt32();

    private static async Task<IReadOnlyList<System.Text.Json.JsonElement>> Listed(TestClient client, string group) => (await client.GetAsync($"/groups/{group}/members")).Items;

    private static async Task<string> RoleAsync(TestClient client, string group, string userId) => (await client.GetAsync($"/groups/{group}/members/{userId}")).Text("role");
}
