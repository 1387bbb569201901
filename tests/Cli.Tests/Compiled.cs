using System.Reflection;

namespace GeekCafe.Cli.Tests;

/// <summary>Assemblies to read, and the repository.</summary>
internal static class Compiled
{
    /// <summary>These tests', with the resources in Domain.</summary>
    public static string Domain => typeof(Compiled).Assembly.Location;

    public static string Community => Path.Combine(AppContext.BaseDirectory, "Community.dll");

    public static string Repository { get; } =
        typeof(Compiled).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static each => each.Key == "Repository").Value!;

    public static DeploymentPlan Plan(DeploymentOptions? options = null) => DeploymentPlan.Of(ManifestReader.Parse(ManifestReader.Read(Domain), Domain), options ?? new());

    /// <summary>Runs the tool, which must succeed, and gives what it writes.</summary>
    public static string Run(params string[] arguments)
    {
        var (code, output, errors) = TryRun(arguments);
        Assert.True(code == 0, errors);
        return output;
    }

    public static (int Code, string Output, string Errors) TryRun(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        return (CommandLine.Run(arguments, output, errors), output.ToString(), errors.ToString());
    }
}
