using System.Diagnostics;
using System.Net.Sockets;
using GeekCafe.Testing;

namespace GeekCafe.Local.Tests.Databases;

/// <summary>A database must not outlive the process that started it, even when that is killed and can do nothing about it.</summary>
public sealed class OrphanTests
{
    private const string Report = "GEEKCAFE_ORPHAN_REPORT";

    [Fact]
    public async Task A_database_stops_when_its_process_is_killed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Windows has no SIGKILL to survive.");
        var report = Path.Combine(Path.GetTempPath(), $"geekcafe-{Guid.NewGuid():N}");
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet") start.ArgumentList.Add(typeof(OrphanTests).Assembly.Location);
        foreach (var word in new[] { "-explicit", "only", "-method", $"{typeof(OrphanTests).FullName}.{nameof(Parent_to_be_killed)}" }) start.ArgumentList.Add(word);
        start.Environment[Report] = report;
        using var parent = Process.Start(start)!;
        try
        {
            var port = await ReadPortAsync(report, parent);
            Assert.True(await ListensAsync(port));

            parent.Kill();
            await parent.WaitForExitAsync();

            for (var i = 0; i < 100 && await ListensAsync(port); i++) await Task.Delay(50);
            Assert.False(await ListensAsync(port));
        }
        finally
        {
            if (!parent.HasExited) parent.Kill();
            File.Delete(report);
        }
    }

    [Fact(Explicit = true)]
    public async Task Parent_to_be_killed()
    {
        var report = Environment.GetEnvironmentVariable(Report);
        Assert.SkipWhen(report is null, "Runs only as the process that the other test kills.");
        await using var database = await LocalDynamo.StartAsync();
        await File.WriteAllTextAsync(report + ".draft", $"{database.Endpoint.Port}");
        File.Move(report + ".draft", report!);
        await Task.Delay(TimeSpan.FromMinutes(1));
    }

    private static async Task<int> ReadPortAsync(string report, Process parent)
    {
        for (var i = 0; i < 400 && !File.Exists(report) && !parent.HasExited; i++) await Task.Delay(50);
        return int.Parse(await File.ReadAllTextAsync(report), provider: null);
    }

    private static async Task<bool> ListensAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
