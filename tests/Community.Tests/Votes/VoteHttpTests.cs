using GeekCafe.Community.Tests.Kit;
using GeekCafe.Testing;

namespace GeekCafe.Community.Tests.Votes;

/// <summary>Votes as clients see them.</summary>
public sealed class VoteHttpTests(CommunityFixture app) : IClassFixture<CommunityFixture>
{
    private const string Yes = """{"targetId":"feature-1","voteType":"singleChoice","choices":["yes"]}""";
    private const string No = """{"targetId":"feature-1","voteType":"singleChoice","choices":["no"]}""";

    [Theory]
    [InlineData("""{"targetId":"feature-1","voteType":"singleChoice","choices":["yes"]}""", """{"yes":1}""", "{}")]
    [InlineData("""{"targetId":"feature-1","voteType":"multiSelect","choices":["a","b"],"maxSelections":2}""", """{"a":1,"b":1}""", "{}")]
    [InlineData("""{"targetId":"feature-1","voteType":"ranking","choices":["a","b","c"]}""", """{"a":1,"b":1,"c":1}""", """{"a":3,"b":2,"c":1}""")]
    [InlineData("""{"targetId":"feature-1","voteType":"rating","ratings":{"choice":4}}""", """{"choice":1}""", """{"choice":4}""")]
    [InlineData("""{"targetId":"feature-1","voteType":"legacy","choices":["up"]}""", """{"down":0,"up":1}""", "{}")]
    public async Task Each_type_is_cast_and_counted(string body, string counts, string scores)
    {
        var ana = app.As(app.NewTenant(), "ana");
        var cast = await ana.PostAsync("/votes", body);
        Assert.Equal((201, "ana", "\"1\""), (cast.StatusCode, cast.Text("userId"), cast.ETag));
        Assert.Equal("/votes/feature-1/ana", cast.Header("location"));
        Assert.Equal(200, (await ana.GetAsync(cast.Header("location")!)).StatusCode);

        var summary = await ana.GetAsync("/targets/feature-1/summary");
        Assert.Equal(200, summary.StatusCode);
        Same(counts, summary, "counts");
        Same(scores, summary, "scores");
        Assert.Equal(1, summary.Json.GetProperty("participants").GetInt32());
    }

    [Fact]
    public async Task A_summary_shows_counts_percentages_averages_scores_participants_and_selections()
    {
        var tenant = app.NewTenant();
        await app.As(tenant, "ana").PostAsync("/votes", """{"targetId":"t","voteType":"rating","ratings":{"a":4,"b":1}}""");
        await app.As(tenant, "bob").PostAsync("/votes", """{"targetId":"t","voteType":"rating","ratings":{"a":5}}""");
        var summary = await app.As(tenant, "eve").GetAsync("/targets/t/summary");
        Same("""{"a":2,"b":1}""", summary, "counts");
        Same("""{"a":100,"b":50}""", summary, "percentages");
        Same("""{"a":4.5,"b":1}""", summary, "averages");
        Same("""{"a":9,"b":1}""", summary, "scores");
        Assert.Equal((2, 3), (summary.Json.GetProperty("participants").GetInt32(), summary.Json.GetProperty("selections").GetInt32()));
        Assert.Equal("rating", summary.Text("voteType"));
        Assert.Equal("\"2\"", summary.ETag);
    }

    [Fact]
    public async Task The_first_vote_is_201_and_voting_again_is_200()
    {
        var tenant = app.NewTenant();
        var ana = app.As(tenant, "ana");
        Assert.Equal(201, (await ana.PostAsync("/votes", Yes)).StatusCode);
        var again = await ana.PostAsync("/votes", No);
        Assert.Equal((200, "\"2\""), (again.StatusCode, again.ETag));
        Assert.Equal(201, (await app.As(tenant, "bob").PostAsync("/votes", No)).StatusCode);
        Same("""{"no":2}""", await ana.GetAsync("/targets/feature-1/summary"), "counts");
    }

