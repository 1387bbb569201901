using Amazon.Runtime;
using GeekCafe;
using GeekCafe.Aot.Features;
using GeekCafe.DynamoDb;

// Uses what resources can have, natively, on a table of its own. Prints a line for each part; the exit code is how many parts failed.
// Usage: GeekCafe.Aot.Features <endpoint> <table>, with credentials in the environment's usual variables.
using var transport = new SignedHttpTransport(new() { Endpoint = new(new(args[0]), "eu-central-1"), Credentials = new EnvironmentVariablesAWSCredentials() });
var client = new DynamoClient(transport, TimeProvider.System);
await new TableAdministration(client).CreateIfAbsentAsync(args[1], GeekCafeAotFeaturesApplication.Table);
var environment = new ServiceEnvironment { Client = client, TableName = args[1], CursorKeys = [new byte[32]] };

(string Name, Func<ServiceEnvironment, Task> Run)[] parts =
[
    ("types", TypeChecks.RunAsync),
    ("shapes", ShapeChecks.RunAsync),
    ("reading", ReadingChecks.RunAsync),
    ("shards", ReadingChecks.RunShardsAsync),
    ("changes", WritingChecks.RunAsync),
    ("unique values and expiry", WritingChecks.RunUniqueAsync),
    ("counters", WritingChecks.RunCountersAsync),
    ("audit", WritingChecks.RunAuditAsync),
    ("transactions", WritingChecks.RunTransactionAsync),
    ("schema versions", VersionChecks.RunAsync),
    ("statements", VersionChecks.RunStatementsAsync),
    ("operations and jobs", OperationChecks.RunAsync),
    ("streams", StreamChecks.RunAsync),
    ("handlers of the managed runtime", ManagedRuntimeChecks.RunAsync),
];

var failed = 0;
foreach (var (name, run) in parts)
{
    try
    {
        await run(environment);
        Console.WriteLine($"ok {name}");
    }
#pragma warning disable CA1031 // Whatever it is, the other parts are of interest too.
    catch (Exception exception)
#pragma warning restore CA1031
    {
        failed++;
        Console.WriteLine($"FAILED {name}: {exception}");
    }
}

return failed;
