using System.ComponentModel;
using System.Diagnostics;

namespace GeekCafe.Cli.Tests.Node;

/// <summary>Packages of npm that templates and stacks are checked with, fetched once into <c>artifacts</c>.</summary>
internal static class NodePackages
{
    private static readonly string[] Packages =
    [
        "@aws-cdk/cfnspec@2.72.1", "@types/node@22.20.7", "aws-cdk-lib@2.276.0", "constructs@10.8.1", "js-yaml@4.3.2", "typescript@5.9.3",
    ];

    private static readonly Lazy<string> Installed = new(Install);

    /// <summary>Why they cannot be had here, or null.</summary>
    public static string? Missing { get; } = IsThere("npm") ? null : "npm is not on the PATH; install Node.js.";

    /// <summary>The folder in which <c>node_modules</c> is.</summary>
    public static string Folder => Installed.Value;

    /// <summary>Runs a script of ours or of a package in a folder below <see cref="Folder"/>.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="arguments">The script and what it is told.</param>
    /// <returns>What it wrote.</returns>
    public static string Node(string folder, params string[] arguments) => Run(folder, "node", arguments);

    private static string Install()
    {
        var folder = Path.Combine(Compiled.Repository, "artifacts", "npm", string.Join('+', Packages).Replace('/', '-'));
        if (Directory.Exists(folder)) return folder;

        // Two processes may install at once: the first to rename wins.
        var draft = Path.Combine(Compiled.Repository, "artifacts", "npm", $"draft-{Guid.NewGuid():N}");
        Directory.CreateDirectory(draft);
        try
        {
            File.WriteAllText(Path.Combine(draft, "package.json"), """{ "private": true }""");
            Run(draft, Npm, ["install", "--loglevel=error", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts", .. Packages]);
            if (!Directory.Exists(folder)) Directory.Move(draft, folder);
        }
        finally
        {
            if (Directory.Exists(draft)) Directory.Delete(draft, recursive: true);
        }

        return folder;
    }

    private static string Npm => OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    private static bool IsThere(string program)
    {
        try
        {
            Run(Path.GetTempPath(), program == "npm" ? Npm : program, ["--version"]);
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static string Run(string folder, string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}{errors.Result}");
    }
}
