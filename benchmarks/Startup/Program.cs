using System.Globalization;
using GeekCafe.Benchmarks;
using GeekCafe.Testing;

// From process start to the first call of /next and to the first response, CPU and memory, for the floor and for the community sample.
// Usage: Startup <floor> <bootstrap> [starts] [invocations]
if (args.Length < 2)
{
    Console.Error.WriteLine("Usage: Startup <path of Floor> <path of bootstrap> [starts, 15] [invocations for each, 5000]. See eng/bench.sh.");
    return 1;
}

var starts = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 15;
var invocations = args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 5000;
Function floor = new("floor", Path.GetFullPath(args[0])), bootstrap = new("bootstrap", Path.GetFullPath(args[1]));

var create = LambdaEvents.HttpV2("POST", "/events").WithCaller("tenant-1", "user-1", "admin").WithJson($$"""
    {"title":"Evening meetup","description":"Two talks and time to speak with each other.","startsAt":"{{DateTime.UtcNow.AddDays(30):yyyy-MM-dd}}T19:00:00Z","capacity":120,
    "location":{"city":"Vienna","street":"Main street 1","country":"AT"},"tags":["dotnet","serverless"],"visibility":"private"}
    """).Build();
using var database = await CannedServerProcess.StartAsync();
using var api = new RuntimeApi(create);

// Interleaved, so that a busy neighbour meets both; the first rounds warm this process, the database and the page cache.
const int warmUps = 3;
for (var i = -warmUps; i < starts; i++)
{
    floor.Run(api, database.Url, invocations, counts: i >= 0);
    bootstrap.Run(api, database.Url, invocations, counts: i >= 0);
}

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.WriteLine($"Median of {starts} starts, {invocations} invocations each.");
Console.WriteLine();
Console.WriteLine("| figure | floor | bootstrap | ratio |");
Console.WriteLine("| --- | ---: | ---: | ---: |");
Row("process start to first /next, ms", static s => s.Next);
Row("process start to first response, ms", static s => s.Response);
Row("first /next to first response, ms", static s => s.Response - s.Next);
Row("CPU to first /next, ms", static s => s.CpuAtNext);
Row("CPU to first response, ms", static s => s.CpuAtResponse);
Row("CPU of a warm invocation, us", static s => s.CpuOfInvocation);
Row("peak memory at first response, MB", static s => s.MemoryAtResponse / 1e6);
Row("peak memory at the end, MB", static s => s.MemoryAtEnd / 1e6);
Line("size, MB", floor.Size / 1e6, bootstrap.Size / 1e6);
return 0;

void Row(string figure, Func<Start, double> of) => Line(figure, floor.Median(of), bootstrap.Median(of));

static void Line(string figure, double floor, double bootstrap) =>
    Console.WriteLine($"| {figure} | {floor:0.0} | {bootstrap:0.0} | {bootstrap / floor:0.00} |");
