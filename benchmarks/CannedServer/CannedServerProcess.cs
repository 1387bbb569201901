using System.Diagnostics;
using System.Net.Http.Headers;

namespace GeekCafe.Benchmarks;

/// <summary>The canned server as another process sees it: started beside the benchmark's own binaries, warmed, ended with it.</summary>
public sealed class CannedServerProcess : IDisposable
{
    private readonly Process _process;

    private CannedServerProcess(Process process, Uri url) => (_process, Url) = (process, url);

    public Uri Url { get; }

    public static async Task<CannedServerProcess> StartAsync()
    {
        var program = typeof(CannedServerProcess).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [program]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        var server = new CannedServerProcess(process, new(await process.StandardOutput.ReadLineAsync() ?? throw new IOException("No server.")));
        await server.WarmUpAsync();
        return server;
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    // Until its own code is compiled to the last tier, which takes calls and a moment.
    private async Task WarmUpAsync()
    {
        using var http = new HttpClient();
        for (var i = 0; i < 3000; i++)
        {
            using var body = new ByteArrayContent([.. "{}"u8]);
            body.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
            body.Headers.Add("X-Amz-Target", i % 2 == 0 ? "DynamoDB_20120810.PutItem" : "DynamoDB_20120810.GetItem");
            using var answer = await http.PostAsync(Url, body);
            await answer.Content.ReadAsByteArrayAsync();
            if (i % 1000 == 999) await Task.Delay(300);
        }
    }
}
