using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GeekCafe.Testing;

/// <summary>Gathers what a request has and writes it as one kind of event. Made by <see cref="LambdaEvents"/>.</summary>
public sealed class LambdaEventBuilder
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly LambdaEventShape _shape;
    private readonly string _method;
    private readonly string _path;
    private readonly List<KeyValuePair<string, string>> _headers = [];
    private readonly List<KeyValuePair<string, string>> _query = [];
    private readonly Dictionary<string, string> _claims = [];
    private Dictionary<string, object?>? _context;
    private string? _body;
    private bool _isBase64;
    private string _stage = "$default";
    private string _requestId = "test-request";
    private string _apiId = "test-api";

    internal LambdaEventBuilder(LambdaEventShape shape, string method, string path) => (_shape, _method, _path) = (shape, method, path);

    private bool HasTextQuery => _shape is LambdaEventShape.HttpV2 or LambdaEventShape.FunctionUrl;

    private bool IsLoadBalancer => _shape is LambdaEventShape.LoadBalancer or LambdaEventShape.LoadBalancerMultiValue;

    /// <summary>Adds a header. The same name again adds a value.</summary>
    public LambdaEventBuilder WithHeader(string name, string value)
    {
        _headers.Add(new(name, value));
        return this;
    }

    /// <summary>Adds a query parameter, not encoded. The same name again adds a value.</summary>
    public LambdaEventBuilder WithQuery(string name, string value)
    {
        _query.Add(new(name, value));
        return this;
    }

    /// <summary>The claims of a caller as the gateway's JWT or user-pool authorizer passes them on.</summary>
    /// <param name="tenantId">Claim <c>custom:tenant_id</c>.</param>
    /// <param name="userId">Claim <c>sub</c>.</param>
    /// <param name="roles">
    /// Claim <c>cognito:groups</c>, in the form this kind of gateway writes arrays; left out when there are none.
    /// </param>
    public LambdaEventBuilder WithCaller(string tenantId, string userId, params string[] roles)
    {
        WithClaim("custom:tenant_id", tenantId).WithClaim("sub", userId);
        if (roles.Length == 0) return this;
        return WithClaim("cognito:groups", _shape == LambdaEventShape.HttpV2 ? $"[{string.Join(' ', roles)}]" : string.Join(',', roles));
    }

    /// <summary>Sets one claim.</summary>
    /// <exception cref="InvalidOperationException">This kind of event carries no claims.</exception>
    public LambdaEventBuilder WithClaim(string name, string value)
    {
        RefuseWithoutAuthorizer();
        _claims[name] = value;
        return this;
    }

    /// <summary>Sets a value of a Lambda authorizer's context.</summary>
    /// <exception cref="InvalidOperationException">This kind of event has no authorizer.</exception>
    public LambdaEventBuilder WithAuthorizerContext(string name, object? value)
    {
        RefuseWithoutAuthorizer();
        (_context ??= [])[name] = value;
        return this;
    }

    /// <summary>A JSON body with its content type.</summary>
    public LambdaEventBuilder WithJson(string json) => WithHeader("content-type", "application/json").WithBody(json);

    /// <summary>A body as text.</summary>
    public LambdaEventBuilder WithBody(string text)
    {
        (_body, _isBase64) = (text, false);
        return this;
    }

    /// <summary>A body in base64.</summary>
    public LambdaEventBuilder WithBody(ReadOnlySpan<byte> bytes)
    {
        (_body, _isBase64) = (Convert.ToBase64String(bytes), true);
        return this;
    }

    /// <summary>The stage. Default <c>$default</c>.</summary>
    public LambdaEventBuilder WithStage(string stage)
    {
        _stage = stage;
        return this;
    }

    /// <summary>The gateway's request id. Default <c>test-request</c>.</summary>
    public LambdaEventBuilder WithRequestId(string requestId)
    {
        _requestId = requestId;
        return this;
    }

    /// <summary>The API's id. Default <c>test-api</c>.</summary>
    public LambdaEventBuilder WithApiId(string apiId)
    {
        _apiId = apiId;
        return this;
    }

    /// <summary>Writes the event.</summary>
    /// <returns>JSON in UTF-8.</returns>
    public byte[] Build()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Relaxed))
        {
            json.WriteStartObject();
            if (HasTextQuery) WriteVersion2(json);
            else WriteVersion1(json);
            if (_body is not null || !HasTextQuery) json.WriteString("body", _body);
            json.WriteBoolean("isBase64Encoded", _isBase64);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>The event as text.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Build());

    private void WriteVersion2(Utf8JsonWriter json)
    {
        var isUrl = _shape == LambdaEventShape.FunctionUrl;
        var decoded = Uri.UnescapeDataString(_path);
        json.WriteString("version", "2.0");
        json.WriteString("routeKey", "$default");
        json.WriteString("rawPath", isUrl ? _path : WithStagePrefix(decoded));
        json.WriteString("rawQueryString", QueryText());
        WriteJoined(json, "headers", _headers, lowerCase: true);
        if (_query.Count > 0) WriteJoined(json, "queryStringParameters", _query, lowerCase: false);
        json.WriteStartObject("requestContext");
        WriteContext(json, isUrl ? $"{_apiId}.lambda-url.eu-central-1.on.aws" : $"{_apiId}.execute-api.eu-central-1.amazonaws.com");
        json.WriteStartObject("http");
        json.WriteString("method", _method);
        json.WriteString("path", isUrl ? decoded : WithStagePrefix(decoded));
        json.WriteString("sourceIp", "192.0.2.1");
        json.WriteEndObject();
        if (_claims.Count > 0 || _context is not null)
        {
            json.WriteStartObject("authorizer");
            if (_claims.Count > 0)
            {
                json.WriteStartObject("jwt");
                WriteClaims(json);
                json.WriteNull("scopes");
                json.WriteEndObject();
            }

            if (_context is not null)
            {
                json.WriteStartObject("lambda");
                WriteAuthorizerContext(json);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteVersion1(Utf8JsonWriter json)
    {
        if (_shape == LambdaEventShape.HttpV1) json.WriteString("version", "1.0");
        if (!IsLoadBalancer) json.WriteString("resource", "/{proxy+}");
        json.WriteString("path", _shape == LambdaEventShape.HttpV1 ? WithStagePrefix(Uri.UnescapeDataString(_path)) : _path);
        json.WriteString("httpMethod", _method);
        var query = IsLoadBalancer ? _query.ConvertAll(static pair => KeyValuePair.Create(Encode(pair.Key), Encode(pair.Value))) : _query;
        if (_shape != LambdaEventShape.LoadBalancerMultiValue)
        {
            WriteLast(json, "headers", _headers);
            WriteLast(json, "queryStringParameters", query);
        }

        if (_shape != LambdaEventShape.LoadBalancer)
        {
            WriteLists(json, "multiValueHeaders", _headers);
            WriteLists(json, "multiValueQueryStringParameters", query);
        }

        json.WriteStartObject("requestContext");
        if (IsLoadBalancer)
        {
            json.WriteStartObject("elb");
            json.WriteString("targetGroupArn", "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/test/0");
            json.WriteEndObject();
        }
        else
        {
            WriteContext(json, $"{_apiId}.execute-api.eu-central-1.amazonaws.com");
            if (_claims.Count > 0 || _context is not null)
            {
                json.WriteStartObject("authorizer");
                if (_claims.Count > 0) WriteClaims(json);
                if (_context is not null) WriteAuthorizerContext(json);
                json.WriteEndObject();
            }
        }

        json.WriteEndObject();
    }

    private void WriteContext(Utf8JsonWriter json, string domain)
    {
        json.WriteString("accountId", "123456789012");
        json.WriteString("apiId", _apiId);
        json.WriteString("domainName", domain);
        json.WriteString("requestId", _requestId);
        json.WriteString("stage", _stage);
    }

    private void WriteClaims(Utf8JsonWriter json)
    {
        json.WriteStartObject("claims");
        foreach (var (name, value) in _claims) json.WriteString(name, value);
        json.WriteEndObject();
    }

    private void WriteAuthorizerContext(Utf8JsonWriter json)
    {
        foreach (var (name, value) in _context!)
        {
            switch (value)
            {
                case null: json.WriteNull(name); break;
                case bool flag: json.WriteBoolean(name, flag); break;
                case int number: json.WriteNumber(name, number); break;
                default: json.WriteString(name, value.ToString()); break;
            }
        }
    }

    private static void WriteJoined(Utf8JsonWriter json, string member, List<KeyValuePair<string, string>> pairs, bool lowerCase)
    {
        json.WriteStartObject(member);
#pragma warning disable CA1308 // Gateways write header names in lower case.
        foreach (var group in pairs.GroupBy(pair => lowerCase ? pair.Key.ToLowerInvariant() : pair.Key))
#pragma warning restore CA1308
        {
            json.WriteString(group.Key, string.Join(',', group.Select(static pair => pair.Value)));
        }

        json.WriteEndObject();
    }

    private static void WriteLast(Utf8JsonWriter json, string member, List<KeyValuePair<string, string>> pairs)
    {
        json.WriteStartObject(member);
        foreach (var group in pairs.GroupBy(static pair => pair.Key)) json.WriteString(group.Key, group.Last().Value);
        json.WriteEndObject();
    }

    private static void WriteLists(Utf8JsonWriter json, string member, List<KeyValuePair<string, string>> pairs)
    {
        json.WriteStartObject(member);
        foreach (var group in pairs.GroupBy(static pair => pair.Key))
        {
            json.WriteStartArray(group.Key);
            foreach (var pair in group) json.WriteStringValue(pair.Value);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private string WithStagePrefix(string path) => _stage == "$default" ? path : $"/{_stage}{path}";

    private string QueryText() => string.Join('&', _query.Select(static pair => $"{Encode(pair.Key)}={Encode(pair.Value)}"));

    private static string Encode(string text) => Uri.EscapeDataString(text);

    private void RefuseWithoutAuthorizer()
    {
        if (_shape == LambdaEventShape.FunctionUrl || IsLoadBalancer)
        {
            throw new InvalidOperationException(
                "Function URLs and load balancers have no authorizer whose claims could be believed; use an API key or a public operation.");
        }
    }
}
