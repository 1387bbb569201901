using System.Diagnostics;
using System.Runtime.InteropServices;

namespace GeekCafe.Package.Tests;

/// <summary>Runs programs in a folder as a user does, away from what the outer build and its test host set.</summary>
public sealed class Shell(string folder)
{
    private static readonly string DotNet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet"));

    public string Folder => folder;

    /// <summary>What programs find in their environment beside what is there. No server of a build outlives it, and none holds on to its packages.</summary>
    public Dictionary<string, string> Environment { get; } = new()
    {
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["UseSharedCompilation"] = "false",
    };

    /// <summary>What came of a program.</summary>
    public sealed record Result(int ExitCode, string Output)
    {
        /// <summary>The output, if it succeeded.</summary>
        public string Succeeded()
        {
            Assert.True(ExitCode == 0, Output);
            return Output;
        }
    }

    public Task<Result> DotNetAsync(params string[] words) => RunAsync(DotNet, words);

    public async Task<Result> RunAsync(string program, params string[] words)
    {
        var start = new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var variable in start.Environment.Keys.Where(static each => each.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(variable);
        }

        foreach (var (name, value) in Environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, output + await errors);
    }

    /// <summary>Writes a file in the folder.</summary>
    public async Task WriteAsync(string path, string text)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, text);
    }

    /// <summary>The command lines of programs that still run in the folder.</summary>
    public IReadOnlyList<string> Running()
    {
        var running = new List<string>();
        foreach (var process in Directory.EnumerateDirectories("/proc").Where(static path => int.TryParse(Path.GetFileName(path), out _)))
        {
            try
            {
                var where = new FileInfo(Path.Combine(process, "cwd")).LinkTarget ?? "";
                if (where.StartsWith(folder, StringComparison.Ordinal)) running.Add(File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' '));
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                // It has ended meanwhile, or is somebody else's.
            }
        }

        return running;
    }
}
