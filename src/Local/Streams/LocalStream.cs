using System.Text.Json;
using GeekCafe.Testing;

namespace GeekCafe.Local;

/// <summary>
/// Gives the changes of the local table to the function, as Lambda does for a deployed one: while the host runs, and from where it stopped when it runs
/// again.
/// </summary>
/// <param name="pump">Reads the stream and calls the function.</param>
/// <param name="file">Where it is kept how far the stream is done. Null: nowhere.</param>
/// <param name="log">Where trouble is told.</param>
internal sealed class LocalStream(StreamPump pump, string? file, TextWriter log)
{
    /// <summary>How often to look: Lambda polls four times a second (developer guide, event source mappings).</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Runs until it is stopped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        Load();
        string? trouble = null;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (await pump.PumpAsync(stop) > 0) Save();
                trouble = null;
                await Task.Delay(Pause, stop);
            }
            catch (OperationCanceledException)
            {
                // The host stops.
            }
            catch (Exception exception) when (exception is LocalDatabaseException or IOException or UnauthorizedAccessException)
            {
                if (exception.Message != trouble) await log.WriteLineAsync($"The stream: {trouble = exception.Message}");
                await Task.Delay(Pause, CancellationToken.None);
            }
        }
    }

    private void Load()
    {
        if (file is null || !File.Exists(file)) return;
        try
        {
            pump.Resume(JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(file)) ?? []);
        }
        catch (JsonException)
        {
            // A file that cannot be read is as none: the changes come again, which is harmless.
        }
    }

    private void Save()
    {
        if (file is null) return;
        File.WriteAllBytes(file + ".new", JsonSerializer.SerializeToUtf8Bytes(pump.Checkpoint));
        File.Move(file + ".new", file, overwrite: true);
    }
}
