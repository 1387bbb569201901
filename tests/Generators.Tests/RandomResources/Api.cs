using System.Reflection;
using GeekCafe.DynamoDb;
using GeekCafe.Generators.Tests.Harness;
using GeekCafe.Lambda;
using GeekCafe.Testing;

namespace GeekCafe.Generators.Tests.RandomResources;

/// <summary>Generated code for random resources, compiled, loaded, and asked as API Gateway would.</summary>
internal sealed class Api : IAsyncDisposable
{
    private readonly LambdaApplication _application;
    private readonly LocalTable _table;

    private Api(LambdaApplication application, LocalTable table) => (_application, _table) = (application, table);

    public static async Task<Api> StartAsync(Policies naming, IEnumerable<Spec> specs)
    {
        var source = $"using System.Collections.Frozen; using System.Collections.Immutable; using System.Numerics; using System.Text.Json; using System.Text.Json.Serialization;\n{naming}\n{Kinds.Declarations}\n{string.Join("\n", specs)}";
        var application = Harness.Program.Load(GeneratorRun.Of(source)).GetTypes()
            .Single(static type => type.GetInterfaces().Any(static each => each.Name.StartsWith("IApplication", StringComparison.Ordinal)));

        const BindingFlags Static = BindingFlags.Public | BindingFlags.Static;
        var table = await LocalTable.CreateAsync(await LocalDynamo.SharedAsync(), (TableDefinition)application.GetProperty("Table", Static)!.GetValue(null)!);
        var services = application.GetMethod("Create", Static)!.Invoke(null, [table.Environment()])!;
        var operations = (IReadOnlyList<ApiOperation>)application.GetProperty("Operations")!.GetValue(services)!;
        return new Api(new LambdaApplication(operations), table);
    }

    public async Task<LambdaResponse> SendAsync(string tenant, string method, string path, string? json = null, params (string Name, string Value)[] query)
    {
        var request = LambdaEvents.HttpV2(method, path).WithCaller(tenant, "ann");
        foreach (var (name, value) in query) request.WithQuery(name, value);
        if (json is not null) request.WithJson(json);
        using var output = new PooledBuffer();
        await _application.HandleAsync(request.Build(), InvocationContext.None, output);
        return LambdaResponse.Parse(output.WrittenMemory.ToArray());
    }

    public async ValueTask DisposeAsync()
    {
        _application.Dispose();
        await _table.DisposeAsync();
    }
}
