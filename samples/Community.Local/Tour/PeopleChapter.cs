namespace Community.Local;

/// <summary>Users: addresses that are unique, roles that admins give, profiles that show what their people want to show.</summary>
internal static class PeopleChapter
{
    public static async Task WalkAsync(Guide guide)
    {
        var ana = await guide.LogInAsync("acme", "ana", "admin");
        var ben = await guide.LogInAsync("acme", "ben");
        var cleo = await guide.LogInAsync("acme", "cleo");

        await ana.PutAsync("An admin registers herself.", "/users/ana", Person("ana@example.org", "Ana", "Acker", "admin"), 201);
        var self = await ben.PostAsync("Ben registers; his id is that of his login.", "/users", Person("ben@example.org", "Ben", "Berg"), 201);
        await guide.CheckAsync(self.Id() == "ben", "Ben's id is ben");
        await cleo.PostAsync("Cleo wants Ben's address.", "/users", Person("BEN@example.org", "Cleo", "Cole"), 409);
        await cleo.PostAsync("So she takes her own.", "/users", Person("cleo@example.org", "Cleo", "Cole"), 201);
        await ben.PatchAsync("Ben makes himself an admin.", "/users/ben", new { roles = new[] { "admin" } }, 400);
        await ana.PatchAsync("Ana makes him an organizer.", "/users/ben", new { roles = new[] { "organizer" } });
        var organizers = await ana.GetAsync("Who organizes?", "/users/by-role/organizer");
        await guide.CheckAsync(organizers.Items().Count == 1, "one organizes");
        await ana.GetAsync("Ana looks Ben up by address.", "/users/by-email/ben%40example.org");
        await cleo.GetAsync("Cleo may not see all of Ben.", "/users/ben", 404);
        var profile = await cleo.GetAsync("But his profile.", "/users/ben/profile");
        await guide.CheckAsync(!profile.TryGetProperty("email", out var email) || email.GetString() is null, "his address is not in it");
        await ben.PatchAsync("Ben goes private.", "/users/ben", new { privacy = new { profileVisibility = "private" } });
        await cleo.GetAsync("Now there is nothing to see.", "/users/ben/profile", 404);
        await ana.DeleteAsync("Ana removes Cleo.", "/users/cleo");
        await ana.PostAsync("And brings her back.", "/users/cleo/restore", null);
    }

    private static object Person(string email, string firstName, string lastName, params string[] roles) =>
        roles.Length == 0 ? new { email, firstName, lastName } : new { email, firstName, lastName, roles };
}
