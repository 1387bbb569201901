using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using BenchmarkDotNet.Running;
using GeekCafe.Benchmarks;
using GeekCafe.DynamoDb;

// CPU and bytes of get, put and a query of 100 items, for each client, against one canned server in a process of its own.
// Usage: DynamoDb [rounds, 9]; DynamoDb --bdn for the mapping alone.
if (args is ["--bdn", .. var rest])
{
    BenchmarkRunner.Run<MappingBenchmarks>(args: rest);
    return;
}

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 9;
using var server = await CannedServerProcess.StartAsync();
var credentials = new SessionAWSCredentials("AKIDEXAMPLE", "an example, not a key", new string('t', 800)); // Lambda's are about this long.
using var sdk = new AmazonDynamoDBClient(credentials, new AmazonDynamoDBConfig { ServiceURL = server.Url.ToString(), AuthenticationRegion = "eu-central-1" });
using var transport = new SignedHttpTransport(new() { Endpoint = new(server.Url, "eu-central-1"), Credentials = credentials });
var ours = new DynamoClient(transport, TimeProvider.System);
using var raw = new RawClient(server.Url);
IClient[] clients = [new ContextClient(sdk), new SdkClient(sdk), new ServiceClient(ours), new TableClient(ours), raw];

var cells = new List<Cell>();
foreach (var client in clients)
{
    if (!CannedItem.Json(0).Contains(await client.GetAsync(), StringComparison.Ordinal) || await client.QueryAsync() < 100) throw new InvalidOperationException(client.Name);
    cells.Add(new(client.Name, "get", 4000, client.GetAsync));
    cells.Add(new(client.Name, "put", 4000, client.PutAsync));
    cells.Add(new(client.Name, "query of 100", 400, client.QueryAsync));
}

// Interleaved, so that a busy neighbour meets all. The first rounds warm up: code compiled to its last tier, pools filled.
const int warmUps = 3;
for (var round = -warmUps; round < rounds; round++)
{
    foreach (var cell in cells) await cell.RunAsync(counts: round >= 0);
}

Console.WriteLine($"Median of {rounds} interleaved rounds. Ratio: this client to DynamoDBContext.");
Console.WriteLine();
Console.WriteLine("| operation | client | CPU, us | ratio | bytes | ratio |");
Console.WriteLine("| --- | --- | ---: | ---: | ---: | ---: |");
foreach (var operation in cells.GroupBy(static cell => cell.Operation))
{
    var first = operation.First();
    foreach (var cell in operation)
    {
        Console.WriteLine($"| {cell.Operation} | {cell.Client} | {cell.Cpu:0} | {cell.Cpu / first.Cpu:0.000} | {cell.Bytes:N0} | {cell.Bytes / first.Bytes:0.000} |");
    }
}