    [Fact]
    public async Task A_vote_is_changed_and_withdrawn_by_whoever_cast_it()
    {
        var tenant = app.NewTenant();
        var (ana, bob) = (app.As(tenant, "ana"), app.As(tenant, "bob"));
        await ana.PostAsync("/votes", Yes);
        Assert.Equal(403, (await bob.DeleteAsync("/votes/feature-1/ana")).StatusCode);
        Assert.Equal(403, (await bob.PatchAsync("/votes/feature-1/ana", """{"choices":["no"]}""")).StatusCode);
        Assert.Equal(412, (await ana.PatchAsync("/votes/feature-1/ana", """{"choices":["no"]}""", ("if-match", "\"7\""))).StatusCode);
        Assert.Equal(200, (await ana.PatchAsync("/votes/feature-1/ana", """{"choices":["no"]}""", ("if-match", "\"1\""))).StatusCode);
        Same("""{"no":1}""", await bob.GetAsync("/targets/feature-1/summary"), "counts");

        Assert.Equal(204, (await ana.DeleteAsync("/votes/feature-1/ana")).StatusCode);
        Assert.Equal(404, (await ana.GetAsync("/votes/feature-1/ana")).StatusCode);
        Same("{}", await bob.GetAsync("/targets/feature-1/summary"), "counts");
        Assert.Equal(201, (await ana.PostAsync("/votes", Yes)).StatusCode);
        Assert.Equal(404, (await app.As(app.NewTenant(), "ana").DeleteAsync("/votes/feature-1/ana")).StatusCode);
    }

    [Fact]
    public async Task Votes_are_listed_by_target_by_user_and_as_ones_own()
    {
        var tenant = app.NewTenant();
        var (ana, bob) = (app.As(tenant, "ana"), app.As(tenant, "bob"));
        foreach (var target in new[] { "feature-1", "feature-10", "feature-2" }) await ana.PostAsync("/votes", Yes.Replace("feature-1", target, StringComparison.Ordinal));
        await bob.PostAsync("/votes", No);

        using var recording = app.Record();
        Assert.Equal(["ana", "bob"], Users(await bob.GetAsync("/targets/feature-1/votes")));
        Assert.Equal(["ana", "bob"], Users(await bob.GetAsync("/votes?targetId=feature-1")));
        Assert.Equal(["feature-1"], Targets(await bob.GetAsync("/votes")));
        Assert.Equal(["feature-1", "feature-10"], Targets(await bob.GetAsync("/users/ana/votes?limit=2")));
        Assert.Empty((await app.As(app.NewTenant(), "ana").GetAsync("/targets/feature-1/votes")).Items);
        Assert.All(recording.Requests, static request => Assert.Equal(DynamoDb.DynamoOperation.Query, request.Operation));

        static IEnumerable<string?> Users(LambdaResponse answer) => answer.Items.Select(static each => each.GetProperty("userId").GetString());
        static IEnumerable<string?> Targets(LambdaResponse answer) => answer.Items.Select(static each => each.GetProperty("targetId").GetString());
    }

    [Theory]
    [InlineData("""{"voteType":"singleChoice","choices":["yes"]}""", "targetId")]
    [InlineData("""{"targetId":"t","choices":["yes"]}""", "voteType")]
    [InlineData("""{"targetId":"t","voteType":"single_choice","choices":["yes"]}""", "voteType")]
    [InlineData("""{"targetId":"t","voteType":"singleChoice","choices":["yes"],"userId":"bob"}""", "userId")]
    [InlineData("""{"targetId":"t","voteType":"singleChoice","choices":["yes"],"tenantId":"t2"}""", "tenantId")]
    [InlineData("""{"targetId":"t","voteType":"singleChoice","choices":["yes","no"]}""", "choices")]
    [InlineData("""{"targetId":"t","voteType":"singleChoice","choices":"yes"}""", "choices")]
    [InlineData("""{"targetId":"t","voteType":"multiSelect","choices":["a","b"],"maxSelections":1}""", "choices")]
    [InlineData("""{"targetId":"t","voteType":"multiSelect","choices":["a","a"]}""", "choices")]
    [InlineData("""{"targetId":"t","voteType":"ranking","choices":["a","a"]}""", "choices")]
    [InlineData("""{"targetId":"t","voteType":"rating","ratings":{"a":6}}""", "ratings")]
    [InlineData("""{"targetId":"t","voteType":"rating","ratings":{"a":0}}""", "ratings")]
    [InlineData("""{"targetId":"t","voteType":"rating","ratings":{"a":4.5}}""", "ratings.a")]
    [InlineData("""{"targetId":"t","voteType":"legacy","choices":["left"]}""", "choices")]
    public async Task A_body_that_is_no_vote_is_400_and_names_the_member(string body, string member)
    {
        var refused = await app.As(app.NewTenant(), "ana").PostAsync("/votes", body);
        Assert.Equal((400, "VALIDATION_ERROR"), (refused.StatusCode, refused.ErrorCode));
        Assert.Contains(member, refused.Json.GetProperty("details").EnumerateObject().Select(static each => each.Name));
    }

