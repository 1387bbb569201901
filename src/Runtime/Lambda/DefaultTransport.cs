using GeekCafe.DynamoDb;

namespace GeekCafe.Lambda;

/// <summary>The transport used when <see cref="LambdaOptions.Transport"/> is not set.</summary>
internal static class DefaultTransport
{
    // The one place to plug in SignedHttpTransport.Create(...).
    public static IDynamoTransport Create(LambdaSettings settings) =>
        throw new ConfigurationException("No transport to DynamoDB is configured; set LambdaOptions.Transport.");
}
