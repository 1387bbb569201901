namespace GeekCafe.Testing;

/// <summary>Amazon's own DynamoDB Local, in memory. Needs Java 17 or later; fetched once with npm (56 MB). Takes seconds to start.</summary>
public static class DynamoDbLocal
{
    private static readonly NpmPackage Package = new("amplify-dynamodb-simulator", "2.9.30",
        "xTeeRLvzEfqyd5lh3bH4c0kHvSHHmmhD5ZDsHFKAQ5g2Zl6JqlFdutaQhCLHzxEp6Ry1o7TB6niIoXuQAnSewQ==");

    private static readonly Lazy<Task<LocalDatabase>> Shared = new(static () => StartAsync());

    /// <summary>What is missing to run it here, in one line. Null when nothing is, as far as can be told without starting it.</summary>
    public static string? Missing => FindJava() is null
        ? "DynamoDB Local needs Java 17 or later, and there is no java in JAVA_HOME or on the PATH."
        : null;

    /// <summary>The one instance of this process, started at the first call and stopped with the process.</summary>
    /// <exception cref="LocalDatabaseException">It cannot run here, and why.</exception>
    public static Task<LocalDatabase> SharedAsync() => Shared.Value;

    /// <summary>Starts an instance of its own.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="LocalDatabaseException">It cannot run here, and why.</exception>
    public static async Task<LocalDatabase> StartAsync(CancellationToken cancellationToken = default)
    {
        var java = FindJava() ?? throw new LocalDatabaseException(Missing!);
        var emulator = Path.Combine(await Package.InstallAsync(cancellationToken), "emulator");
        var server = await ServerProcess.StartAsync("DynamoDB Local", port =>
        [
            java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", $"-Djava.library.path={Path.Combine(emulator, "DynamoDBLocal_lib")}", "-jar", Path.Combine(emulator, "DynamoDBLocal.jar"),
            "-inMemory", "-sharedDb", "-disableTelemetry", "-port", $"{port}",
        ], cancellationToken);
        return new LocalDatabase("DynamoDB Local", server);
    }

    private static string? FindJava()
    {
        var program = OperatingSystem.IsWindows() ? "java.exe" : "java";
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).AsEnumerable();
        if (Environment.GetEnvironmentVariable("JAVA_HOME") is { Length: > 0 } home) folders = folders.Prepend(Path.Combine(home, "bin"));
        return folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
    }
}
