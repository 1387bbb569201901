using System.Net;
using System.Net.Sockets;
using GeekCafe.Benchmarks;

// Stands in for DynamoDB: the same bytes for every request of an operation, over kept connections, in a process of its own so that its CPU
// is nobody's. Prints its address and ends when its input does, so it never outlives the benchmark that started it.
using var listener = new TcpListener(IPAddress.Loopback, args.Length > 0 ? int.Parse(args[0], null) : 0);
listener.Start();
new Thread(() =>
{
    while (true)
    {
        var socket = listener.AcceptSocket();
        socket.NoDelay = true;
        new Thread(() => new Connection(socket).Serve()) { IsBackground = true }.Start();
    }
})
{ IsBackground = true }.Start();

Console.WriteLine($"http://{listener.LocalEndpoint}");
Console.In.ReadToEnd();
