using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using GeekCafe.DynamoDb;

namespace GeekCafe.Runtime.Tests.Transport;

/// <summary>Environment variables belong to the process, so these tests run alone.</summary>
[CollectionDefinition(nameof(UsesEnvironment), DisableParallelization = true)]
public sealed class UsesEnvironment;

/// <summary>The endpoint for what is set, compared with published addresses and with the SDK's answer.</summary>
[Collection(nameof(UsesEnvironment))]
public sealed class DynamoEndpointTests : IDisposable
{
    private static readonly string[] Names =
    [
        "AWS_REGION", "AWS_DEFAULT_REGION", "AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_DYNAMODB", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "AWS_PROFILE",
        "AWS_USE_FIPS_ENDPOINT", "AWS_USE_DUALSTACK_ENDPOINT", "AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE", "AWS_EC2_METADATA_DISABLED",
    ];

    private readonly Dictionary<string, string?> _before = Names.ToDictionary(static name => name, Environment.GetEnvironmentVariable);

    public void Dispose()
    {
        foreach (var (name, value) in _before) Environment.SetEnvironmentVariable(name, value);
        ForgetSettings();
    }

    private static void Set(string settings)
    {
        foreach (var name in Names) Environment.SetEnvironmentVariable(name, null);
        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_DISABLED", "true");
        Environment.SetEnvironmentVariable("AWS_CONFIG_FILE", "/nonexistent");
        Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", "/nonexistent");
        foreach (var setting in settings.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = setting.IndexOf('=', StringComparison.Ordinal);
            Environment.SetEnvironmentVariable(setting[..at], setting[(at + 1)..]);
        }
        ForgetSettings();
    }

    // The SDK reads settings once per process.
    private static void ForgetSettings()
    {
        FallbackRegionFactory.Reset();
        FallbackInternalConfigurationFactory.Reset();
    }

    [Theory]
    [InlineData("AWS_REGION=us-east-1", "https://dynamodb.us-east-1.amazonaws.com/", "us-east-1")]
    [InlineData("AWS_REGION=eu-central-1", "https://dynamodb.eu-central-1.amazonaws.com/", "eu-central-1")]
    [InlineData("AWS_DEFAULT_REGION=eu-central-1", "https://dynamodb.eu-central-1.amazonaws.com/", "eu-central-1")]
    [InlineData("AWS_REGION=eu-west-1 AWS_DEFAULT_REGION=eu-central-1", "https://dynamodb.eu-west-1.amazonaws.com/", "eu-west-1")]
    [InlineData("AWS_REGION=cn-north-1", "https://dynamodb.cn-north-1.amazonaws.com.cn/", "cn-north-1")]
    [InlineData("AWS_REGION=us-gov-west-1", "https://dynamodb.us-gov-west-1.amazonaws.com/", "us-gov-west-1")]
    [InlineData("AWS_REGION=us-east-1 AWS_USE_FIPS_ENDPOINT=true", "https://dynamodb-fips.us-east-1.amazonaws.com/", "us-east-1")]
    [InlineData("AWS_REGION=us-gov-west-1 AWS_USE_FIPS_ENDPOINT=true", "https://dynamodb.us-gov-west-1.amazonaws.com/", "us-gov-west-1")]
    [InlineData("AWS_REGION=eu-central-1 AWS_USE_DUALSTACK_ENDPOINT=true", "https://dynamodb.eu-central-1.api.aws/", "eu-central-1")]
    [InlineData("AWS_REGION=us-east-1 AWS_USE_DUALSTACK_ENDPOINT=true AWS_USE_FIPS_ENDPOINT=true", "https://dynamodb-fips.us-east-1.api.aws/", "us-east-1")]
    [InlineData("AWS_REGION=us-east-1 AWS_ENDPOINT_URL=http://a:1", "http://a:1/", "us-east-1")]
    [InlineData("AWS_REGION=us-east-1 AWS_ENDPOINT_URL=http://a:1 AWS_ENDPOINT_URL_DYNAMODB=http://b:2", "http://b:2/", "us-east-1")]
    [InlineData("AWS_REGION=us-east-1 AWS_ENDPOINT_URL_DYNAMODB=http://b:2 AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=true", "https://dynamodb.us-east-1.amazonaws.com/", "us-east-1")]
    [InlineData("AWS_ENDPOINT_URL_DYNAMODB=http://127.0.0.1:8000", "http://127.0.0.1:8000/", "us-east-1")]
    public void The_settings_decide(string settings, string url, string region)
    {
        Set(settings);
        Assert.Equal(new DynamoEndpoint(new Uri(url), region), DynamoEndpoint.FromEnvironment());
    }

