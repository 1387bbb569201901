namespace Community.Local;

/// <summary>Globex has the same names and sees nothing of Acme.</summary>
internal static class TenantChapter
{
    public static async Task WalkAsync(Guide guide)
    {
        var ana = await guide.LogInAsync("globex", "ana", "admin");
        var evening = guide.Kept("event").Id();
        await ana.GetAsync("Globex's admin does not see Acme's event,", $"/events/{evening}", 404);
        await ana.PatchAsync("nor changes it,", $"/events/{evening}", new { title = "Ours" }, 404);
        await ana.GetAsync("nor the club,", $"/groups/{guide.Kept("group").Id()}", 404);
        await ana.GetAsync("nor the people,", "/users/ben", 404);
        await ana.GetAsync("nor the votes.", "/targets/feature-1/summary", 404);
        await ana.PutAsync("An address is free here.", "/users/ana", new { email = "ben@example.org", firstName = "Ana", lastName = "Anders" }, 201);
        var lists = new[] { "/events", "/events/upcoming", "/groups", "/threads" };
        foreach (var list in lists) await guide.CheckAsync((await ana.GetAsync("Nothing.", list)).Items().Count == 0, "it is empty");
        await guide.Stranger().GetAsync("And who is nobody gets nowhere.", "/events", 401);
    }
}
