using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace GeekCafe.Community.Tests.Hosting;

/// <summary>The scripted tour, as a visitor runs it: <c>dotnet run --project samples/Community.Local -- --tour</c>.</summary>
public sealed class TourTests
{
    [Fact]
    public async Task Two_tenants_walk_through_the_whole_domain()
    {
        var program = Path.Combine(Metadata("Samples"), "Community.Local", "bin", Metadata("Configuration"), "net10.0", "Community.Local.dll");
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet"));
        var start = new ProcessStartInfo(dotnet, [program, "--tour"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{output}\n{await errors}");
        foreach (var chapter in new[] { "People", "Groups", "Events", "Conversations", "Votes", "Programs", "Nobody sees another tenant" })
        {
            Assert.Contains($"== {chapter}", output, StringComparison.Ordinal);
        }

        Assert.Contains("all as they should be", output, StringComparison.Ordinal);
    }

    private static string Metadata(string key) =>
        typeof(TourTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(each => each.Key == key).Value!;
}
