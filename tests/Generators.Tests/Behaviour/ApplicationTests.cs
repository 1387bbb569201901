using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Behaviour;

/// <summary>What is generated once for an assembly.</summary>
public class ApplicationTests
{
    [Fact]
    public void Services_are_registered_where_a_container_is_referenced() => Assert.Contains("ShopRegistration.g.cs", GeneratorRun.Compiled(
        Declared.Thing("public int X { get; init; }"), """
        namespace Microsoft.Extensions.DependencyInjection
        {
            public interface IServiceCollection { }
            public static class ServiceCollectionServiceExtensions
            {
                public static IServiceCollection AddSingleton<T>(this IServiceCollection services) where T : class => services;
                public static IServiceCollection AddSingleton<T>(this IServiceCollection services, T instance) where T : class => services;
            }
        }
        """).Files.Keys);

    [Fact]
    public void Nothing_is_generated_for_an_assembly_without_resources() => Assert.Empty(GeneratorRun.Compiled("class Nothing;").Files);

    [Fact]
    public void The_manifest_is_json_whatever_the_members_hold() => Program.Run(Declared.Thing("""
            [RegularExpression("[\"\\\u0085\u2028\ud83d\ude00]+")] public string? Code { get; init; }
            [AllowedValues("\"\"\"\"", "\n")] public string? Kind { get; init; }
            [Range(-1.5, double.MaxValue)] public double Size { get; init; }
        """), """
        var json = System.Text.Json.JsonDocument.Parse(Shop.ShopApplication.Manifest).RootElement;
        var members = json.GetProperty("resources")[0].GetProperty("members").EnumerateArray().ToDictionary(member => member.GetProperty("name").GetString()!);
        Assert.Equal("[\"\\\u0085\u2028\ud83d\ude00]+", members["code"].GetProperty("pattern").GetString());
        Assert.Equal("\"\"\"\"", members["kind"].GetProperty("enum")[0].GetString());
        Assert.Equal(-1.5, members["size"].GetProperty("minimum").GetDouble());
        Assert.False(members["size"].TryGetProperty("maximum", out _));
        Assert.Equal(Shop.ShopApplication.Manifest, typeof(Thing).Assembly.GetCustomAttributes(false).OfType<ManifestAttribute>().Single().Json);
        """);

    [Theory]
    [InlineData("protected override System.Threading.Tasks.ValueTask OnChangeAsync(StreamChange<Thing> change, System.Threading.CancellationToken cancellationToken) => default;", true)]
    [InlineData("public void OnChangeAsync(string change, int other) { }", false)]
    [InlineData("", false)]
    public void A_service_that_overrides_the_hook_hears_of_changes(string hook, bool listens) => Program.Run(
        [Declared.Thing("public int X { get; init; }"), $"public partial class ThingService {{ {hook} }}"], $$"""
        using var transport = new GeekCafe.DynamoDb.SignedHttpTransport(new() { Endpoint = new(new("http://127.0.0.1:9"), "us-east-1") });
        var environment = new ServiceEnvironment { Client = new(transport, TimeProvider.System), TableName = "t", CursorKeys = [] };
        IApplication<Shop.ShopApplication> application = Shop.ShopApplication.Create(environment);
        var json = System.Text.Json.JsonDocument.Parse(Shop.ShopApplication.Manifest).RootElement;
        string[] expected = {{(listens ? "[\"things\"]" : "[]")}};
        Assert.Equal(expected, application.StreamTargets.Select(target => target.Definition.Name));
        Assert.Equal(expected.Length > 0, Shop.ShopApplication.Table.HasStream);
        Assert.Equal(expected.Length > 0 ? "ttl" : null, Shop.ShopApplication.Table.TimeToLiveAttribute);
        string[] named = json.TryGetProperty("streams", out var streams) ? [.. streams.EnumerateArray().Select(each => each.GetString()!)] : [];
        Assert.Equal(expected, named);
        """);

    [Theory]
    [InlineData("override ValueTask<bool> AuthorizeAsync(Caller caller, Operation operation, Thing resource, CancellationToken token)", "=> new(Task.Run(() => true));", "Authorize")]
    [InlineData("override async ValueTask<bool> AuthorizeAsync(Caller caller, Operation operation, Thing resource, CancellationToken token)", "{ await Task.Yield(); return true; }", "Authorize")]
    [InlineData("override ValueTask<bool> AuthorizeAsync(Caller caller, Operation operation, Thing resource, CancellationToken token)", "=> ValueTask.FromResult(caller.UserId == resource.CreatedBy);", "")]
    [InlineData("override ValueTask<bool> AuthorizeAsync(Caller caller, Operation operation, Thing resource, CancellationToken token)", "=> base.AuthorizeAsync(caller, operation, resource, token);", "Authorize")]
    [InlineData("override async ValueTask<IReadOnlyList<bool>> AuthorizeReadsAsync(Caller caller, IReadOnlyList<Thing> all, CancellationToken token)", "{ await Task.Yield(); return [.. all.Select(static each => true)]; }", "AuthorizeReads")]
    [InlineData("override ValueTask ValidateAsync(Caller caller, Thing next, Thing? current, GeekCafe.Validation.ValidationErrors errors, CancellationToken token)", "{ Func<Task> unused = () => { return Task.Delay(1); }; return ValueTask.CompletedTask; }", "")]
    [InlineData("override ValueTask ValidateAsync(Caller caller, Thing next, Thing? current, GeekCafe.Validation.ValidationErrors errors, CancellationToken token)", "{ if (current is null) return default; return new(Task.Delay(1, token)); }", "Validate")]
    [InlineData("override ValueTask ValidateAsync(Caller caller, Thing next, Thing? current, GeekCafe.Validation.ValidationErrors errors, CancellationToken token)", "=> current is null ? default : (ValueTask.CompletedTask);", "")]
    [InlineData("override async ValueTask OnCreatedAsync(Caller caller, Thing resource, CancellationToken token)", "=> await Task.Yield();", "OnCreated")]
    [InlineData("override async ValueTask OnUpdatedAsync(Caller caller, Thing resource, Thing previous, CancellationToken token)", "=> await Task.Yield();", "OnUpdated")]
    [InlineData("override async ValueTask OnDeletedAsync(Caller caller, Thing resource, CancellationToken token)", "=> await Task.Yield();", "OnDeleted")]
    [InlineData("override async ValueTask OnRestoredAsync(Caller caller, Thing resource, CancellationToken token)", "=> await Task.Yield();", "OnRestored")]
    [InlineData("override Thing OnCreating(Caller caller, Thing resource)", "=> resource;", "")]
    public void Hooks_that_may_wait_for_something_are_named(string hook, string body, string expected)
    {
        var run = GeneratorRun.Compiled(Declared.Thing("public int X { get; init; }"),
            $"using System.Linq;\nusing System.Threading;\nusing System.Threading.Tasks;\npublic partial class ThingService {{ protected {hook} {body} }}");
        var named = System.Text.RegularExpressions.Regex.Match(run.Files["ShopManifest.g.cs"], "\"hooks\":\\[\"([^\\]]*)\"\\]").Groups[1].Value;
        Assert.Equal(expected, named);
    }

    [Theory]
    [InlineData("Acme.Orders-2")]
    [InlineData("2nd")]
    [InlineData("Acme.event")]
    public void An_assembly_may_be_called(string name) => CompilerProblems.AssertNone(GeneratorRun.Of(TestCompilation.Create(
        name, Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp14, Declared.Thing("public DayOfWeek Day { get; init; }"))));
}
