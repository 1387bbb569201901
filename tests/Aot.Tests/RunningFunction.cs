using System.Diagnostics;
using System.Text;
using Community;
using GeekCafe.Testing;

namespace GeekCafe.Aot.Tests;

/// <summary>The published function in a process of its own, between a double of the Runtime API and a local database.</summary>
public sealed class RunningFunction : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly FakeRuntimeApi _api = new();
    private readonly StringBuilder _log = new();
    private readonly LocalTable _table;
    private readonly Process _process;

    private RunningFunction(LocalTable table, string program, string handler, (string Name, string? Value)[] changes)
    {
        _table = table;
        var settings = new Dictionary<string, string?>
        {
            ["AWS_LAMBDA_RUNTIME_API"] = _api.Endpoint,
            ["AWS_REGION"] = LocalDatabase.Region,
            ["AWS_ENDPOINT_URL_DYNAMODB"] = table.Database.Endpoint.ToString(),
            ["AWS_ACCESS_KEY_ID"] = LocalDatabase.AccessKey,
            ["AWS_SECRET_ACCESS_KEY"] = LocalDatabase.SecretKey,
            ["GEEKCAFE_TABLE"] = table.Name,
            ["GEEKCAFE_CURSOR_KEY"] = Convert.ToBase64String(new byte[32]),
            ["_HANDLER"] = handler,
        };
        foreach (var (name, value) in changes) settings[name] = value;

        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Clear();
        foreach (var (name, value) in settings.Where(static each => each.Value is not null)) start.Environment[name] = value;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The table it works on.</summary>
    public LocalTable Table => _table;

    /// <summary>What it wrote to both outputs.</summary>
    public string Log
    {
        get
        {
            lock (_log) return _log.ToString();
        }
    }

    public static async Task<RunningFunction> StartAsync(PublishedFunction published, string handler, params (string Name, string? Value)[] changes)
    {
        Assert.SkipWhen(PublishedProgram.Missing is not null, PublishedProgram.Missing ?? "");
        Assert.Equal(0, published.ExitCode);
        return new(await LocalTable.CreateAsync(await LocalDynamo.SharedAsync(), CommunityApplication.Table), published.Program, handler, changes);
    }

    public async Task<LambdaResponse> SendAsync(LambdaEventBuilder request)
    {
        var result = await _api.InvokeAsync(request.Build()).WaitAsync(Patience);
        Assert.False(result.IsError, Encoding.UTF8.GetString(result.Body.Span));
        return LambdaResponse.Parse(result.Body);
    }

    /// <summary>What it told the Runtime API when it could not start, and its exit code.</summary>
    public async Task<(string? Type, string Body, int ExitCode)> FailedAsync()
    {
        var error = await _api.InitError.WaitAsync(Patience);
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return (error.ErrorType, Encoding.UTF8.GetString(error.Body.Span), _process.ExitCode);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        await _api.DisposeAsync();
        await _table.DisposeAsync();
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is not null) lock (_log) _log.AppendLine(line.Data);
    }
}
