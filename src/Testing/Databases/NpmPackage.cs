using System.ComponentModel;
using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;

namespace GeekCafe.Testing;

/// <summary>A package of the npm registry at one version, fetched once into the user's cache.</summary>
/// <remarks>
/// npm is asked, rather than the registry, because it knows the machine's mirrors, proxies and credentials. The checksum is ours: a
/// mirror cannot slip in another binary.
/// </remarks>
/// <param name="Name">The package's name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Sha512">The checksum of its archive in base64, as in npm's <c>integrity</c>.</param>
internal sealed record NpmPackage(string Name, string Version, string Sha512)
{
    /// <summary>The folder with the package's files, after downloading them if need be.</summary>
    /// <exception cref="LocalDatabaseException">npm is missing or cannot get the package.</exception>
    public async Task<string> InstallAsync(CancellationToken cancellationToken)
    {
        var folder = Path.Combine(CacheFolder(), $"{Name.Replace('/', '-').TrimStart('@')}-{Version}");
        if (Directory.Exists(folder)) return Path.Combine(folder, "package");

        // Two processes may install at once: each unpacks to a folder of its own, and the first to rename wins.
        var draft = $"{folder}.{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(draft);
            await PackAsync(draft, cancellationToken);
            await UnpackAsync(draft, cancellationToken);
            try
            {
                Directory.Move(draft, folder);
            }
            catch (IOException) when (Directory.Exists(folder))
            {
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new LocalDatabaseException($"Cannot unpack {Name}@{Version} into {folder}: {failure.Message}", failure);
        }
        finally
        {
            if (Directory.Exists(draft)) Directory.Delete(draft, recursive: true);
        }

        return Path.Combine(folder, "package");
    }

    private static string CacheFolder()
    {
        if (Environment.GetEnvironmentVariable("GEEKCAFE_CACHE") is { Length: > 0 } chosen) return Path.GetFullPath(chosen);
        if (!OperatingSystem.IsLinux())
        {
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "geekcafe");
        }

        var caches = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } xdg
            ? xdg
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        return Path.Combine(caches, "geekcafe");
    }

    private async Task PackAsync(string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "pack", $"{Name}@{Version}", "--loglevel=error" },
        };
        try
        {
            using var npm = Process.Start(start)!;
            var output = npm.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = await npm.StandardError.ReadToEndAsync(cancellationToken);
            await output;
            await npm.WaitForExitAsync(cancellationToken);
            if (npm.ExitCode == 0) return;
            var line = errors.Split('\n').FirstOrDefault(static text => text.StartsWith("npm error", StringComparison.Ordinal));
            throw new LocalDatabaseException($"npm cannot get {Name}@{Version}: {line?.Trim() ?? $"exit code {npm.ExitCode}"}");
        }
        catch (Win32Exception missing)
        {
            throw new LocalDatabaseException($"npm is needed once to get {Name}@{Version}, and it is not on the PATH. Install Node.js.", missing);
        }
    }

    private async Task UnpackAsync(string folder, CancellationToken cancellationToken)
    {
        var archive = Directory.GetFiles(folder, "*.tgz").Single();
        var bytes = await File.ReadAllBytesAsync(archive, cancellationToken);
        if (Convert.ToBase64String(SHA512.HashData(bytes)) != Sha512)
        {
            throw new LocalDatabaseException($"{Name}@{Version} as npm got it is not the archive this version of GeekCafe was tested with.");
        }

        using var unzipped = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        await TarFile.ExtractToDirectoryAsync(unzipped, folder, overwriteFiles: false, cancellationToken);
        File.Delete(archive);
    }
}
