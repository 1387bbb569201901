using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace GeekCafe.Testing;

/// <summary>A server of another program on a free port of this machine. It ends with this process, however this process ends.</summary>
/// <remarks>
/// On Unix a shell stands between: it starts the server and reads from a pipe whose other end is ours. When we close the pipe, or die in
/// any way, SIGKILL included, the kernel closes it, the read ends and the shell stops the server. Ctrl-C reaches the whole terminal group,
/// so shell and server ignore it: we decide the order in which things stop. On Windows the server is killed on exit.
/// </remarks>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string Watchdog = """
        trap '' INT HUP
        exec 3<&0
        "$@" </dev/null 3<&- & server=$!
        ( read -r _ <&3; kill $server ) 2>/dev/null & watcher=$!
        wait $server; code=$?
        kill $watcher 2>/dev/null
        exit $code
        """;

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);
    private readonly Process _process;
    private string _lastWords = "";

    private ServerProcess(Process process, int port)
    {
        _process = process;
        Endpoint = new Uri($"http://127.0.0.1:{port}");
        process.ErrorDataReceived += (_, line) => _lastWords = string.IsNullOrWhiteSpace(line.Data) ? _lastWords : line.Data.Trim();
        process.OutputDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        if (OperatingSystem.IsWindows()) AppDomain.CurrentDomain.ProcessExit += Kill;
    }

    /// <summary>Where the server listens.</summary>
    public Uri Endpoint { get; }

    /// <summary>Starts the server and waits until it answers HTTP.</summary>
    /// <param name="name">The server's name in messages.</param>
    /// <param name="command">The program and its arguments for a port.</param>
    /// <param name="cancellationToken">Stops waiting, and the server.</param>
    /// <exception cref="LocalDatabaseException">It did not start.</exception>
    public static async Task<ServerProcess> StartAsync(string name, Func<int, string[]> command, CancellationToken cancellationToken)
    {
        // Between our finding a free port and the server's taking it, somebody else may take it; then the next one will do.
        for (var attempt = 1; ; attempt++)
        {
            var server = Launch(name, command);
            try
            {
                if (await server.WaitUntilReadyAsync(cancellationToken)) return server;
            }
            catch (OperationCanceledException)
            {
                await server.DisposeAsync();
                throw;
            }

            var message = $"{name} did not start: {(server._lastWords.Length > 0 ? server._lastWords : "it gave no reason")}";
            await server.DisposeAsync();
            if (attempt == 3) throw new LocalDatabaseException(message);
        }
    }

    /// <summary>Stops the server, politely first.</summary>
    public async ValueTask DisposeAsync()
    {
        if (OperatingSystem.IsWindows())
        {
            AppDomain.CurrentDomain.ProcessExit -= Kill;
            Kill(null, EventArgs.Empty);
        }

        _process.StandardInput.Close();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            Kill(null, EventArgs.Empty);
        }

        _process.Dispose();
    }

    private static ServerProcess Launch(string name, Func<int, string[]> command)
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();

        string[] line = OperatingSystem.IsWindows() ? command(port) : ["/bin/sh", "-c", Watchdog, "sh", .. command(port)];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return new ServerProcess(Process.Start(start)!, port);
        }
        catch (Win32Exception failure)
        {
            throw new LocalDatabaseException($"{name} cannot be started: {failure.Message}", failure);
        }
    }

    private async Task<bool> WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var started = Stopwatch.GetTimestamp();
        while (!_process.HasExited && Stopwatch.GetElapsedTime(started) < StartLimit)
        {
            try
            {
                using var answer = await client.GetAsync(Endpoint, cancellationToken);
                return true;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(20, cancellationToken);
            }
        }

        // The last line of standard error arrives after the exit.
        if (_process.HasExited) await _process.WaitForExitAsync(cancellationToken);
        return false;
    }

    private void Kill(object? sender, EventArgs e)
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception)
        {
        }
    }
}
