using System.Runtime.InteropServices;

namespace GeekCafe.Testing;

/// <summary>
/// The <c>dynoxide</c> binary: DynamoDB's protocol on SQLite, up in milliseconds. Fetched once with npm. Published for Linux on x64 only;
/// elsewhere use <see cref="DynamoDbLocal"/> or any other DynamoDB through <see cref="LocalDatabase.At"/>.
/// </summary>
public static class LocalDynamo
{
    private static readonly NpmPackage Package = new("@dynoxide/linux-x64", "1.2.1",
        "sBHqlxJ9ANkLluFkYRfd5r8Y0ApFew4FhOrlhgRAgD4XzEoFOukEo1nuBTQ1+jTtofqwn4NWQ2k0Tn5mNTjgUg==");

    private static readonly Lazy<Task<LocalDatabase>> Shared = new(static () => StartAsync());

    /// <summary>What is missing to run it here, in one line. Null when nothing is, as far as can be told without starting it.</summary>
    public static string? Missing => OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64
        ? null
        : "The embedded database exists for Linux on x64 only. Run another DynamoDB and name it: --endpoint URL.";

    /// <summary>The one instance of this process, in memory, started at the first call and stopped with the process.</summary>
    /// <exception cref="LocalDatabaseException">It cannot run here, and why.</exception>
    public static Task<LocalDatabase> SharedAsync() => Shared.Value;

    /// <summary>Starts an instance of its own.</summary>
    /// <param name="file">Where the data is kept. Null: in memory.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="LocalDatabaseException">It cannot run here, and why.</exception>
    public static async Task<LocalDatabase> StartAsync(string? file = null, CancellationToken cancellationToken = default)
    {
        var binary = await InstallAsync(cancellationToken);
        string[] storage = file is null ? [] : ["--db-path", file];
        var server = await ServerProcess.StartAsync("dynoxide",
            port => [binary, "serve", "--host", "127.0.0.1", "--port", $"{port}", .. storage], cancellationToken);
        return new LocalDatabase("dynoxide", server);
    }

    /// <summary>The program's path, after fetching it if need be: for its other commands, such as importing a table.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="LocalDatabaseException">It cannot run here, and why.</exception>
    public static async Task<string> InstallAsync(CancellationToken cancellationToken = default) => Missing is { } missing
        ? throw new LocalDatabaseException(missing)
        : Path.Combine(await Package.InstallAsync(cancellationToken), "dynoxide");
}
