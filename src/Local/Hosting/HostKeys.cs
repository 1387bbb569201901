using System.Security.Cryptography;

namespace GeekCafe.Local;

/// <summary>The host's own secrets: one seals cursors, one signs tokens. Kept with the data, so both survive a restart.</summary>
/// <remarks>The open file is the lock on the data: a second host on the same folder is refused, or both would write one database file.</remarks>
internal sealed class HostKeys : IDisposable
{
    private const int KeyLength = 32;
    private readonly FileStream? _file;
    private readonly byte[] _bytes;

    private HostKeys(byte[] bytes, FileStream? file) => (_bytes, _file) = (bytes, file);

    /// <summary>Seals cursors.</summary>
    public ReadOnlyMemory<byte> Cursors => _bytes.AsMemory(0, KeyLength);

    /// <summary>Signs tokens.</summary>
    public ReadOnlyMemory<byte> Tokens => _bytes.AsMemory(KeyLength);

    /// <summary>Keys that nobody keeps.</summary>
    public static HostKeys Random() => new(RandomNumberGenerator.GetBytes(2 * KeyLength), null);

    /// <summary>The keys in a folder, made at the first start.</summary>
    /// <exception cref="IOException">Another host uses the folder, or it cannot be written.</exception>
    public static HostKeys Open(string folder)
    {
        Directory.CreateDirectory(folder);
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = Lock(Path.Combine(folder, "keys"), options);
        var bytes = new byte[2 * KeyLength];
        if (file.Length == bytes.Length)
        {
            file.ReadExactly(bytes);
            return new HostKeys(bytes, file);
        }

        RandomNumberGenerator.Fill(bytes);
        file.SetLength(0);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
        return new HostKeys(bytes, file);
    }

    private static FileStream Lock(string path, FileStreamOptions options)
    {
        try
        {
            return new FileStream(path, options);
        }
        catch (IOException taken) when (File.Exists(path))
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(path));
            throw new IOException($"Another host works on {folder}. Stop it, or choose another folder with --data.", taken);
        }
    }

    public void Dispose() => _file?.Dispose();
}
