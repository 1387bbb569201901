using System.Text.Json.Nodes;
using GeekCafe.Testing;

namespace GeekCafe.Community.Tests.Access;

/// <summary>
/// Who may do what: one row for a role and whose the resource is, one column for an operation, in each cell the answer's status over HTTP; in the column of
/// lists whether the resource is in the list. Each cell is tried on a resource of its own.
/// </summary>
public static class AccessMatrix
{
    private const string Home = "home", Abroad = "abroad";

    /// <summary>Fills a table of the same rows and columns with what really happens.</summary>
    /// <param name="app">The application.</param>
    /// <param name="path">The path of the resource.</param>
    /// <param name="body">The body of a create and of a replace.</param>
    /// <param name="patch">The body of a patch.</param>
    /// <param name="key">Makes somebody with an API key of the tenant.</param>
    /// <param name="expected">The table.</param>
    /// <param name="prepare">What its maker does with a resource before anything is tried on it. Null: nothing.</param>
    public static async Task<string> FillAsync<TApplication>(
        TestApplication<TApplication> app, string path, string body, string patch, Func<string, Task<TestClient>> key, string expected,
        Func<TestClient, string, Task>? prepare = null)
        where TApplication : class, IApplication<TApplication>
    {
        var lines = expected.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var columns = Words(lines[0]);
        var keyed = await key(Home);
        var filled = new List<string> { lines[0] };
        foreach (var line in lines[1..])
        {
            var (role, whose) = (Words(line)[0], Words(line)[1]);
            var row = new List<string> { role, whose };
            foreach (var column in columns[2..])
            {
                var caller = role switch
                {
                    "anonymous" => app.Anonymous,
                    "foreign-admin" => app.As(Abroad, "kim", "admin"),
                    "member" => app.As(Home, "kim", "user"),
                    "admin" => app.As(Home, "root", "admin"),
                    _ => keyed,
                };

                // Who has no resources there has those of a member of his name.
                var self = role is "anonymous" or "foreign-admin" ? app.As(Home, "kim") : caller;
                var owner = whose switch
                {
                    "own" or "deleted" => self,
                    "others" => app.As(Home, "olga"),
                    _ => app.As(role == "foreign-admin" ? Home : Abroad, "kim"),
                };
                var id = (await owner.PostAsync(path, body)).Id;
                if (prepare is not null) await prepare(owner, id);
                if (whose == "deleted") Assert.Equal(204, (await owner.DeleteAsync($"{path}/{id}")).StatusCode);
                row.Add(await TryAsync(caller, column, path, id, body, patch));
            }

            filled.Add(Line(row, lines[0]));
        }

        return string.Join('\n', filled);
    }

    private static async Task<string> TryAsync(TestClient caller, string operation, string path, string id, string body, string patch)
    {
        var answer = operation switch
        {
            "create" => await caller.PostAsync(path, body),
            "batch" => await caller.PostAsync($"{path}/batch", $$"""{"items":[{{body}}]}"""),
            "read" => await caller.GetAsync($"{path}/{id}"),
            "list" => await caller.GetAsync($"{path}?limit=100&order=desc"),
            "batch-get" => await caller.PostAsync($"{path}/batch-get", $$"""{"ids":["{{id}}"]}"""),
            "update" => await caller.PatchAsync($"{path}/{id}", patch),
            "replace" => await caller.PutAsync($"{path}/{id}", body),
            "delete" => await caller.DeleteAsync($"{path}/{id}"),
            "restore" => await caller.PostAsync($"{path}/{id}/restore"),
            _ => throw new ArgumentException($"There is no column {operation}.", nameof(operation)),
        };
        if (answer.StatusCode != 200) return $"{answer.StatusCode}";
        return operation switch
        {
            "list" => answer.Ids.Contains(id) ? "yes" : "no",
            "batch" or "batch-get" => JsonNode.Parse(answer.Body)!["results"]![0]!["status"]!.ToString(),
            _ => "200",
        };
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The words under those of the head.</summary>
    private static string Line(List<string> words, string head)
    {
        var (line, at) = ("", 0);
        foreach (var (word, column) in words.Zip(Words(head)))
        {
            at = head.IndexOf(column, at, StringComparison.Ordinal);
            line = line.PadRight(at) + word;
            at += column.Length;
        }

        return line;
    }
}
