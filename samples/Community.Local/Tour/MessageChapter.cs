namespace Community.Local;

/// <summary>Threads: for those who take part, with what each has not read.</summary>
internal static class MessageChapter
{
    public static async Task WalkAsync(Guide guide)
    {
        var ben = await guide.LogInAsync("acme", "ben");
        var cleo = await guide.LogInAsync("acme", "cleo");
        var dora = await guide.LogInAsync("acme", "dora");

        var id = (await ben.PostAsync("Ben begins a conversation with Cleo.", "/threads",
            new { subject = "Clocks", participants = new[] { new { userId = "cleo" } }, initialMessage = "Who brings the clocks?" }, 201)).Id();
        await ben.PostAsync("He adds something.", $"/threads/{id}/messages", new { content = "We need two." }, 201);
        await guide.CheckAsync(Unread(await cleo.GetAsync("Cleo looks.", "/users/cleo/threads")) == 2, "two messages are new to her");
        await cleo.GetAsync("She reads.", $"/threads/{id}/messages");
        await cleo.PostAsync("And says so.", $"/threads/{id}/read", null);
        await guide.CheckAsync(Unread(await cleo.GetAsync("Again.", "/threads")) == 0, "nothing is new");
        await dora.GetAsync("Dora takes no part: for her it is not there.", $"/threads/{id}", 404);
        await dora.PostAsync("Nor can she write.", $"/threads/{id}/messages", new { content = "Hello?" }, 404);
        await cleo.PostAsync("Cleo brings her in.", $"/threads/{id}/participants", new { userId = "dora", role = "guest" });
        await dora.PostAsync("Now she can.", $"/threads/{id}/messages", new { content = "I have one." }, 201);
        await dora.DeleteAsync("And leaves.", $"/threads/{id}/participants/dora", 200);
        await dora.GetAsync("For her it is gone.", $"/threads/{id}", 404);
        await cleo.PostAsync("Cleo puts it away.", $"/threads/{id}/archive", null);
        var (own, others) = (await cleo.GetAsync("Her list is empty.", "/threads"), await ben.GetAsync("Ben's is not.", "/threads"));
        await guide.CheckAsync((own.Items().Count, others.Items().Count) == (0, 1), "archiving is everybody's own");
    }

    private static int Unread(System.Text.Json.JsonElement threads) => threads.Items()[0].Number("unread");
}
