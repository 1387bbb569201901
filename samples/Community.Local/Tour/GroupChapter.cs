namespace Community.Local;

/// <summary>Groups: founded with an owner, joined with or without approval, passed on.</summary>
internal static class GroupChapter
{
    public static async Task WalkAsync(Guide guide)
    {
        var ben = await guide.LogInAsync("acme", "ben");
        var cleo = await guide.LogInAsync("acme", "cleo");
        var dora = await guide.LogInAsync("acme", "dora");

        var club = new { name = "Chess club", description = "Slow games.", category = "hobby", privacy = "private", joinApproval = "approval", tags = new[] { "chess" } };
        var group = (await ben.PostAsync("Ben founds a private club.", "/groups", club, 201)).Id();
        guide.Keep("group", (await ben.GetAsync("He finds it again.", $"/groups/{group}")));
        await ben.PostAsync("A second one of that name he may not have.", "/groups", club, 409);
        await cleo.GetAsync("Cleo does not see it.", $"/groups/{group}", 404);
        await ben.PutAsync("Ben lets her in.", $"/groups/{group}/members/cleo", null, 201);
        await cleo.GetAsync("Now she sees it.", $"/groups/{group}");
        await cleo.PutAsync("She cannot make herself a moderator.", $"/groups/{group}/members/cleo/role", new { role = "moderator" }, 403);

        var open = (await cleo.PostAsync("Cleo founds one that all can see, and asks to be asked.", "/groups",
            new { name = "Readers", description = "A book a month.", category = "educational", joinApproval = "approval" }, 201)).Id();
        await dora.PostAsync("Dora asks.", $"/groups/{open}/members", null, 201);
        await cleo.PostAsync("Cleo approves.", $"/groups/{open}/members/dora/approve", null);
        var members = await dora.GetAsync("Who is in it?", $"/groups/{open}/members");
        var groups = await dora.GetAsync("Where is Dora in?", "/users/dora/groups");
        await guide.CheckAsync((members.Items().Count, groups.Items().Count) == (2, 1), "two are in it, and Dora is in one");
        await cleo.PostAsync("Cleo passes it on.", $"/groups/{open}/transfer", new { userId = "dora" });
        await cleo.DeleteAsync("It is no longer hers to delete.", $"/groups/{open}", 403);
        var count = (await dora.GetAsync("Nobody was lost.", $"/groups/{open}")).Number("memberCount");
        await guide.CheckAsync(count == 2, "it has two members still");
    }
}
