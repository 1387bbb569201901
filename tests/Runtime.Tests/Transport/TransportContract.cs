using System.Net;
using System.Net.Sockets;
using System.Text;
using Amazon.Runtime;
using GeekCafe.DynamoDb;
using static GeekCafe.Runtime.Tests.Transport.CannedAnswers;

namespace GeekCafe.Runtime.Tests.Transport;

/// <summary>What every transport must do with every answer. Runs against each implementation.</summary>
public abstract partial class TransportContract
{
    private const string Answer = """{"Item":{"id":{"S":"äöü-1234567890-1234567890"}}}""";
    private static readonly byte[] Request = """{"TableName":"t"}"""u8.ToArray();

    /// <summary>The transport under test.</summary>
    protected abstract IDynamoTransport Create(string url, AWSCredentials credentials, TimeSpan attemptTimeout);

    private IDynamoTransport Create(CannedServer server, TimeSpan? attemptTimeout = null) =>
        Create(server.Url, new SessionAWSCredentials("AKID", "secret", "token"), attemptTimeout ?? TimeSpan.FromSeconds(5));

    private async Task<(DynamoError? Error, string Body)> SendAsync(CannedAnswer answer, DynamoOperation operation = DynamoOperation.PutItem)
    {
        await using var server = new CannedServer(answer);
        var transport = Create(server);
        using var reply = await transport.SendAsync(operation, Request, CancellationToken.None);
        ((IDisposable)transport).Dispose();
        return (reply.Error, Encoding.UTF8.GetString(reply.Body.Span));
    }

    [Fact]
    public async Task The_request_is_a_signed_post_with_the_bytes_as_given()
    {
        await using var server = new CannedServer(Ok("{}"));
        using var reply = await Create(server).SendAsync(DynamoOperation.TransactWriteItems, Request, CancellationToken.None);

        Assert.Null(reply.Error);
        Assert.Equal(1, reply.Attempts);
        var request = Assert.Single(server.Requests);
        Assert.Equal("POST / HTTP/1.1", request.Line);
        Assert.Equal(Request, request.Body);
        Assert.Equal("DynamoDB_20120810.TransactWriteItems", request.Headers["x-amz-target"]);
        Assert.Equal("application/x-amz-json-1.0", request.Headers["content-type"]);
        Assert.Equal("token", request.Headers["x-amz-security-token"]);
        Assert.StartsWith("AWS4-HMAC-SHA256 Credential=AKID/", request.Headers["authorization"], StringComparison.Ordinal);
        Assert.Contains("/eu-central-1/dynamodb/aws4_request", request.Headers["authorization"], StringComparison.Ordinal);
        AssertSignature(request);
    }

    // Signs the request as it arrived and compares: the headers that were signed are the headers that were sent.
    private static void AssertSignature(CannedRequest request)
    {
        var authorization = request.Headers["authorization"];
        var names = authorization.Split("SignedHeaders=")[1].Split(',')[0].Split(';');
        Assert.Contains("host", names);
        Assert.Contains("x-amz-target", names);
        Assert.Contains("x-amz-security-token", names);
        var headers = names.Select(name => new SignedHeader(name, request.Headers[name])).ToArray();
        var credentials = new ImmutableCredentials("AKID", "secret", "token");
        var expected = new SigV4Signer("eu-central-1", "dynamodb").Authorize(credentials, request.Headers["x-amz-date"], "POST", "/", headers, request.Body);
        Assert.Equal(expected.Split("Signature=")[1], authorization.Split("Signature=")[1]);
    }

    [Fact]
    public async Task A_success_is_the_body_as_sent()
    {
        Assert.Equal((null, Answer), await SendAsync(Ok(Answer)));
        Assert.Equal((null, Answer), await SendAsync(Http(200, Answer)));
        Assert.Equal((null, Answer), await SendAsync(Split(Answer)));
        Assert.Equal((null, Answer), await SendAsync(Chunked(Answer)));
        var large = $$"""{"Items":["{{new string('x', 3_000_000)}}"]}""";
        Assert.Equal((null, large), await SendAsync(Ok(large)));
    }

