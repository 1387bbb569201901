using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GeekCafe.Lambda;
using Microsoft.AspNetCore.Builder;

namespace GeekCafe.Local.Tests.Hosting;

/// <summary>The server on a free port, with a function that keeps the event and answers what the test says.</summary>
internal sealed class RunningServer : IFunction, IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningServer() =>
        _app = LocalServer.Build(new Uri("http://127.0.0.1:0"), Sample.Manifest, Sample.Operations, this, Tokens);

    public TokenAuthority Tokens { get; } = new(RandomNumberGenerator.GetBytes(32), TimeProvider.System, new ClaimsOptions());

    public HttpClient Client { get; } = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });

    public string Answer { get; set; } = """{"statusCode":200}""";

    public JsonElement Event { get; private set; }

    public static async Task<RunningServer> StartAsync()
    {
        var server = new RunningServer();
        await server._app.StartAsync();
        server.Client.BaseAddress = new Uri(server._app.Urls.First());
        return server;
    }

    public void SignIn(params string[] roles) =>
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Tokens.Issue("acme", "ana", roles));

    public ValueTask<bool> InvokeAsync(ReadOnlyMemory<byte> eventBytes, string requestId, PooledBuffer output)
    {
        using var json = JsonDocument.Parse(eventBytes);
        Event = json.RootElement.Clone();
        output.Write(Encoding.UTF8.GetBytes(Answer));
        return ValueTask.FromResult(Answer.Length > 0);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
