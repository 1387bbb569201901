using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using CsCheck;
using GeekCafe.DynamoDb;

namespace GeekCafe.Runtime.Tests.Transport;

/// <summary>Our signer and the SDK's, on the same requests.</summary>
public sealed class SigV4AgainstSdkTests
{
    private static readonly Gen<string> KeyText = Gen.Char.AlphaNumeric.Array[16, 40].Select(static c => new string(c));
    private static readonly Gen<string?> Token = Gen.OneOf(Gen.Const((string?)null), Gen.Char["abcXYZ019+/="].Array[1, 1200].Select(static c => (string?)new string(c)));
    private static readonly Gen<string> Region = Gen.OneOf("us-east-1", "eu-central-1", "cn-north-1", "us-gov-west-1", "ap-southeast-7");
    private static readonly Gen<DateTime> Time = Gen.DateTime[new DateTime(2015, 1, 1, 0, 0, 0, DateTimeKind.Utc), new DateTime(2099, 12, 31, 0, 0, 0, DateTimeKind.Utc)];

    [Fact]
    public void Both_signers_agree_on_any_request()
    {
        var gen = Gen.Select(KeyText, KeyText, Token, Region, Time, Gen.Byte.Array[0, 5000]);
        gen.Sample(
            static (accessKey, secretKey, token, region, time, body) =>
            {
                var credentials = new ImmutableCredentials(accessKey, secretKey, token);
                var at = DateTime.SpecifyKind(time, DateTimeKind.Utc);
                var (sdk, headers) = SignBySdk(credentials, region, at, body);
                var timestamp = SigV4Signer.Timestamp(at);
                var ours = new SigV4Signer(region, "dynamodb").Authorize(credentials, timestamp, "POST", "/", headers, body);
                Assert.Equal(sdk, ours);
            },
            iter: 500);
    }

    [Fact]
    public void The_kept_key_is_not_used_for_another_day_or_secret()
    {
        var signer = new SigV4Signer("eu-central-1", "dynamodb");
        Gen.Select(Gen.OneOf("secretA", "secretB"), Gen.Int[1, 28]).Sample(
            (secret, day) =>
            {
                var credentials = new ImmutableCredentials("AKID", secret, null);
                var at = new DateTime(2026, 11, day, 12, 0, 0, DateTimeKind.Utc);
                var (sdk, headers) = SignBySdk(credentials, "eu-central-1", at, "{}"u8.ToArray());
                Assert.Equal(sdk, signer.Authorize(credentials, SigV4Signer.Timestamp(at), "POST", "/", headers, "{}"u8));
            },
            iter: 200);
    }

    private static (string Authorization, SignedHeader[] Headers) SignBySdk(ImmutableCredentials credentials, string region, DateTime at, byte[] body)
    {
        var request = new DefaultRequest(new AmazonDynamoDBRequest(), "Amazon.DynamoDBv2")
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            Content = body,
            Endpoint = new Uri($"https://dynamodb.{region}.amazonaws.com/"),
            AuthenticationRegion = region,
        };
        request.Headers["Content-Type"] = "application/x-amz-json-1.0";
        request.Headers["X-Amz-Target"] = "DynamoDB_20120810.GetItem";
        if (credentials.UseToken) request.Headers["X-Amz-Security-Token"] = credentials.Token;
        var config = new AmazonDynamoDBConfig { RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(region) };
        var result = new AWS4Signer().SignRequest(request, config, null, credentials.AccessKey, credentials.SecretKey, at);
        var headers = result.SignedHeaders.Split(';')
            .Select(name => new SignedHeader(name, request.Headers.First(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value))
            .ToArray();
        return (result.ForAuthorizationHeader, headers);
    }
}
