using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace GeekCafe.DynamoDb;

/// <summary>Where DynamoDB is and which region requests are signed for. Asked for once, at start.</summary>
/// <param name="Url">The address requests are posted to.</param>
/// <param name="Region">The region in the signature, such as <c>eu-central-1</c>.</param>
public sealed record DynamoEndpoint(Uri Url, string Region)
{
    // What an emulator on this machine is signed for when nobody says: AWS's first region, which every emulator knows.
    private const string LoopbackRegion = "us-east-1";

    /// <summary>
    /// What the surroundings say, by the AWS SDK's own rules and, for <c>AWS_DEFAULT_REGION</c>, which the SDK for .NET leaves out, those of
    /// the AWS CLI. Address: <paramref name="url"/>, <c>AWS_ENDPOINT_URL_DYNAMODB</c>,
    /// <c>AWS_ENDPOINT_URL</c> (both ignored under <c>AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=true</c>), the profile, then DynamoDB's public
    /// endpoint for the region with <c>AWS_USE_FIPS_ENDPOINT</c> and <c>AWS_USE_DUALSTACK_ENDPOINT</c> heeded. Region:
    /// <paramref name="region"/>, <c>AWS_REGION</c>, <c>AWS_DEFAULT_REGION</c>, the profile, the machine's metadata. An address on this
    /// machine needs no region.
    /// </summary>
    /// <param name="url">An address that outranks every setting.</param>
    /// <param name="region">A region that outranks every setting.</param>
    /// <exception cref="ConfigurationException">No region, or an address that is none.</exception>
    public static DynamoEndpoint FromEnvironment(string? url = null, string? region = null)
    {
        var config = new AmazonDynamoDBConfig();
        var source = url is null ? "AWS_ENDPOINT_URL_DYNAMODB, AWS_ENDPOINT_URL or the profile's endpoint_url" : "the address given";
        url ??= ConfiguredUrl(config, source);
        var address = url is null ? null : Parse(url, source);

        region ??= Variable("AWS_REGION") ?? Variable("AWS_DEFAULT_REGION") ??
            FallbackRegionFactory.GetRegionEndpoint(includeInstanceMetadata: false)?.SystemName;
        if (address is not null) return new DynamoEndpoint(address, region ?? RegionFor(address));

        region ??= FallbackRegionFactory.GetRegionEndpoint(includeInstanceMetadata: true)?.SystemName ?? throw NoRegion();
        config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        var endpoint = config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(new AmazonDynamoDBRequest()));
        return new DynamoEndpoint(new Uri(endpoint.URL), region);
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static string? ConfiguredUrl(AmazonDynamoDBConfig config, string source)
    {
        try
        {
            return config.ServiceURL;
        }
        catch (AmazonClientException e)
        {
            throw Malformed(source, e);
        }
    }

    private static Uri Parse(string url, string source)
    {
        var isAddress = Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
        return isAddress && address!.Host.Length > 0 ? address : throw Malformed(source, null);
    }

    private static string RegionFor(Uri address) => address.IsLoopback
        ? LoopbackRegion
        : FallbackRegionFactory.GetRegionEndpoint(includeInstanceMetadata: true)?.SystemName ?? throw NoRegion();

    private static ConfigurationException NoRegion() => new("No AWS region is set. Set AWS_REGION, for instance AWS_REGION=eu-central-1.");

    // The address is not repeated: it may hold a password.
    private static ConfigurationException Malformed(string source, Exception? reason) =>
        new($"The DynamoDB address in {source} is not an absolute http or https URL. Set it to one, for instance http://127.0.0.1:8000.", reason);
}