    [Fact]
    public async Task Connections_are_kept()
    {
        await using var server = new CannedServer(Ok(Answer), Error(400, "ValidationException"), Http(503, "<html></html>"), Ok(Answer));
        var transport = Create(server);
        for (var i = 0; i < 5; i++) (await transport.SendAsync(DynamoOperation.GetItem, Request, CancellationToken.None)).Dispose();
        Assert.Equal(1, server.Connections);
    }

    public static TheoryData<int, string, DynamoErrorKind> Codes => new()
    {
        { 400, "ConditionalCheckFailedException", DynamoErrorKind.ConditionFailed },
        { 400, "TransactionCanceledException", DynamoErrorKind.TransactionCanceled },
        { 400, "TransactionConflictException", DynamoErrorKind.WriteConflict },
        { 400, "TransactionInProgressException", DynamoErrorKind.WriteConflict },
        { 400, "ReplicatedWriteConflictException", DynamoErrorKind.WriteConflict },
        { 400, "ProvisionedThroughputExceededException", DynamoErrorKind.Throttled },
        { 400, "ThrottlingException", DynamoErrorKind.Throttled },
        { 400, "RequestLimitExceeded", DynamoErrorKind.Throttled },
        { 400, "LimitExceededException", DynamoErrorKind.Throttled },
        { 400, "AccessDeniedException", DynamoErrorKind.AccessDenied },
        { 400, "UnrecognizedClientException", DynamoErrorKind.AccessDenied },
        { 400, "MissingAuthenticationTokenException", DynamoErrorKind.AccessDenied },
        { 400, "InvalidSignatureException", DynamoErrorKind.AccessDenied },
        { 400, "ExpiredTokenException", DynamoErrorKind.ExpiredCredentials },
        { 400, "ResourceNotFoundException", DynamoErrorKind.NotFound },
        { 400, "ResourceInUseException", DynamoErrorKind.InUse },
        { 400, "IdempotentParameterMismatchException", DynamoErrorKind.TokenMismatch },
        { 400, "ItemCollectionSizeLimitExceededException", DynamoErrorKind.TooLarge },
        { 400, "ValidationException", DynamoErrorKind.Validation },
        { 400, "SerializationException", DynamoErrorKind.Validation },
        { 400, "SomethingNewException", DynamoErrorKind.Other },
        { 500, "InternalServerError", DynamoErrorKind.Unavailable },
        { 503, "ServiceUnavailable", DynamoErrorKind.Unavailable },
        { 500, "SomethingNewException", DynamoErrorKind.Unavailable },
    };

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task A_code_has_one_meaning(int status, string code, DynamoErrorKind kind)
    {
        var (error, body) = await SendAsync(Error(status, code, "because"));
        Assert.Equal(new DynamoError(kind, code, status, status >= 500, "because") { RequestId = "REQ1" }, error);
        Assert.Contains(code, body, StringComparison.Ordinal);

        (error, _) = await SendAsync(Error(status, code), DynamoOperation.GetItem);
        Assert.False(error!.MayHaveBeenApplied);
    }

    public static TheoryData<int, string, DynamoErrorKind, string> OddBodies => new()
    {
        { 500, "", DynamoErrorKind.Unavailable, "Http500" },
        { 503, "<html><body>503 Service Unavailable</body></html>", DynamoErrorKind.Unavailable, "Http503" },
        { 400, "not json", DynamoErrorKind.Other, "Http400" },
        { 400, "[]", DynamoErrorKind.Other, "Http400" },
        { 400, """{"__type":"ValidationException","Message":"capital"}""", DynamoErrorKind.Validation, "ValidationException" },
        { 400, """{"message":"m","__type":"a#b#ThrottlingException","trunc""", DynamoErrorKind.Throttled, "ThrottlingException" },
        { 400, """{"__type":12}""", DynamoErrorKind.Other, "Http400" },
        { 429, "slow down", DynamoErrorKind.Throttled, "Http429" },
        { 413, "", DynamoErrorKind.TooLarge, "Http413" },
        { 302, "", DynamoErrorKind.Other, "Http302" },
        {
            400,
            """{"__type":"com.amazonaws.dynamodb.v20120810#ThrottlingException","message":"m","throttlingReasons":[{"__type":"x#Reason","reason":"TableReadProvisionedThroughputExceeded","resource":"arn"}]}""",
            DynamoErrorKind.Throttled, "ThrottlingException"
        },
        {
            400,
            """{"ThrottlingReasons":[{"reason":"KeyRangeThroughputExceeded"}],"__type":"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException","message":"m"}""",
            DynamoErrorKind.Throttled, "ProvisionedThroughputExceededException"
        },
    };

