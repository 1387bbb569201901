using GeekCafe.Community.Tests.Kit;

namespace GeekCafe.Community.Tests.Votes;

/// <summary>What can be voted on, and who says how.</summary>
public sealed class TargetTests(CommunityFixture app) : IClassFixture<CommunityFixture>
{
    private readonly string _tenant = app.NewTenant();

    [Theory]
    [InlineData("a/b")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task A_target_that_no_path_can_name_is_refused(string target)
    {
        var vote = await app.As(_tenant, "ann").PostAsync("/votes", $$"""{"targetId":"{{target}}","voteType":"legacy","choices":["up"]}""");
        Assert.Equal(["targetId"], vote.Faults());
        var opened = await app.As(_tenant, "root", "admin").PostAsync("/targets", $$"""{"targetId":"{{target}}","voteType":"legacy"}""");
        Assert.Equal(["targetId"], opened.Faults());
    }

    [Theory]
    [InlineData("""{"targetId":"t","voteType":"legacy","choices":["a","b"]}""", "choices")]
    [InlineData("""{"targetId":"t","voteType":"singleChoice","choices":["a","a"]}""", "choices")]
    [InlineData("""{"targetId":"t","voteType":"singleChoice","choices":[""]}""", "choices")]
    [InlineData("""{"targetId":"t","voteType":"singleChoice","choices":["a"],"maxSelections":2}""", "maxSelections")]
    public async Task A_declaration_that_nobody_could_vote_on_is_refused(string body, string member)
    {
        var refused = await app.As(_tenant, "root", "admin").PostAsync("/targets", body);
        Assert.Equal((400, "VALIDATION_ERROR"), refused.Outcome());
        Assert.Equal([member], refused.Faults());
    }

    [Fact]
    public async Task A_choice_longer_than_a_vote_may_have_is_refused()
    {
        var refused = await app.As(_tenant, "root", "admin").PostAsync("/targets", $$"""{"targetId":"t","voteType":"singleChoice","choices":["{{new string('x', 101)}}"]}""");
        Assert.Equal(["choices"], refused.Faults());
    }

    [Fact]
    public async Task When_all_have_withdrawn_the_next_vote_says_anew_how_it_is_voted_on()
    {
        var (ann, bob) = (app.As(_tenant, "ann"), app.As(_tenant, "bob"));
        await ann.DoAsync(201, "POST", "/votes", """{"targetId":"t","voteType":"legacy","choices":["up"]}""");
        await ann.DoAsync(204, "DELETE", "/votes/t/ann");
        await bob.DoAsync(201, "POST", "/votes", """{"targetId":"t","voteType":"rating","ratings":{"a":4}}""");
        var summary = await bob.GetAsync("/targets/t/summary");
        Assert.Equal(("rating", """{"a":1}""", 1), (summary.Text("voteType"), summary.Json.GetProperty("counts").ToString(), summary.Json.GetProperty("participants").GetInt32()));
        Assert.Equal((409, "CONDITION_FAILED"), (await ann.PostAsync("/votes", """{"targetId":"t","voteType":"legacy","choices":["up"]}""")).Outcome());

        // A recount comes to the same.
        var recounted = await app.As(_tenant, "root", "admin").DoAsync(200, "POST", "/targets/t/recount");
        Assert.Equal(("rating", """{"a":1}"""), (recounted.Text("voteType"), recounted.Json.GetProperty("counts").ToString()));
    }

    [Fact]
    public async Task What_an_admin_said_holds_when_all_have_withdrawn()
    {
        await app.As(_tenant, "root", "admin").DoAsync(201, "POST", "/targets", """{"targetId":"t","voteType":"singleChoice","choices":["a","b"]}""");
        var ann = app.As(_tenant, "ann");
        await ann.DoAsync(201, "POST", "/votes", """{"targetId":"t","voteType":"singleChoice","choices":["a"]}""");
        await ann.DoAsync(204, "DELETE", "/votes/t/ann");
        Assert.Equal((409, "CONDITION_FAILED"), (await ann.PostAsync("/votes", """{"targetId":"t","voteType":"legacy","choices":["up"]}""")).Outcome());
    }

    [Theory]
    [InlineData("-1", 400)]
    [InlineData("87601", 400)]
    [InlineData("2147483647", 400)]
    [InlineData("0", 200)]
    [InlineData("87600", 200)]
    public async Task Hours_are_bounded(string hours, int expected) =>
        Assert.Equal(expected, (await app.As(_tenant, "ann").GetAsync($"/targets/stale?hours={hours}")).StatusCode);

    [Fact]
    public async Task A_recount_of_many_reports_what_is_no_target_and_counts_the_others()
    {
        var root = app.As(_tenant, "root", "admin");
        await root.DoAsync(201, "POST", "/votes", """{"targetId":"t","voteType":"legacy","choices":["up"]}""");
        var report = await root.DoAsync(200, "POST", "/targets/recount", """{"targetIds":["","t","none"]}""");
        Assert.Equal([400, 200, 404], report.Json.GetProperty("outcomes").EnumerateArray().Select(static each => each.GetProperty("status").GetInt32()));
    }

    [Fact]
    public async Task All_targets_of_a_tenant_are_a_list()
    {
        var ann = app.As(_tenant, "ann");
        foreach (var target in new[] { "t1", "t2" }) await ann.DoAsync(201, "POST", "/votes", $$"""{"targetId":"{{target}}","voteType":"legacy","choices":["up"]}""");
        Assert.Equal(["t1", "t2"], (await ann.GetAsync("/targets")).Items.Select(static each => each.GetProperty("targetId").GetString()).Order(StringComparer.Ordinal));
        Assert.Empty((await app.As(app.NewTenant(), "ann").GetAsync("/targets")).Items);
    }
}
