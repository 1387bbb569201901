using System.Diagnostics;
using System.Runtime.InteropServices;

namespace GeekCafe.Package.Tests;

/// <summary>Runs programs as a user does, away from what the outer build and its test host set.</summary>
internal static class Shell
{
    public static string DotNet { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet"));

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

    public static Task<Result> DotNetAsync(string folder, params string[] words) => RunAsync(folder, DotNet, words);

    public static async Task<Result> RunAsync(string folder, string program, params string[] words)
    {
        var start = new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var variable in start.Environment.Keys.Where(static each => each.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(variable);
        }

        // Servers of one build would keep the next one's packages open.
        (start.Environment["MSBUILDDISABLENODEREUSE"], start.Environment["UseSharedCompilation"]) = ("1", "false");
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, output + await errors);
    }
}
