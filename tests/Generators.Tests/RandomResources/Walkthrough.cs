using System.Text.Json;
using System.Text.Json.Nodes;
using GeekCafe.Testing;

namespace GeekCafe.Generators.Tests.RandomResources;

/// <summary>Random requests for one resource by two tenants, each answer compared with a model that knows JSON and nothing of keys or tables.</summary>
internal sealed class Walkthrough(Api api, Spec spec, Dice dice)
{
    private readonly Dictionary<(string Tenant, string Path), Entry> _entries = [];

    /// <summary>What is stored: all members but computed ones, by their names in the API.</summary>
    private sealed record Entry(string Id, JsonObject Members, long Version, bool IsDeleted);

    public async Task RunAsync(int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            var tenant = dice.OneIn(5) ? "globex" : "acme";
            await (dice.Next(0, 10) switch
            {
                < 4 => CreateAsync(tenant),
                4 => ReplaceAsync(tenant),
                5 or 6 => PatchAsync(tenant),
                7 => EndAsync(tenant, isDelete: dice.OneIn(2)),
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
        var missing = dice.OneIn(10) ? dice.Any([null, .. spec.Members.Where(static member => member.IsRequired)]) : null;
        if (missing is not null) body.Remove(missing.ApiName);
        var answer = await api.SendAsync(tenant, "POST", spec.Route, body.ToJsonString());
        if (missing is not null)
        {
            Fails(400, answer);
            return;
        }

        var path = spec.HasOwnId ? null : spec.Route + string.Concat(spec.Key.Select(member => "/" + InPath(body[member.ApiName]!)));
        if (path is not null && _entries.ContainsKey((tenant, path)))
        {
            Fails(409, answer);
            return;
        }

        Assert.True(answer.StatusCode == 201, answer.Body);
        var id = answer.Json.GetProperty(dice.Naming.Shown("Id")).GetString()!;
        var entry = new Entry(id, Complete(body), 1, false);
        _entries.Add((tenant, path ?? $"{spec.Route}/{id}"), entry);
        Same(entry, answer.Json);
    }

    private async Task ReplaceAsync(string tenant)
    {
        if (Known() is not { } path) return;
        var entry = Visible(tenant, path);
        var stays = (entry ?? _entries.First(each => each.Key.Path == path).Value).Members;
        var body = Body();
        foreach (var member in spec.Key) body[member.ApiName] = stays[member.ApiName]!.DeepClone();

        // What only a create sets is given as it is, or, where it need not be given, left out; rarely it is another.
        var isRefused = false;
        foreach (var member in spec.Members.Where(static member => member.IsCreateOnly))
        {
            if (dice.OneIn(10) && entry is not null && body[member.ApiName] is { } other) isRefused |= !member.Kind.Same(other, stays[member.ApiName]);
            else if (dice.OneIn(2) && !member.IsRequired) body.Remove(member.ApiName);
            else body[member.ApiName] = stays[member.ApiName]?.DeepClone();
        }

        var answer = await api.SendAsync(tenant, "PUT", path, body.ToJsonString());
        if (entry is null) Fails(404, answer);
        else if (isRefused) Fails(400, answer);
        else Changed(tenant, path, entry, Complete(body, entry.Members), answer);
    }

    private async Task PatchAsync(string tenant)
    {
        if (Known() is not { } path) return;
        var entry = Visible(tenant, path);
        var stays = (entry ?? _entries.First(each => each.Key.Path == path).Value).Members;
        var (body, members) = (new JsonObject(), (JsonObject)stays.DeepClone());
        foreach (var member in dice.Some(spec.Members.Where(static member => !member.IsCreateOnly)))
        {
            var current = stays[member.ApiName];
            body[member.ApiName] = spec.Key.Contains(member) ? current!.DeepClone() : Patch.Make(dice, member, current)?.DeepClone();
            members[member.ApiName] = Patch.Apply(member, current, body[member.ApiName]);
        }

        // What only a create sets is unknown to a patch.
        var extra = dice.OneIn(20) ? spec.Members.FirstOrDefault(static member => member.IsCreateOnly) : null;
        if (extra is not null) body[extra.ApiName] = stays[extra.ApiName]?.DeepClone();
        var answer = await api.SendAsync(tenant, "PATCH", path, body.ToJsonString());
        if (extra is not null) Fails(400, answer);
        else if (entry is null) Fails(404, answer);
        else Changed(tenant, path, entry, members, answer);
    }

    private void Changed(string tenant, string path, Entry entry, JsonObject members, LambdaResponse answer)
    {
        Assert.True(answer.StatusCode == 200, answer.Body);
        Same(_entries[(tenant, path)] = entry with { Members = members, Version = entry.Version + 1 }, answer.Json);
    }

    private async Task EndAsync(string tenant, bool isDelete)
    {
        if (Known() is not { } path) return;
        var stored = _entries.GetValueOrDefault((tenant, path));
        var answer = isDelete ? await api.SendAsync(tenant, "DELETE", path) : await api.SendAsync(tenant, "POST", path + "/restore");
        if (stored is null)
        {
            Fails(404, answer);
            return;
        }

        Assert.Equal(isDelete ? 204 : 200, answer.StatusCode);
        if (stored.IsDeleted != isDelete) stored = _entries[(tenant, path)] = stored with { IsDeleted = isDelete, Version = stored.Version + 1 };
        if (!isDelete) Same(stored, answer.Json);
    }

    private async Task GetAsync(string tenant)
    {
        if (Known() is not { } path) return;
        var answer = await api.SendAsync(tenant, "GET", path);
        if (Visible(tenant, path) is not { } entry)
        {
            Fails(404, answer);
            return;
        }

        Assert.True(answer.StatusCode == 200, answer.Body);
        Same(entry, answer.Json);
    }

    private async Task ListAsync(string tenant)
    {
        await ListAsync(tenant, spec.Route, static _ => true, []);
        foreach (var index in spec.Indexes)
        {
            // Values that are there, mostly.
            var members = _entries.Values.Select(static entry => entry.Members).Where(index.Holds).ToList();
            if (members.Count == 0) continue;
            var example = dice.Any(members);
            var by = index.By.Select(part => dice.OneIn(5) && part.Kind.Value(dice) is var other && other.ToString().Length > 0 ? other : part.Of(example)!).ToList();
            await ListAsync(tenant, spec.RouteOf(index) + string.Concat(by.Select(static value => "/" + InPath(value))),
                entry => index.Holds(entry.Members) && index.By.Zip(by).All(pair => pair.First.Compare(pair.First.Of(entry.Members)!, pair.Second) == 0),
                index.Sort);
        }
    }

    private async Task ListAsync(string tenant, string route, Func<Entry, bool> holds, IReadOnlyList<Part> order)
    {
        var descending = dice.OneIn(2);
        var expected = _entries.Where(pair => pair.Key.Tenant == tenant && !pair.Value.IsDeleted && holds(pair.Value)).Select(static pair => pair.Value).ToList();
        expected.Sort((a, b) => Compare(a, b, [.. order, .. spec.Key.Select(static member => new Part(member))]));
        if (descending) expected.Reverse();

        var found = new List<JsonElement>();
        string? cursor = null;
        do
        {
            (string, string)[] query = [("limit", $"{dice.Next(1, 6)}"), ("order", descending ? "desc" : "asc"), .. cursor is null ? [] : new[] { ("cursor", cursor) }];
            var answer = await api.SendAsync(tenant, "GET", route, null, query);
            Assert.True(answer.StatusCode == 200, $"{route} {answer.Body}");
            found.AddRange(answer.Json.GetProperty("items").EnumerateArray());
            cursor = answer.Json.GetProperty("cursor").GetString();
        }
        while (cursor is not null);
        Assert.Equal(expected.Select(static entry => entry.Id), found.Select(each => each.GetProperty(dice.Naming.Shown("Id")).GetString()));
        foreach (var (entry, item) in expected.Zip(found)) Same(entry, item);
    }

    private JsonObject Body()
    {
        var body = new JsonObject();
        foreach (var member in spec.Members)
        {
            if (!member.IsRequired && dice.OneIn(3)) continue;
            body[member.ApiName] = member.IsNullable && dice.OneIn(3) ? null : member.Kind.Value(dice);

            // A path cannot hold an empty segment.
            while (spec.Key.Contains(member) && body[member.ApiName]!.ToString().Length == 0) body[member.ApiName] = member.Kind.Value(dice);
        }

        return body;
    }

    /// <summary>What is stored: of what is not given the initial value; of what only a create sets the current one.</summary>
    private JsonObject Complete(JsonObject body, JsonObject? current = null)
    {
        var all = new JsonObject();
        foreach (var member in spec.Members)
        {
            var value = current is not null && member.IsCreateOnly ? current[member.ApiName] : body.TryGetPropertyValue(member.ApiName, out var given) ? given : member.Initial;
            all[member.ApiName] = value?.DeepClone();
        }

        return all;
    }

    private static string InPath(JsonNode value) => Uri.EscapeDataString(value.ToString());

    private string? Known() => _entries.Count == 0 ? null : dice.Any([.. _entries.Keys]).Path;

    private Entry? Visible(string tenant, string path) => _entries.TryGetValue((tenant, path), out var entry) && !entry.IsDeleted ? entry : null;

    private static int Compare(Entry a, Entry b, IEnumerable<Part> parts)
    {
        foreach (var part in parts)
        {
            if (part.Compare(part.Of(a.Members)!, part.Of(b.Members)!) is var order and not 0) return order;
        }

        return string.CompareOrdinal(a.Id, b.Id);
    }

    private static void Fails(int status, LambdaResponse answer) => Assert.True(answer.StatusCode == status, $"{status} was expected: {answer.StatusCode} {answer.Body}");

    private void Same(Entry entry, JsonElement shown)
    {
        Assert.Equal(entry.Version, shown.GetProperty(dice.Naming.Shown("Version")).GetInt64());
        foreach (var member in spec.Members.Concat(spec.Computed))
        {
            var isShown = shown.TryGetProperty(member.ApiName, out var value);
            Assert.Equal(!member.IsHidden, isShown);
            if (!isShown) continue;
            var (expected, actual) = (member.Of(entry.Members), JsonNode.Parse(value.GetRawText()));
            Assert.True(member.Kind.Same(expected, actual), $"{member.Name}: {expected?.ToJsonString()} became {actual?.ToJsonString()}");
        }
    }
}
