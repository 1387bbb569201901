using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using GeekCafe.Community.Tests.Http;

namespace GeekCafe.Community.Tests.Hosting;

/// <summary>The main job on a fresh machine: how it starts, how it fails, how it stops.</summary>
public sealed class LocalHostTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("geekcafe-").FullName;

    [Fact]
    public async Task Data_tokens_and_cursors_survive_a_restart()
    {
        string cursor, token, id;
        await using (var first = await HostProcess.StartAsync("Community.Local", "--data", _folder))
        {
            var ana = await ApiClient.SignInAsync(first.Url, "t1", "ana");
            await ListTests.CreateAsync(ana, 0, 9);
            (id, token) = (await ana.CreateEventAsync(), ana.Token!);
            cursor = (await ana.GetAsync("/events?limit=4")).Cursor!;
            await first.PressCtrlCAsync();
            Assert.Equal(0, await first.ExitCodeAsync());
        }

        await using var second = await HostProcess.StartAsync("Community.Local", "--data", _folder);
        var again = new ApiClient(second.Url, token);
        Assert.Equal(200, (await again.GetAsync($"/events/{id}")).Status);
        Assert.Equal(6, (await again.GetAsync($"/events?cursor={cursor}")).Items.Count);
        Assert.Equal(10, (await again.GetAsync("/users/ana/events")).Items.Count);
    }

    [Fact]
    public async Task Ctrl_c_stops_all_it_started()
    {
        await using var host = await HostProcess.StartAsync("Community.Local", "--data", _folder);
        var started = host.Descendants();
        Assert.Contains(started, static id => File.ReadAllText($"/proc/{id}/cmdline").Contains("dynoxide", StringComparison.Ordinal));

        await host.PressCtrlCAsync();

        Assert.Equal(0, await host.ExitCodeAsync());
        for (var i = 0; i < 100 && started.Any(Runs); i++) await Task.Delay(50);
        Assert.DoesNotContain(started, Runs);
        Assert.Equal("", host.Errors);
    }

    [Fact]
    public async Task The_printed_lines_work_when_pasted()
    {
        await using var host = await HostProcess.StartAsync("Community.Local", "--data", ":memory:");
        for (var i = 0; i < 100 && host.Output.Split("curl").Length < 6; i++) await Task.Delay(50);
        var pasted = string.Join('\n', host.Output.Split('\n').Where(static line => line.Contains("curl -s", StringComparison.Ordinal)).Select(static line => $"{line}; echo"));

        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", pasted]) { RedirectStandardOutput = true })!;
        var answers = (await shell.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(3, answers.Length);
        var created = JsonDocument.Parse(answers[0]).RootElement;
        var listed = JsonDocument.Parse(answers[1]).RootElement.GetProperty("items");
        Assert.Equal(created.GetRawText(), listed[0].GetRawText());
        Assert.Equal(created.GetRawText(), answers[2]);
    }

    [Fact]
    public async Task A_taken_port_is_one_clear_line_and_exit_code_1()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        await using var host = HostProcess.Launch("Community.Local", port, ["--data", ":memory:"]);

        Assert.Equal(1, await host.ExitCodeAsync());
        AssertOneLine(host.Errors, $":{port}", "--urls");
    }

    [Fact]
    public async Task A_folder_in_use_is_one_clear_line_and_exit_code_1()
    {
        await using var first = await HostProcess.StartAsync("Community.Local", "--data", _folder);
        await using var second = HostProcess.Launch("Community.Local", HostProcess.FreePort(), ["--data", _folder]);

        Assert.Equal(1, await second.ExitCodeAsync());
        AssertOneLine(second.Errors, _folder, "--data");
    }

    [Fact]
    public async Task Without_npm_and_without_the_database_is_one_clear_line_and_exit_code_1()
    {
        await using var host = HostProcess.Launch("Community.Local", HostProcess.FreePort(), ["--data", ":memory:"],
            ("PATH", "/usr/bin/nothing-here"), ("GEEKCAFE_CACHE", Path.Combine(_folder, "cache")));

        Assert.Equal(1, await host.ExitCodeAsync());
        AssertOneLine(host.Errors, "npm", "Node.js");
    }

    [Fact]
    public async Task The_first_sample_answers_its_first_post_and_get()
    {
        await using var host = await HostProcess.StartAsync("Hello", "--data", ":memory:");
        var ana = await ApiClient.SignInAsync(host.Url, "demo", "ana");

        var created = await ana.PostAsync("/notes", """{"text":"Hello"}""");

        Assert.Equal((201, "Hello"), (created.Status, created.Text("text")));
        Assert.Equal(created.Body, (await ana.GetAsync(created.Header("location")!)).Body);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void AssertOneLine(string errors, params string[] parts)
    {
        var line = Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.All(parts, part => Assert.Contains(part, line, StringComparison.Ordinal));
        Assert.DoesNotContain("Exception", line, StringComparison.Ordinal);
    }

    private static bool Runs(int id) => Directory.Exists($"/proc/{id}");
}
