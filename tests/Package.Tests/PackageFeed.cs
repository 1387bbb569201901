using System.IO.Compression;
using System.Reflection;
using GeekCafe.Package.Tests;

[assembly: AssemblyFixture(typeof(PackageFeed))]

namespace GeekCafe.Package.Tests;

/// <summary>
/// All packages, made once, in a folder that is a feed, and projects that know nothing of the repository. What they restore of ours goes into a cache of
/// their own, under a version that nobody else has; everything else they may take from the machine's cache.
/// </summary>
public sealed class PackageFeed : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("geekcafe-packages-").FullName;

    public static string Repository { get; } = Metadata("Repository");

    public static string RoslynVersion { get; } = Metadata("RoslynVersion");

    public string Version { get; } = $"{Metadata("Version")}-test.{DateTime.UtcNow:yyyyMMddHHmmss}";

    public string Folder => Path.Combine(_folder, "feed");

    public static IReadOnlyList<string> Ids { get; } =
    [
        "GeekCafe.Cli", "GeekCafe.Description", "GeekCafe.Generators", "GeekCafe.Local", "GeekCafe.Runtime", "GeekCafe.Templates", "GeekCafe.Testing", "GeekCafe.Testing.Snapshots",
    ];

    public async ValueTask InitializeAsync() => (await new Shell(Repository).RunAsync("bash", "eng/pack.sh", Folder, Version)).Succeeded();

    public ZipArchive Open(string id, string extension = "nupkg") => ZipFile.OpenRead(Path.Combine(Folder, $"{id}.{Version}.{extension}"));

    /// <summary>A shell in an empty folder, from which the packages are found.</summary>
    public Shell NewFolder(string name) => new(Directory.CreateDirectory(Path.Combine(_folder, name)).FullName)
    {
        Environment =
        {
            ["RestoreAdditionalProjectSources"] = Folder,
            ["NUGET_PACKAGES"] = Path.Combine(_folder, "cache"),
            ["RestoreFallbackFolders"] = Metadata("PackageCache"),
        },
    };

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string Metadata(string key) =>
        typeof(PackageFeed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(each => each.Key == key).Value!;
}
