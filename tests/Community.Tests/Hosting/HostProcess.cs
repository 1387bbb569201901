using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace GeekCafe.Community.Tests.Hosting;

/// <summary>A sample's host as a developer starts it: the built program in a process, and a process group, of its own.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new(), _errors = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(Process process, Uri url)
    {
        (_process, Url) = (process, url);
        process.OutputDataReceived += (_, line) =>
        {
            lock (_output) _output.AppendLine(line.Data);
            if (line.Data?.Contains("Ctrl-C stops it", StringComparison.Ordinal) == true) _ready.TrySetResult();
        };
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null) lock (_errors) _errors.AppendLine(line.Data);
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Url { get; }

    /// <summary>What it wrote to standard error.</summary>
    public string Errors
    {
        get
        {
            lock (_errors) return _errors.ToString();
        }
    }

    /// <summary>What it wrote to standard output.</summary>
    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Starts a sample and waits until it serves.</summary>
    public static async Task<HostProcess> StartAsync(string sample, params string[] args)
    {
        var host = Launch(sample, FreePort(), args);
        var first = await Task.WhenAny(host._ready.Task, host._process.WaitForExitAsync(), Task.Delay(TimeSpan.FromSeconds(60)));
        if (first == host._ready.Task) return host;
        await host.DisposeAsync();
        throw new InvalidOperationException($"{sample} did not start: {host.Errors}");
    }

    /// <summary>Starts a sample.</summary>
    public static HostProcess Launch(string sample, int port, string[] args, params (string Name, string Value)[] environment)
    {
        var url = new Uri($"http://127.0.0.1:{port}");
        var program = Path.Combine(Metadata("Samples"), sample, "bin", Metadata("Configuration"), "net10.0", $"{sample}.dll");
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet"));

        // A shell in the background makes its children deaf to SIGINT; a terminal gives a program a group of its own.
        string[] words = ["--default-signal=INT", "/usr/bin/setsid", dotnet, program, "--urls", url.ToString(), .. args];
        var start = new ProcessStartInfo("/usr/bin/env", words)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new HostProcess(Process.Start(start)!, url);
    }

    /// <summary>What Ctrl-C in a terminal does: SIGINT to the whole group.</summary>
    public async Task PressCtrlCAsync()
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -INT -{_process.Id}"]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    /// <summary>Ids of the processes it started, and of those they started.</summary>
    public IReadOnlyList<int> Descendants()
    {
        var parents = new Dictionary<int, int>();
        foreach (var folder in Directory.GetDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), out var id)) continue;
            try
            {
                // pid (name) state ppid; the name may hold anything but ends at the last parenthesis.
                var stat = File.ReadAllText(Path.Combine(folder, "stat"));
                parents[id] = int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], provider: null);
            }
            catch (IOException)
            {
                // Gone meanwhile.
            }
        }

        var found = new List<int> { _process.Id };
        for (var i = 0; i < found.Count; i++) found.AddRange(parents.Where(each => each.Value == found[i]).Select(static each => each.Key));
        return found[1..];
    }

    public async Task<int> ExitCodeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string Metadata(string key) =>
        typeof(HostProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(each => each.Key == key).Value!;
}
