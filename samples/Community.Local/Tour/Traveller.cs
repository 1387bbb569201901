using System.Text.Json;

namespace Community.Local;

/// <summary>Somebody on the tour, with what he shows at the door.</summary>
internal sealed class Traveller(Guide guide, string name, (string Name, string Value)? credential)
{
    public Task<JsonElement> GetAsync(string what, string path, int expected = 200) => DoAsync(what, "GET", path, null, expected);

    public Task<JsonElement> PostAsync(string what, string path, object? body, int expected = 200) => DoAsync(what, "POST", path, body, expected);

    public Task<JsonElement> PutAsync(string what, string path, object? body, int expected = 200) => DoAsync(what, "PUT", path, body, expected);

    public Task<JsonElement> PatchAsync(string what, string path, object body, int expected = 200) => DoAsync(what, "PATCH", path, body, expected);

    public Task<JsonElement> DeleteAsync(string what, string path, int expected = 204) => DoAsync(what, "DELETE", path, null, expected);

    private Task<JsonElement> DoAsync(string what, string method, string path, object? body, int expected) =>
        guide.SendAsync(name, credential, what, method, path, body, expected);
}

/// <summary>Reading answers with few words.</summary>
internal static class Answers
{
    public static string Id(this JsonElement resource) => resource.Text("id");

    public static string Text(this JsonElement value, string member) => value.GetProperty(member).GetString()!;

    public static int Number(this JsonElement value, string member) => value.GetProperty(member).GetInt32();

    public static IReadOnlyList<JsonElement> Items(this JsonElement list) => [.. list.GetProperty("items").EnumerateArray()];
}
