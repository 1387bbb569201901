using System.Text.Json.Nodes;
using GeekCafe.Testing;

namespace GeekCafe.Generators.Tests.RandomResources;

/// <summary>Random requests for one resource by two tenants, each answer compared with a model that knows JSON and nothing of keys or tables.</summary>
internal sealed class Walkthrough(Api api, Spec spec, Random random)
{
    private readonly Dictionary<(string Tenant, string Path), Entry> _entries = [];

    private sealed record Entry(string Id, JsonObject Members, long Version, bool IsDeleted);

    public async Task RunAsync(int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            var tenant = random.Next(5) == 0 ? "globex" : "acme";
            await (random.Next(10) switch
            {
                < 4 => CreateAsync(tenant),
                4 => ChangeAsync(tenant, "PUT"),
                5 or 6 => ChangeAsync(tenant, "PATCH"),
                7 => EndAsync(tenant, random.Next(2) == 0),
                8 => GetAsync(tenant),
                _ => ListAsync(tenant),
            });
        }

        await ListAsync("acme");
        await ListAsync("globex");
    }

    private async Task CreateAsync(string tenant)
    {
        var body = Body();
        var answer = await api.SendAsync(tenant, "POST", spec.Route, body.ToJsonString());
        var path = spec.HasOwnId ? null : PathOf(body);
        if (path is not null && _entries.ContainsKey((tenant, path)))
        {
            Assert.Equal(409, answer.StatusCode);
            return;
        }

        Assert.True(answer.StatusCode == 201, answer.Body);
        var id = answer.Json.GetProperty("id").GetString()!;
        var entry = new Entry(id, Complete(body), 1, false);
        _entries.Add((tenant, path ?? $"{spec.Route}/{id}"), entry);
        Same(entry, answer);
    }

    private async Task ChangeAsync(string tenant, string method)
    {
        if (Known() is not { } path) return;
        var entry = Visible(tenant, path);

        // What identifies it stays; the rest is new, or part of it.
        var body = Body();
        foreach (var member in spec.Key) body[member.ApiName] = (_entries.First(each => each.Key.Path == path).Value.Members[member.ApiName]!).DeepClone();
        if (method == "PATCH")
        {
            foreach (var member in spec.Members.Where(_ => random.Next(2) == 0)) body.Remove(member.ApiName);
        }

        var answer = await api.SendAsync(tenant, method, path, body.ToJsonString());
        if (entry is null)
        {
            Assert.Equal(404, answer.StatusCode);
            return;
        }

        Assert.True(answer.StatusCode == 200, answer.Body);
        var members = method == "PUT" ? Complete(body) : Merged(entry.Members, body);
        Same(_entries[(tenant, path)] = entry with { Members = members, Version = entry.Version + 1 }, answer);
    }

    private async Task EndAsync(string tenant, bool isDelete)
    {
        if (Known() is not { } path) return;
        var stored = _entries.GetValueOrDefault((tenant, path));
        var answer = isDelete ? await api.SendAsync(tenant, "DELETE", path) : await api.SendAsync(tenant, "POST", path + "/restore");
        if (stored is null)
        {
            Assert.Equal(404, answer.StatusCode);
            return;
        }

        Assert.Equal(isDelete ? 204 : 200, answer.StatusCode);
        if (stored.IsDeleted != isDelete) _entries[(tenant, path)] = stored with { IsDeleted = isDelete, Version = stored.Version + 1 };
    }

    private async Task GetAsync(string tenant)
    {
        if (Known() is not { } path) return;
        var answer = await api.SendAsync(tenant, "GET", path);
        if (Visible(tenant, path) is { } entry) Same(entry, answer, path);
        else Assert.Equal(404, answer.StatusCode);
    }

    private async Task ListAsync(string tenant)
    {
        await ListAsync(tenant, spec.Route, static _ => true, []);
        foreach (var index in spec.Indexes)
        {
            // A value that is there, mostly.
            var values = _entries.Values.Select(entry => entry.Members[index.By.ApiName]).OfType<JsonNode>().ToList();
            var value = values.Count > 0 && random.Next(4) > 0 ? values[random.Next(values.Count)] : index.By.Kind.Value(random);
            await ListAsync(tenant, $"{spec.Route}-{index.Name.ToLowerInvariant()}/{Uri.EscapeDataString(value.ToString())}",
                entry => Equal(entry.Members[index.By.ApiName], value) && (index.Sort is null || entry.Members[index.Sort.ApiName] is not null),
                index.Sort is { } sort ? [sort] : []);
        }
    }

    private async Task ListAsync(string tenant, string route, Func<Entry, bool> holds, IReadOnlyList<Member> order)
    {
        var descending = random.Next(2) == 0;
        var expected = _entries.Where(pair => pair.Key.Tenant == tenant && !pair.Value.IsDeleted && holds(pair.Value)).Select(static pair => pair.Value).ToList();
        expected.Sort((a, b) => Compare(a, b, [.. order, .. spec.Key]));
        if (descending) expected.Reverse();

        var found = new List<string>();
        string? cursor = null;
        do
        {
            (string, string)[] query = [("limit", $"{random.Next(1, 6)}"), ("order", descending ? "desc" : "asc"), .. cursor is null ? [] : new[] { ("cursor", cursor) }];
            var answer = await api.SendAsync(tenant, "GET", route, null, query);
            Assert.True(answer.StatusCode == 200, answer.Body);
            foreach (var item in answer.Json.GetProperty("items").EnumerateArray()) found.Add(item.GetProperty("id").GetString()!);
            cursor = answer.Json.GetProperty("cursor").GetString();
        }
        while (cursor is not null);
        Assert.Equal(expected.Select(static entry => entry.Id), found);
    }

    private JsonObject Body()
    {
        var body = new JsonObject();
        foreach (var member in spec.Members)
        {
            if (!member.IsNullable) body[member.ApiName] = member.Kind.Value(random);
            else if (random.Next(3) is var choice and > 0) body[member.ApiName] = choice == 1 ? null : member.Kind.Value(random);
        }

        return body;
    }

    /// <summary>As answers show it: every member.</summary>
    private JsonObject Complete(JsonObject body)
    {
        var all = new JsonObject();
        foreach (var member in spec.Members) all[member.ApiName] = body[member.ApiName]?.DeepClone();
        return all;
    }

    /// <summary>RFC 7396.</summary>
    private JsonObject Merged(JsonObject current, JsonObject patch)
    {
        var all = (JsonObject)current.DeepClone();
        foreach (var member in spec.Members.Where(member => patch.ContainsKey(member.ApiName)))
        {
            all[member.ApiName] = Merge(current[member.ApiName], patch[member.ApiName], removesNull: member.Kind.Type.StartsWith("Dictionary", StringComparison.Ordinal));
        }

        return all;
    }

    private static JsonNode? Merge(JsonNode? current, JsonNode? patch, bool removesNull)
    {
        if (patch is not JsonObject changes || current is not JsonObject before) return patch?.DeepClone();
        var all = (JsonObject)before.DeepClone();
        foreach (var (name, value) in changes)
        {
            if (value is null && removesNull) all.Remove(name);
            else all[name] = Merge(before[name], value, removesNull);
        }

        return all;
    }

    private string PathOf(JsonObject body) =>
        spec.Route + string.Concat(spec.Key.Select(member => "/" + Uri.EscapeDataString(body[member.ApiName]!.ToString())));

    private string? Known() => _entries.Count == 0 ? null : _entries.Keys.ElementAt(random.Next(_entries.Count)).Path;

    private Entry? Visible(string tenant, string path) => _entries.TryGetValue((tenant, path), out var entry) && !entry.IsDeleted ? entry : null;

    private static int Compare(Entry a, Entry b, IEnumerable<Member> members)
    {
        foreach (var member in members)
        {
            if (member.Kind.Order!(a.Members[member.ApiName]!, b.Members[member.ApiName]!) is var order and not 0) return order;
        }

        return string.CompareOrdinal(a.Id, b.Id);
    }

    private void Same(Entry entry, LambdaResponse answer, string path = "")
    {
        Assert.True(answer.StatusCode is 200 or 201, $"{path} {answer.Body}");
        Assert.Equal(entry.Version, answer.Json.GetProperty("version").GetInt64());
        foreach (var member in spec.Members)
        {
            var shown = JsonNode.Parse(answer.Json.GetProperty(member.ApiName).GetRawText());
            Assert.True(Equal(entry.Members[member.ApiName], shown), $"{member.Name}: {entry.Members[member.ApiName]?.ToJsonString()} became {shown?.ToJsonString()}");
        }
    }

    private static bool Equal(JsonNode? a, JsonNode? b) => JsonNode.DeepEquals(a is null ? null : JsonNode.Parse(a.ToJsonString()), b is null ? null : JsonNode.Parse(b.ToJsonString()));
}