    [Fact]
    public async Task A_vote_of_another_type_than_the_targets_is_409()
    {
        var tenant = app.NewTenant();
        await app.As(tenant, "ana").PostAsync("/votes", Yes);
        var refused = await app.As(tenant, "bob").PostAsync("/votes", """{"targetId":"feature-1","voteType":"legacy","choices":["up"]}""");
        Assert.Equal((409, "CONDITION_FAILED"), (refused.StatusCode, refused.ErrorCode));
    }

    [Fact]
    public async Task An_admin_opens_a_target_and_counts_it_anew_and_nobody_else()
    {
        var tenant = app.NewTenant();
        var (ana, admin) = (app.As(tenant, "ana"), app.As(tenant, "root", "admin"));
        const string open = """{"targetId":"feature-1","voteType":"singleChoice","choices":["yes","no"]}""";
        Assert.Equal(403, (await ana.PostAsync("/targets", open)).StatusCode);
        Assert.Equal(201, (await admin.PostAsync("/targets", open)).StatusCode);
        Assert.Equal(400, (await ana.PostAsync("/votes", Yes.Replace("yes", "maybe", StringComparison.Ordinal))).StatusCode);
        Assert.Equal(201, (await ana.PostAsync("/votes", Yes)).StatusCode);
        Assert.Equal(409, (await admin.PostAsync("/targets", open)).StatusCode);

        Assert.Equal(403, (await ana.PostAsync("/targets/feature-1/recount")).StatusCode);
        Same("""{"no":0,"yes":1}""", await admin.PostAsync("/targets/feature-1/recount"), "counts");
        Assert.Equal(404, (await admin.PostAsync("/targets/nothing/recount")).StatusCode);

        var many = await admin.PostAsync("/targets/recount", """{"targetIds":["feature-1","nothing"]}""");
        Assert.Equal((200, 1, 1), (many.StatusCode, many.Json.GetProperty("succeeded").GetInt32(), many.Json.GetProperty("failed").GetInt32()));
        Assert.Equal(["200", "404"], many.Json.GetProperty("outcomes").EnumerateArray().Select(static each => each.GetProperty("status").ToString()));
        Assert.Equal(400, (await admin.PostAsync("/targets/recount", """{"targetIds":[]}""")).StatusCode);
        Assert.Empty((await admin.GetAsync("/targets/stale?hours=1")).Items);
        Assert.Equal(400, (await admin.GetAsync("/targets/stale?hours=soon")).StatusCode);
    }

    [Fact]
    public async Task No_route_writes_a_summary_or_passes_the_tally_by()
    {
        var admin = app.As(app.NewTenant(), "root", "admin");
        await admin.PostAsync("/votes", Yes);
        foreach (var (method, path) in new[]
        {
            ("PUT", "/votes/feature-1/root"), ("POST", "/votes/feature-1/root/restore"), ("POST", "/votes/batch"), ("POST", "/vote-summaries"), ("GET", "/vote-summaries/feature-1"),
            ("PATCH", "/targets/feature-1/summary"), ("DELETE", "/targets/feature-1/summary"),
        })
        {
            Assert.InRange((await admin.SendAsync(method, path, method is "GET" or "DELETE" ? null : "{}")).StatusCode, 404, 405);
        }
    }

    [Fact]
    public async Task Casting_alone_is_a_function()
    {
        using var create = app.Function("votes.create");
        Assert.Equal(201, (await create.As(app.NewTenant(), "ana").PostAsync("/votes", Yes)).StatusCode);
    }

    [Fact]
    public async Task A_vote_costs_one_read_and_one_transaction()
    {
        var tenant = app.NewTenant();
        await app.As(tenant, "bob").PostAsync("/votes", Yes);
        using var recording = app.Record();
        await app.As(tenant, "ana").PostAsync("/votes", Yes);
        Assert.Equal("1 BatchGetItem, 1 item read; 1 TransactWriteItems", recording.Summary);
    }

    private static void Same(string expected, LambdaResponse answer, string member)
    {
        using var json = System.Text.Json.JsonDocument.Parse(expected);
        var actual = answer.Json.GetProperty(member);
        Assert.True(System.Text.Json.JsonElement.DeepEquals(json.RootElement, actual), $"{member}: {actual}");
    }
}
