namespace Community.Local;

/// <summary>Events: drafts, those who may see them, two seats and three who want one.</summary>
internal static class EventChapter
{
    public static async Task WalkAsync(Guide guide)
    {
        var ben = await guide.LogInAsync("acme", "ben");
        var cleo = await guide.LogInAsync("acme", "cleo");
        var dora = await guide.LogInAsync("acme", "dora");
        var group = guide.Kept("group").Id();
        var next = DateTimeOffset.UtcNow.AddDays(7).ToString("yyyy-MM-ddTHH:00:00Z", null);

        var id = (await ben.PostAsync("Ben drafts an evening.", "/events", new { title = "Chess evening" }, 201)).Id();
        await cleo.GetAsync("Drafts are for their organizer.", $"/events/{id}", 404);
        await ben.PatchAsync("It cannot begin in the past.", $"/events/{id}", new { startsAt = "2020-01-01T19:00:00Z" }, 400);
        await ben.PatchAsync("So next week, with two seats.", $"/events/{id}", new { startsAt = next, capacity = 2 });
        await ben.PostAsync("He publishes it.", $"/events/{id}/publish", null);
        guide.Keep("event", await cleo.GetAsync("All of Acme see it.", $"/events/{id}"));
        var upcoming = await cleo.GetAsync("It is among those to come.", "/events/upcoming");
        await guide.CheckAsync(upcoming.Items().Count == 1, "there is one event to come");

        var closed = (await ben.PostAsync("Another for the club alone.", "/events",
            new { title = "Club night", startsAt = next, visibility = "members", groupId = group }, 201)).Id();
        await ben.PostAsync("Published too.", $"/events/{closed}/publish", null);
        await dora.GetAsync("Dora is not in the club.", $"/events/{closed}", 404);
        await cleo.GetAsync("Cleo is.", $"/events/{closed}");
        await cleo.GetAsync("The club's events.", $"/groups/{group}/events");

        var dinner = (await ben.PostAsync("A dinner for whom he invites.", "/events", new { title = "Dinner", startsAt = next, visibility = "private" }, 201)).Id();
        await ben.PostAsync("Published.", $"/events/{dinner}/publish", null);
        await ben.PostAsync("Dora is invited.", $"/events/{dinner}/attendees", new { userId = "dora" }, 201);
        await dora.GetAsync("So she sees it.", $"/events/{dinner}");
        await cleo.GetAsync("Cleo does not.", $"/events/{dinner}", 404);
        await ben.PutAsync("Dora hosts it with him.", $"/events/{dinner}/attendees/dora/role", new { role = "coHost" });
        await dora.PostAsync("And invites Cleo.", $"/events/{dinner}/attendees", new { userId = "cleo" }, 201);
        await cleo.GetAsync("Now Cleo sees it.", $"/events/{dinner}");
        var hosts = await cleo.GetAsync("Who hosts?", $"/events/{dinner}/attendees?role=coHost");
        await guide.CheckAsync(hosts.Items().Count == 1, "Dora does, beside Ben");

        await ben.PostAsync("Ben takes a seat.", $"/events/{id}/attendees/ben/rsvp", new { status = "accepted" });
        await cleo.PostAsync("Cleo takes the other.", $"/events/{id}/attendees/cleo/rsvp", new { status = "accepted" });
        var waiting = await dora.PostAsync("Dora is too late.", $"/events/{id}/attendees/dora/rsvp", new { status = "accepted" });
        await guide.CheckAsync(waiting.Text("status") == "waitlist", "Dora waits");
        await cleo.PostAsync("Cleo cannot come after all.", $"/events/{id}/attendees/cleo/rsvp", new { status = "declined" });
        await ben.PostAsync("Ben gives Dora the seat.", $"/events/{id}/attendees/dora/promote", null);
        await ben.PostAsync("She comes.", $"/events/{id}/attendees/dora/check-in", null);
        await ben.PostAsync("She cannot come twice.", $"/events/{id}/attendees/dora/check-in", null, 409);
        var headcount = (await ben.GetAsync("Who came?", $"/events/{id}")).GetProperty("headcount");
        await guide.CheckAsync((headcount.Number("seats"), headcount.Number("declined"), headcount.Number("checkedIn")) == (2, 1, 1), "two seats, one declined, one is there");
        await dora.GetAsync("Dora's evenings.", "/users/dora/attendances");
        var cancelled = await ben.PostAsync("The club night falls through.", $"/events/{closed}/cancel", new { reason = "No room." });
        await guide.CheckAsync(cancelled.Text("cancellationReason") == "No room.", "everybody can read why");
    }
}
