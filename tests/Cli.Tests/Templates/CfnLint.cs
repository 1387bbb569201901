using System.ComponentModel;
using System.Diagnostics;

namespace GeekCafe.Cli.Tests.Templates;

/// <summary>cfn-lint, which holds the published schemas of CloudFormation's resources and SAM's own translator. A Python program: without it, tests are skipped.</summary>
internal static class CfnLint
{
    /// <summary>Why it cannot run here, or null.</summary>
    public static string? Missing { get; } = Run(["--version"], out _) is null ? "cfn-lint is not on the PATH; install it with: pip install cfn-lint" : null;

    /// <summary>What it says of a template: nothing, if that is right.</summary>
    public static string Check(string template)
    {
        var file = Path.Combine(Path.GetTempPath(), $"geekcafe-{Guid.NewGuid():N}.yaml");
        File.WriteAllText(file, template);
        try
        {
            Run(["--regions", "eu-central-1", "--format", "parseable", file], out var said);
            return said.Trim();
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static int? Run(string[] arguments, out string said)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("cfn-lint", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            said = process.StandardOutput.ReadToEnd() + errors.Result;
            process.WaitForExit();
            return process.ExitCode is 0 or 2 or 4 or 6 or 8 or 10 or 12 or 14 ? process.ExitCode : null;
        }
        catch (Win32Exception)
        {
            said = "";
            return null;
        }
    }
}