    [Theory]
    [MemberData(nameof(OddBodies))]
    public async Task Any_error_body_is_survived(int status, string body, DynamoErrorKind kind, string code)
    {
        var (error, _) = await SendAsync(Http(status, body));
        Assert.Equal((kind, code, status, status >= 500), (error!.Kind, error.Code, error.HttpStatus, error.MayHaveBeenApplied));
    }

    public static TheoryData<string, DynamoErrorKind> Cancellations => new()
    {
        { """[{"Code":"None"},{"Code":"ThrottlingError","Message":"m"}]""", DynamoErrorKind.Throttled },
        { """[{"Code":"None"},{"Code":"TransactionConflict","Message":"m"}]""", DynamoErrorKind.WriteConflict },
        { """[{"Code":"TransactionConflict"},{"Code":"ProvisionedThroughputExceeded"}]""", DynamoErrorKind.Throttled },
        { """[{"Code":"ConditionalCheckFailed","Item":{"Code":{"S":"None"}}},{"Code":"None"}]""", DynamoErrorKind.TransactionCanceled },
        { """[{"Code":"TransactionConflict"},{"Code":"ConditionalCheckFailed"}]""", DynamoErrorKind.TransactionCanceled },
        { """[{"Code":"ValidationError"}]""", DynamoErrorKind.TransactionCanceled },
        { "[]", DynamoErrorKind.TransactionCanceled },
        { "null", DynamoErrorKind.TransactionCanceled },
    };

    [Theory]
    [MemberData(nameof(Cancellations))]
    public async Task A_cancelled_transaction_means_what_its_reasons_mean_together(string reasons, DynamoErrorKind kind)
    {
        var (error, body) = await SendAsync(
            Http(400, $$"""{"__type":"x#TransactionCanceledException","CancellationReasons":{{reasons}},"Message":"m"}"""), DynamoOperation.TransactWriteItems);
        Assert.Equal((kind, "TransactionCanceledException", false), (error!.Kind, error.Code, error.MayHaveBeenApplied));
        Assert.Contains("CancellationReasons", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_checksum_is_never_believed()
    {
        foreach (var status in new[] { 200, 400 })
        {
            var (error, body) = await SendAsync(Http(status, Answer, "x-amz-crc32: 12345"));
            Assert.Equal((DynamoErrorKind.Unavailable, "Crc32Mismatch", true), (error!.Kind, error.Code, error.MayHaveBeenApplied));
            Assert.Empty(body);
        }
    }

    [Fact]
    public async Task A_success_that_is_no_object_is_none()
    {
        foreach (var body in new[] { "", "<html></html>", """{"Item":""" })
        {
            var (error, _) = await SendAsync(Http(200, body));
            Assert.Equal((DynamoErrorKind.Unavailable, true), (error!.Kind, error.MayHaveBeenApplied));
        }
    }

    [Fact]
    public async Task Many_requests_at_once_are_all_sent_whole()
    {
        await using var server = new CannedServer(Ok("{}"));
        var transport = Create(server);
        await Parallel.ForAsync(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, cancellation) =>
        {
            var request = Encoding.UTF8.GetBytes($$"""{"n":{{i}}}""");
            using var reply = await transport.SendAsync(DynamoOperation.GetItem, request, cancellation);
            Assert.Null(reply.Error);
        });
        Assert.Equal(200, server.Requests.Select(static r => Encoding.UTF8.GetString(r.Body)).Distinct().Count());
    }

    private static int FreePort()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        return port;
    }
}