    [Fact]
    public void What_is_given_outranks_the_settings()
    {
        Set("AWS_REGION=us-east-1 AWS_ENDPOINT_URL_DYNAMODB=http://b:2 AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=true");
        Assert.Equal(new DynamoEndpoint(new Uri("http://c:3"), "us-east-1"), DynamoEndpoint.FromEnvironment("http://c:3"));
        Assert.Equal(new DynamoEndpoint(new Uri("http://c:3"), "eu-west-3"), DynamoEndpoint.FromEnvironment("http://c:3", "eu-west-3"));
    }

    [Fact]
    public void Every_region_has_the_sdks_endpoint()
    {
        foreach (var extra in new[] { "", " AWS_USE_DUALSTACK_ENDPOINT=true" })
        {
            foreach (var region in RegionEndpoint.EnumerableAllRegions)
            {
                Set("AWS_REGION=" + region.SystemName + extra);
                string sdk;
                try
                {
                    var config = new AmazonDynamoDBConfig { RegionEndpoint = region };
                    sdk = config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(new AmazonDynamoDBRequest())).URL;
                }
                catch (AmazonClientException)
                {
                    continue; // Some partitions have no dual stack.
                }
                Assert.Equal(new Uri(sdk), DynamoEndpoint.FromEnvironment().Url);
            }
        }
    }

    [Theory]
    [InlineData("", "AWS_REGION")]
    [InlineData("AWS_ENDPOINT_URL_DYNAMODB=http://remote:8000", "AWS_REGION")]
    [InlineData("AWS_REGION=us-east-1 AWS_ENDPOINT_URL_DYNAMODB=localhost:8000", "AWS_ENDPOINT_URL_DYNAMODB")]
    [InlineData("AWS_REGION=us-east-1 AWS_ENDPOINT_URL=nonsense", "AWS_ENDPOINT_URL")]
    [InlineData("AWS_REGION=us-east-1 AWS_ENDPOINT_URL=ftp://a:1", "AWS_ENDPOINT_URL")]
    public void What_is_missing_or_malformed_is_named(string settings, string named)
    {
        Set(settings);
        var error = Assert.Throws<ConfigurationException>(() => DynamoEndpoint.FromEnvironment());
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_shortcut_to_the_environments_credentials_gives_what_the_chain_gives()
    {
        string[] names = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"];
        var before = names.ToDictionary(static name => name, Environment.GetEnvironmentVariable);
        try
        {
            foreach (var token in new[] { null, "", "token" })
            {
                Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "AKIDENV");
                Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "secret");
                Environment.SetEnvironmentVariable("AWS_SESSION_TOKEN", token);
                using var chain = new Amazon.Runtime.Credentials.DefaultAWSCredentialsIdentityResolver();
                var expected = await (await chain.ResolveIdentityAsync(null)).GetCredentialsAsync();
                var source = new CredentialSource(given: null);
                var actual = await source.GetAsync(CancellationToken.None);
                Assert.Equal((expected.AccessKey, expected.SecretKey, expected.UseToken), (actual.AccessKey, actual.SecretKey, actual.UseToken));
                if (actual.UseToken) Assert.Equal(expected.Token, actual.Token);

                Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "AKIDNEW");
                Assert.Equal("AKIDENV", (await source.GetAsync(CancellationToken.None)).AccessKey);
                source.Drop();
                Assert.Equal("AKIDNEW", (await source.GetAsync(CancellationToken.None)).AccessKey);
            }
        }
        finally
        {
            foreach (var (name, value) in before) Environment.SetEnvironmentVariable(name, value);
        }
    }
}
