using System.Text;
using Amazon.Runtime;
using GeekCafe.DynamoDb;

namespace GeekCafe.Runtime.Tests.Transport;

/// <summary>
/// The signatures AWS publishes in its Signature Version 4 test suite, for the cases that need no query and no path normalisation
/// (DynamoDB has neither). Names are the suite's.
/// </summary>
public sealed class SigV4VectorTests
{
    private const string Timestamp = "20150830T123600Z";
    private const string Host = "Host:example.amazonaws.com";
    private const string FormHash = "X-Amz-Content-Sha256:9095672bbd1f56dfc5b65f3e153adc8731a4a654192329106275f4c7b24d0b6e";

    private const string StsToken =
        "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==";

    private static readonly SigV4Signer Signer = new("us-east-1", "service");

    public static TheoryData<string, string, string[], string, string> Vectors => new()
    {
        { "get-vanilla", "GET /", [Host], "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31" },
        { "post-vanilla", "POST /", [Host], "", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b" },
        { "post-header-key-sort", "POST /", [Host, "My-Header1:value1"], "", "c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c" },
        { "post-header-value-case", "POST /", [Host, "My-Header1:VALUE1"], "", "cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d" },
        {
            "get-header-value-trim", "GET /", [Host, "My-Header1: value1", "My-Header2: \"a   b   c\""], "",
            "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736"
        },
        {
            "get-header-value-order", "GET /", [Host, "My-Header1:value4", "My-Header1:value1", "My-Header1:value3", "My-Header1:value2"], "",
            "08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01"
        },
        {
            "get-header-key-duplicate", "GET /", [Host, "My-Header1:value2", "My-Header1:value2", "My-Header1:value1"], "",
            "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea"
        },
        {
            "get-header-value-multiline", "GET /", [Host, "My-Header1:value1   value2      value3"], "",
            "cfd34249e4b1c8d6b91ef74165d41a32e5fab3306300901bb65a51a73575eefd"
        },
        {
            "get-unreserved", "GET /-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", [Host], "",
            "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f"
        },
        {
            "post-x-www-form-urlencoded", "POST /", ["Content-Type:application/x-www-form-urlencoded", Host, "Content-Length:13", FormHash], "Param1=value1",
            "d3875051da38690788ef43de4db0d8f280229d82040bfac253562e56c3f20e0b"
        },
        {
            "post-x-www-form-urlencoded-parameters", "POST /",
            ["Content-Type:application/x-www-form-urlencoded; charset=utf-8", Host, "Content-Length:13", FormHash], "Param1=value1",
            "328d1b9eaadca9f5818ef05e8392801e091653bafec24fcab71e7344e7f51422"
        },
        {
            "get-vanilla-with-session-token", "GET /", [Host, "X-Amz-Security-Token:6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267"], "",
            "07ec1639c89043aa0e3e2de82b96708f198cceab042d4a97044c66dd9f74e7f8"
        },
        {
            "post-sts-header-before", "POST /", [Host, "X-Amz-Security-Token:" + StsToken], "",
            "85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead"
        },
        // The token is added to the request, but after signing.
        { "post-sts-header-after", "POST /", [Host], "", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b" },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void The_published_signature_is_reproduced(string name, string requestLine, string[] headers, string body, string signature)
    {
        Assert.NotEmpty(name);
        var (method, path) = (requestLine.Split(' ')[0], requestLine.Split(' ')[1]);
        var signed = headers.Append("X-Amz-Date:" + Timestamp)
            .Select(static line => (Name: line[..line.IndexOf(':')].ToLowerInvariant(), Value: line[(line.IndexOf(':') + 1)..]))
            .GroupBy(static header => header.Name, static header => header.Value)
            .Select(static group => new SignedHeader(group.Key, string.Join(',', group)))
            .OrderBy(static header => header.Name, StringComparer.Ordinal)
            .ToArray();

        var credentials = new ImmutableCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", token: null);
        var authorization = Signer.Authorize(credentials, Timestamp, method, path, signed, Encoding.UTF8.GetBytes(body));

        Assert.Equal(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=" +
            string.Join(';', signed.Select(static header => header.Name)) + ", Signature=" + signature,
            authorization);
    }
}
