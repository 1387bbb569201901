using GeekCafe.Lambda;

namespace GeekCafe.Runtime.Tests.Lambda;

public sealed class SettingsTests
{
    private static readonly string Key = Convert.ToBase64String(new byte[32]);

    [Theory]
    [InlineData("GEEKCAFE_TABLE", null)]
    [InlineData("GEEKCAFE_TABLE", " ")]
    [InlineData("GEEKCAFE_TABLE", "ab")]
    [InlineData("GEEKCAFE_TABLE", "my table")]
    [InlineData("GEEKCAFE_CURSOR_KEY", null)]
    [InlineData("GEEKCAFE_CURSOR_KEY", "AAAA")]
    [InlineData("GEEKCAFE_CURSOR_KEY", "secret!")]
    [InlineData("GEEKCAFE_CURSOR_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=,")]
    [InlineData("AWS_REGION", null)]
    [InlineData("AWS_ENDPOINT_URL_DYNAMODB", "localhost:8000")]
    [InlineData("AWS_ENDPOINT_URL_DYNAMODB", "ftp://x")]
    public void Each_mistake_names_its_variable(string name, string? value)
    {
        var variables = Good();
        variables[name] = value;
        var message = Assert.Throws<ConfigurationException>(() => LambdaSettings.FromEnvironment(variables.GetValueOrDefault)).Message;
        Assert.StartsWith(name, message, StringComparison.Ordinal);
        Assert.Contains("set", message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Good_settings_are_read()
    {
        var variables = Good();
        variables["GEEKCAFE_CURSOR_KEY"] = $"{Key}, {Key}";
        variables["GEEKCAFE_CORS_ORIGINS"] = "https://a.example, https://b.example";
        variables["AWS_ENDPOINT_URL_DYNAMODB"] = "http://localhost:8000";
        var settings = LambdaSettings.FromEnvironment(variables.GetValueOrDefault);
        Assert.Equal(("table", "eu-central-1", 2, null), (settings.TableName, settings.Region, settings.CursorKeys.Count, settings.ApiId));
        Assert.Equal(["https://a.example", "https://b.example"], settings.CorsOrigins);
        Assert.Equal(new Uri("http://localhost:8000"), settings.DynamoDbEndpoint);
        Assert.Equal("table in eu-central-1", settings.ToString());
    }

    [Theory]
    [InlineData("api", 10)]
    [InlineData("events", 5)]
    [InlineData("events.create", 1)]
    [InlineData("streams", 0)]
    [InlineData("jobs", 0)]
    public void Handlers_choose_operations(string handler, int count) => Assert.Equal(count, HandlerSelection.Choose(handler, LambdaBed.Operations, []).Operations.Count);

    [Theory]
    [InlineData("api", "events.sweep,keys.count")]
    [InlineData("jobs", "events.sweep,keys.count")]
    [InlineData("events.sweep", "events.sweep")]
    [InlineData("events", "")]
    [InlineData("events.create", "")]
    [InlineData("streams", "")]
    public void Handlers_choose_jobs(string handler, string expected)
    {
        ApplicationJob[] jobs = [new("events.sweep", static _ => default), new("keys.count", static _ => default)];
        Assert.Equal(expected, string.Join(",", HandlerSelection.Choose(handler, LambdaBed.Operations, jobs).Jobs.Select(static job => job.Name)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Events")]
    [InlineData("events.")]
    [InlineData("bootstrap")]
    public void Unknown_handlers_are_told_what_there_is(string? handler)
    {
        var message = Assert.Throws<ConfigurationException>(() => HandlerSelection.Choose(handler, LambdaBed.Operations, [new("events.sweep", static _ => default)])).Message;
        Assert.Contains("_HANDLER", message, StringComparison.Ordinal);
        Assert.Contains("api, streams, jobs, events, keys, open, faults, events.create,", message, StringComparison.Ordinal);
        Assert.EndsWith(", events.sweep.", message, StringComparison.Ordinal);
    }

    internal static Dictionary<string, string?> Good() => new() { ["GEEKCAFE_TABLE"] = "table", ["GEEKCAFE_CURSOR_KEY"] = Key, ["AWS_REGION"] = "eu-central-1" };
}
