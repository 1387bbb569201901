namespace Community.Local;

/// <summary>Votes: one for each person and target, counted exactly.</summary>
internal static class VoteChapter
{
    public static async Task WalkAsync(Guide guide)
    {
        var ana = await guide.LogInAsync("acme", "ana", "admin");
        var ben = await guide.LogInAsync("acme", "ben");
        var cleo = await guide.LogInAsync("acme", "cleo");

        await ben.PostAsync("Ben votes.", "/votes", Choice("feature-1", "yes"), 201);
        await cleo.PostAsync("Cleo too.", "/votes", Choice("feature-1", "no"), 201);
        await cleo.PostAsync("She thinks again: it replaces her vote.", "/votes", Choice("feature-1", "yes"));
        var summary = await ben.GetAsync("What came out?", "/targets/feature-1/summary");
        await guide.CheckAsync((summary.GetProperty("counts").Number("yes"), summary.Number("participants")) == (2, 2), "two said yes, of two");
        await cleo.PostAsync("Another kind of vote on it is refused.", "/votes", new { targetId = "feature-1", voteType = "ranking", choices = new[] { "yes", "no" } }, 409);

        await ben.PostAsync("A ranking.", "/votes", new { targetId = "feature-10", voteType = "ranking", choices = new[] { "tea", "coffee", "milk" } }, 201);
        var points = (await ben.GetAsync("By Borda.", "/targets/feature-10/summary")).GetProperty("scores");
        await guide.CheckAsync((points.Number("tea"), points.Number("milk")) == (3, 1), "the best of three has three points");
        await ben.PostAsync("A rating of six.", "/votes", new { targetId = "cake", voteType = "rating", ratings = new { apple = 6 } }, 400);
        await ben.PostAsync("Of four.", "/votes", new { targetId = "cake", voteType = "rating", ratings = new { apple = 4 } }, 201);
        await ana.PostAsync("How a target is voted on, said beforehand.", "/targets", new { targetId = "menu", voteType = "multiSelect", choices = new[] { "soup", "salad", "stew" }, maxSelections = 2 }, 201);
        await ben.PostAsync("Three are too many.", "/votes", new { targetId = "menu", voteType = "multiSelect", choices = new[] { "soup", "salad", "stew" } }, 400);
        await ben.PostAsync("Two it is.", "/votes", new { targetId = "menu", voteType = "multiSelect", choices = new[] { "soup", "stew" } }, 201);
        await cleo.PostAsync("Thumbs up, as of old.", "/votes", new { targetId = "idea", voteType = "legacy", choices = new[] { "up" } }, 201);
        await cleo.DeleteAsync("Taken back.", "/votes/idea/cleo");
        var idea = await cleo.GetAsync("So nobody voted.", "/targets/idea/summary");
        await guide.CheckAsync(idea.Number("participants") == 0, "the vote counts no more");
        await ana.PostAsync("Counted anew.", "/targets/feature-1/recount", null);
        var votes = await ana.GetAsync("feature-1 is not feature-10.", "/targets/feature-1/votes");
        await guide.CheckAsync(votes.Items().Count == 2, "it has its own two votes");
    }

    private static object Choice(string targetId, string choice) => new { targetId, voteType = "singleChoice", choices = new[] { choice } };
}
