using Amazon.DynamoDBv2;
using Amazon.Runtime;
using GeekCafe.DynamoDb;

namespace GeekCafe.Runtime.Tests.Transport;

public sealed class SdkTransportTests : TransportContract
{
    protected override IDynamoTransport Create(string url, AWSCredentials credentials, TimeSpan attemptTimeout) => new SdkTransport(
        new AmazonDynamoDBConfig { ServiceURL = url, AuthenticationRegion = "eu-central-1", Timeout = attemptTimeout },
        credentials);
}
