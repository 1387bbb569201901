using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using GeekCafe.Aot.Tests;

[assembly: AssemblyFixture(typeof(PublishedFunction))]

namespace GeekCafe.Aot.Tests;

/// <summary>The community's function as it is deployed: published once, Native AOT, for all tests.</summary>
public sealed class PublishedFunction : IAsyncLifetime
{
    // Nothing is shared with a build that runs at the same time: all of bin and obj is below this folder. It stays, so a second run is short.
    private static readonly string Artifacts = Path.Combine(AppContext.BaseDirectory, "publish");

    /// <summary>Why it cannot be published here, or null.</summary>
    public static string? Missing => OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64
        ? null
        : "The function is published for linux-x64, which needs a linker of this platform.";

    public string Folder { get; } = Path.Combine(Artifacts, "function");

    public string Program => Path.Combine(Folder, "bootstrap");

    public int ExitCode { get; private set; } = -1;

    public string Output { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null) return;
        var repository = typeof(PublishedFunction).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(static each => each.Key == "Repository").Value!;
        string[] words =
        [
            "publish", Path.Combine(repository, "samples", "Community.Lambda"), "-c", "Release", "-r", "linux-x64", "-o", Folder,
            "--artifacts-path", Path.Combine(Artifacts, "build"), "-nodeReuse:false", "--tl:off",
        ];
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet"));
        var start = new ProcessStartInfo(dotnet, words) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = repository };

        // What the outer build and its test host set is not meant for this one.
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(name);
        using var publish = Process.Start(start)!;
        var errors = publish.StandardError.ReadToEndAsync();
        Output = await publish.StandardOutput.ReadToEndAsync() + await errors;
        await publish.WaitForExitAsync();
        ExitCode = publish.ExitCode;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
