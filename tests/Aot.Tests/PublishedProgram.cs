using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using GeekCafe.Aot.Tests;

[assembly: AssemblyFixture(typeof(PublishedFunction))]
[assembly: AssemblyFixture(typeof(PublishedFeatures))]

namespace GeekCafe.Aot.Tests;

/// <summary>The community's function as it is deployed.</summary>
public sealed class PublishedFunction() : PublishedProgram("samples/Community.Lambda", "bootstrap");

/// <summary>The program that uses what resources can have (tests/Aot.Features).</summary>
public sealed class PublishedFeatures() : PublishedProgram("tests/Aot.Features", "GeekCafe.Aot.Features");

/// <summary>A project published once, Native AOT, for all tests.</summary>
/// <param name="project">Its folder.</param>
/// <param name="name">The program's name.</param>
public abstract class PublishedProgram(string project, string name) : IAsyncLifetime
{
    // Nothing is shared with a build that runs at the same time: all of bin and obj is below this folder. It stays, so a second run is short.
    private readonly string _artifacts = Path.Combine(AppContext.BaseDirectory, "publish", name);

    /// <summary>Why it cannot be published here, or null.</summary>
    public static string? Missing => OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64
        ? null
        : "The function is published for linux-x64, which needs a linker of this platform.";

    public string Folder => Path.Combine(_artifacts, "program");

    public string Program => Path.Combine(Folder, name);

    public int ExitCode { get; private set; } = -1;

    public string Output { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null) return;
        var repository = typeof(PublishedProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(static each => each.Key == "Repository").Value!;
        string[] words =
        [
            "publish", Path.Combine(repository, project), "-c", "Release", "-r", "linux-x64", "-o", Folder,
            "--artifacts-path", Path.Combine(_artifacts, "build"), "-nodeReuse:false", "--tl:off",
        ];
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet"));
        var start = new ProcessStartInfo(dotnet, words) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = repository };

        // What the outer build and its test host set is not meant for this one.
        foreach (var variable in start.Environment.Keys.Where(static each => each.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(variable);
        using var publish = Process.Start(start)!;
        var errors = publish.StandardError.ReadToEndAsync();
        Output = await publish.StandardOutput.ReadToEndAsync() + await errors;
        await publish.WaitForExitAsync();
        ExitCode = publish.ExitCode;
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
