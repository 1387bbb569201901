using System.Globalization;
using GeekCafe.Testing;

namespace GeekCafe.Community.Tests;

/// <summary>What tests of events and groups do again and again, over HTTP.</summary>
internal static class Deeds
{
    /// <summary>A time so many days after the test's clock started, as JSON shows it.</summary>
    public static string In(double days) => (TestClock.Start + TimeSpan.FromDays(days)).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Makes a draft that begins in a week.</summary>
    /// <param name="client">Its organizer.</param>
    /// <param name="members">More members as JSON, such as <c>"capacity":5</c>.</param>
    public static Task<string> DraftAsync(this TestClient client, string members = "") =>
        client.MakeAsync("/events", $$"""{"title":"Chess","startsAt":"{{In(7)}}"{{Also(members)}}}""");

    /// <summary>Makes an event that begins in a week, and publishes it.</summary>
    /// <inheritdoc cref="DraftAsync"/>
    public static async Task<string> PublishedAsync(this TestClient client, string members = "")
    {
        var id = await client.DraftAsync(members);
        await client.DoAsync(200, "POST", $"/events/{id}/publish");
        return id;
    }

    /// <summary>Founds a group.</summary>
    /// <param name="client">Its owner.</param>
    /// <param name="members">More members as JSON.</param>
    /// <param name="name">Its name.</param>
    public static Task<string> GroupAsync(this TestClient client, string members = "", string name = "Players") =>
        client.MakeAsync("/groups", $$"""{"name":"{{name}}","description":"We play.","category":"hobby"{{Also(members)}}}""");

    public static Task<LambdaResponse> InviteAsync(this TestClient client, string eventId, string userId) =>
        client.PostAsync($"/events/{eventId}/attendees", $$"""{"userId":"{{userId}}"}""");

    public static Task<LambdaResponse> RsvpAsync(this TestClient client, string eventId, string userId, string status, int plusOnes = 0) =>
        client.PostAsync($"/events/{eventId}/attendees/{userId}/rsvp", $$"""{"status":"{{status}}","plusOnes":{{plusOnes}}}""");

    /// <summary>A number of an event's headcount.</summary>
    public static async Task<int> CountAsync(this TestClient client, string eventId, string member) =>
        (await client.GetAsync($"/events/{eventId}")).Json.GetProperty("headcount").GetProperty(member).GetInt32();

    /// <summary>Sends what must have this status.</summary>
    public static async Task<LambdaResponse> DoAsync(this TestClient client, int status, string method, string path, string? body = null)
    {
        var answer = await client.SendAsync(method, path, body);
        Assert.True(status == answer.StatusCode, $"{method} {path}: expected {status}, was {answer}");
        return answer;
    }

    /// <summary>The status and error code of an answer.</summary>
    public static (int Status, string? Code) Outcome(this LambdaResponse answer) => (answer.StatusCode, answer.ErrorCode);

    /// <summary>The members named in the details of a validation error.</summary>
    public static IEnumerable<string> Faults(this LambdaResponse answer) =>
        answer.Json.TryGetProperty("details", out var details) ? details.EnumerateObject().Select(static each => each.Name) : [];

    private static async Task<string> MakeAsync(this TestClient client, string path, string body) => (await client.DoAsync(201, "POST", path, body)).Id;

    private static string Also(string members) => members.Length == 0 ? "" : "," + members;
}
