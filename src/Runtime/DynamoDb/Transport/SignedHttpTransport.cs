using System.Net;
using System.Runtime.CompilerServices;
using Amazon.Runtime;

namespace GeekCafe.DynamoDb;

/// <summary>
/// The default transport: a signed POST over a kept connection, HTTP/1.1. Safe for any number of threads; one instance per process keeps
/// the connections, the signing key and the clock's correction.
/// </summary>
public sealed class SignedHttpTransport : IDynamoTransport, IDisposable
{
    private const string ContentType = "application/x-amz-json-1.0";

    private readonly SignedHttpOptions _options;
    private readonly TimeProvider _clock;
    private readonly ClockOffset _time;
    private readonly CredentialSource _credentials;
    private readonly SigV4Signer _signer;
    private readonly HttpMessageInvoker _http;
    private readonly Uri _url;
    private readonly string _host;

    /// <summary>A transport; it opens no connection yet.</summary>
    /// <param name="options">Where to and how long. Null: the defaults, from the surroundings.</param>
    /// <param name="clock">Dates signatures and ends attempts. Null: the system's.</param>
    /// <exception cref="ConfigurationException">No region, or an address that is none.</exception>
    public SignedHttpTransport(SignedHttpOptions? options = null, TimeProvider? clock = null)
    {
        _options = options ?? new SignedHttpOptions();
        _clock = clock ?? TimeProvider.System;
        _time = new ClockOffset(_clock);
        _credentials = new CredentialSource(_options.Credentials);
        Endpoint = _options.Endpoint ?? DynamoEndpoint.FromEnvironment();
        _url = Endpoint.Url;
        _host = _url.Authority; // Without the port if it is the scheme's own, as in the Host header that is sent.
        _signer = new SigV4Signer(Endpoint.Region, "dynamodb");
        _http = new HttpMessageInvoker(CreateHandler(_options.ConnectTimeout));
    }

    /// <summary>Where requests go and what region they are signed for.</summary>
    public DynamoEndpoint Endpoint { get; }

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<DynamoReply> SendAsync(DynamoOperation operation, ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        using var body = new RequestBody(request);
        using var attempt = new AttemptTimer(_options.AttemptTimeout, _clock, cancellationToken);
        try
        {
            var credentials = await _credentials.GetAsync(attempt.Token).ConfigureAwait(false);
            var signedAt = _time.Now;
            using var message = Sign(operation, request.Span, body, credentials, signedAt);
            using var response = await _http.SendAsync(message, attempt.Token).ConfigureAwait(false);
            var reply = await ReadAsync(operation, response, attempt.Token).ConfigureAwait(false);
            if (reply.Error is { } error) Learn(error, reply, response, signedAt);
            return reply;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new DynamoCanceledException(body.HasBegunToLeave && operation.IsWrite(), cancellationToken);
        }
        catch (Exception e) when (Failures.Recognise(e, attempt.IsOver, body.HasBegunToLeave && operation.IsWrite()) is { } error)
        {
            return DynamoReply.Failure(error);
        }
    }

    /// <inheritdoc/>
    public async ValueTask WarmUpAsync(CancellationToken cancellationToken)
    {
        using var attempt = new AttemptTimer(_options.AttemptTimeout, _clock, cancellationToken);
        try
        {
            var credentials = await _credentials.GetAsync(attempt.Token).ConfigureAwait(false);
            // Signing something derives the day's key. The request itself is DynamoDB's health check, which wants neither signature nor
            // permission; what it answers does not matter, the connection stays in the pool.
            _signer.Authorize(credentials, SigV4Signer.Timestamp(_time.Now), "GET", "/", [], []);
            using var message = new HttpRequestMessage(HttpMethod.Get, _url);
            using var response = await _http.SendAsync(message, attempt.Token).ConfigureAwait(false);
            using var body = await ReadBodyAsync(response.Content, attempt.Token).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The first request will meet the same failure and report it.
        }
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _http.Dispose();

    private static SocketsHttpHandler CreateHandler(TimeSpan connectTimeout) => new()
    {
        ConnectTimeout = connectTimeout,
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null, // Trace headers would be new ones on every request and mean nothing to DynamoDB.
    };

    private HttpRequestMessage Sign(
        DynamoOperation operation, ReadOnlySpan<byte> request, RequestBody body, ImmutableCredentials credentials, DateTimeOffset signedAt)
    {
        var timestamp = SigV4Signer.Timestamp(signedAt);
        var contentType = new SignedHeader("content-type", ContentType);
        var host = new SignedHeader("host", _host);
        var date = new SignedHeader("x-amz-date", timestamp);
        var target = new SignedHeader("x-amz-target", operation.Target());
        ReadOnlySpan<SignedHeader> headers = credentials.UseToken
            ? [contentType, host, date, new SignedHeader("x-amz-security-token", credentials.Token), target]
            : [contentType, host, date, target];
        var authorization = _signer.Authorize(credentials, timestamp, "POST", _url.AbsolutePath, headers, request);

        body.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        var message = new HttpRequestMessage(HttpMethod.Post, _url) { Content = body };
        message.Headers.TryAddWithoutValidation("Authorization", authorization);
        message.Headers.TryAddWithoutValidation("X-Amz-Date", timestamp);
        message.Headers.TryAddWithoutValidation("X-Amz-Target", target.Value);
        if (credentials.UseToken) message.Headers.TryAddWithoutValidation("X-Amz-Security-Token", credentials.Token);
        message.Headers.TryAddWithoutValidation("Accept-Encoding", "identity"); // The checksum is over the bytes as received.
        return message;
    }

    private static async ValueTask<DynamoReply> ReadAsync(DynamoOperation operation, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await ReadBodyAsync(response.Content, cancellationToken).ConfigureAwait(false);
        var isSuccess = response.StatusCode == HttpStatusCode.OK;
        var headers = new ReplyHeaders(
            Header(response, "x-amz-crc32"),
            isSuccess ? null : Header(response, "x-amzn-RequestId"),
            isSuccess ? null : Header(response, "x-amzn-ErrorType"));
        return ReplyReader.Read(operation, (int)response.StatusCode, headers, body);
    }

    private static ValueTask<PooledBuffer> ReadBodyAsync(HttpContent content, CancellationToken cancellationToken) =>
        BodyStream.ReadAsync(content.ReadAsStream(cancellationToken), content.Headers.ContentLength, cancellationToken);

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    // What a refused signature teaches: the right time, or that the credentials are old.
    private void Learn(DynamoError error, DynamoReply reply, HttpResponseMessage response, DateTimeOffset signedAt)
    {
        if (error.Kind == DynamoErrorKind.ExpiredCredentials) _credentials.Drop();
        if (error.Kind == DynamoErrorKind.ClockSkew && !_time.Correct(response.Headers.Date, signedAt)) reply.Reinterpret(DynamoErrorKind.AccessDenied);
    }
}
