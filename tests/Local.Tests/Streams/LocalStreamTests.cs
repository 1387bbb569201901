using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using GeekCafe.DynamoDb;
using GeekCafe.Lambda;
using GeekCafe.Testing;

namespace GeekCafe.Local.Tests.Streams;

/// <summary>The local table's changes reach the function while the host runs, and after a restart.</summary>
public sealed class LocalStreamTests : IAsyncDisposable
{
    private readonly Channel<string> _heard = Channel.CreateUnbounded<string>();
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private readonly LambdaApplication _function;
    private LocalTable? _table;

    public LocalStreamTests() => _function = new([], new LambdaOptions { Streams = HearAsync });

    private ValueTask HearAsync(ReadOnlyMemory<byte> batch, InvocationContext invocation, PooledBuffer output)
    {
        using var json = JsonDocument.Parse(batch);
        foreach (var record in json.RootElement.GetProperty("Records").EnumerateArray())
        {
            Assert.Equal("aws:dynamodb", record.GetProperty("eventSource").GetString());
            Assert.Contains(":table/", record.GetProperty("eventSourceARN").GetString(), StringComparison.Ordinal);
            _heard.Writer.TryWrite(record.GetProperty("dynamodb").GetProperty("Keys").GetProperty("sk").GetProperty("S").GetString()!);
        }

        output.Write("{\"batchItemFailures\":[]}"u8);
        return ValueTask.CompletedTask;
    }

    private async Task PutAsync(string name)
    {
        var request = $$"""{"TableName":"{{_table!.Name}}","Item":{"pk":{"S":"p"},"sk":{"S":"{{name}}"} } }""";
        using var reply = await _table.Client.SendAsync(DynamoOperation.PutItem, Encoding.UTF8.GetBytes(request), null, default);
        Assert.Null(reply.Error);
    }

    private static string Read(string file) => File.Exists(file) ? File.ReadAllText(file) : "";

    /// <summary>Runs a host's stream until a change was heard and noted.</summary>
    private async Task<string> RunAsync(string written)
    {
        using var stop = new CancellationTokenSource();
        using var log = new StringWriter();
        var file = Path.Combine(_folder, "stream.json");
        var before = Read(file);
        var running = new LocalStream(new StreamPump(_table!.Transport, _table.Name, _function), file, log).RunAsync(stop.Token);
        await PutAsync(written);
        var heard = await _heard.Reader.ReadAsync(TestContext.Current.CancellationToken);
        while (Read(file) == before) await Task.Delay(20, TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await running;
        Assert.Equal("", log.ToString());
        return heard;
    }

    [Fact]
    public async Task Changes_reach_the_function_once_across_a_restart()
    {
        _table = await LocalTable.CreateAsync(await LocalDynamo.SharedAsync(), new TableDefinition("pk", "sk", []) { HasStream = true });
        Assert.Equal("one", await RunAsync("one"));
        Assert.Equal("two", await RunAsync("two"));
        Assert.False(_heard.Reader.TryRead(out _));
    }

    [Fact]
    public async Task Trouble_is_told_once_and_does_not_end_it()
    {
        _table = await LocalTable.CreateAsync(await LocalDynamo.SharedAsync(), new TableDefinition("pk", "sk", []));
        using var stop = new CancellationTokenSource();
        using var log = new StringWriter();
        var running = new LocalStream(new StreamPump(_table.Transport, _table.Name, _function), null, log).RunAsync(stop.Token);
        while (log.ToString().Length == 0) await Task.Delay(20, TestContext.Current.CancellationToken);

        await TableSetup.EnsureAsync(_table.Transport, _table.Name, new TableDefinition("pk", "sk", []) { HasStream = true });
        await PutAsync("one");
        Assert.Equal("one", await _heard.Reader.ReadAsync(TestContext.Current.CancellationToken));
        await stop.CancelAsync();
        await running;
        Assert.Equal($"The stream: The table {_table.Name} has no stream. Create it from a definition with HasStream = true.{Environment.NewLine}", log.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        _function.Dispose();
        Directory.Delete(_folder, recursive: true);
        if (_table is not null) await _table.DisposeAsync();
    }
}
