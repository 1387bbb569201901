using System.IO.Compression;
using System.Reflection;
using GeekCafe.Package.Tests;

[assembly: AssemblyFixture(typeof(PackageFeed))]

namespace GeekCafe.Package.Tests;

/// <summary>All packages, made once, in a folder that is a feed. Their version is one nobody has, so no cache has others under it.</summary>
public sealed class PackageFeed : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("geekcafe-packages-").FullName;

    public static string Repository { get; } = Metadata("Repository");

    public static string ReleaseVersion { get; } = Metadata("Version");

    public string Version { get; } = $"{ReleaseVersion}-test.{DateTime.UtcNow:yyyyMMddHHmmss}";

    public string Folder => Path.Combine(_folder, "feed");

    /// <summary>Where projects are made that know nothing of the repository.</summary>
    public string Elsewhere => Path.Combine(_folder, "elsewhere");

    public ZipArchive Open(string id, string extension = "nupkg") => ZipFile.OpenRead(Path.Combine(Folder, $"{id}.{Version}.{extension}"));

    /// <summary>An empty folder for a project, from which the feed is found.</summary>
    public string NewFolder(string name)
    {
        var folder = Path.Combine(Elsewhere, name);
        Directory.CreateDirectory(folder);
        return folder;
    }

    public async ValueTask InitializeAsync()
    {
        (await Shell.RunAsync(Repository, "bash", "eng/pack.sh", Folder, Version)).Succeeded();
        Directory.CreateDirectory(Elsewhere);

        // Sources that a user has, and ours. Versions of ours and of the templates' projects agree.
        await File.WriteAllTextAsync(Path.Combine(Elsewhere, "Directory.Build.targets"), $"""
            <Project>
              <PropertyGroup>
                <RestoreAdditionalProjectSources>{Folder}</RestoreAdditionalProjectSources>
              </PropertyGroup>
            </Project>
            """);
        await File.WriteAllTextAsync(Path.Combine(Elsewhere, "Directory.Build.rsp"), $"-p:GeekCafeVersion={Version}");
    }

    public ValueTask DisposeAsync()
    {
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (var package in Directory.GetFiles(Folder, "*.nupkg"))
        {
            var id = Path.GetFileName(package).Replace($".{Version}.nupkg", "", StringComparison.Ordinal);
#pragma warning disable CA1308 // The cache's folders are in lower case.
            var cached = Path.Combine(cache, id.ToLowerInvariant(), Version);
#pragma warning restore CA1308
            if (Directory.Exists(cached)) Directory.Delete(cached, recursive: true);
        }

        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string Metadata(string key) =>
        typeof(PackageFeed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(each => each.Key == key).Value!;
}
