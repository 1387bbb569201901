using GeekCafe.DynamoDb;

namespace GeekCafe.Lambda;

/// <summary>The transport used when <see cref="LambdaOptions.Transport"/> is not set.</summary>
internal static class DefaultTransport
{
    public static IDynamoTransport Create(LambdaSettings settings) => 
        new SignedHttpTransport(new SignedHttpOptions { Endpoint = DynamoEndpoint.FromEnvironment(region: settings.Region) });
}
