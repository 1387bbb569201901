using System.Net;
using System.Net.Sockets;

namespace GeekCafe.Local.Tests.Hosting;

public sealed class LocalHostTests
{
    [Fact]
    public async Task A_wrong_command_line_is_exit_code_2_and_help_is_0()
    {
        Assert.Equal(2, await LocalHost.RunAsync<NotesApplication>(["--port", "1"]));
        Assert.Equal(0, await LocalHost.RunAsync<NotesApplication>(["--help"]));
    }

    [Fact]
    public async Task A_taken_port_is_exit_code_1()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        Assert.Equal(1, await LocalHost.RunAsync<NotesApplication>(["--data", ":memory:", "--urls", $"http://{listener.LocalEndpoint}"]));
    }

    [Fact]
    public async Task An_endpoint_where_nobody_listens_is_exit_code_1() =>
        Assert.Equal(1, await LocalHost.RunAsync<NotesApplication>(["--data", ":memory:", "--endpoint", "http://127.0.0.1:9"]));
}
