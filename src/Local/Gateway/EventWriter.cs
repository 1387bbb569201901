using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace GeekCafe.Local;

/// <summary>Writes a request as the event API Gateway sends for an HTTP API, payload format 2.0.</summary>
internal static class EventWriter
{
    private const string Account = "000000000000";
    private const string Api = "local";

    private static readonly string[] TextTypes = ["application/json", "application/xml", "application/javascript"];

    public static void Write(IBufferWriter<byte> output, GatewayCall call)
    {
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("version", "2.0");
        json.WriteString("routeKey", call.Route.Key);
        json.WriteString("rawPath", Uri.UnescapeDataString(call.Path));
        json.WriteString("rawQueryString", call.Query);
        WriteHeaders(json, call);
        WriteMap(json, "queryStringParameters", Query(call.Query));
        WriteContext(json, call);
        WriteMap(json, "pathParameters", call.Route.Parameters);
        WriteBody(json, call);
        json.WriteEndObject();
    }

    /// <summary>Whether the gateway passes bodies of the type as text; all others it encodes in base64.</summary>
    internal static bool IsText(string? contentType)
    {
        var type = (contentType ?? "").Split(';')[0].Trim();
        return type.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
            || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase)
            || type.EndsWith("+xml", StringComparison.OrdinalIgnoreCase)
            || TextTypes.Contains(type, StringComparer.OrdinalIgnoreCase);
    }

    private static void WriteHeaders(Utf8JsonWriter json, GatewayCall call)
    {
        const StringSplitOptions Clean = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        var cookies = call.Http.Headers.Cookie.SelectMany(static line => (line ?? "").Split(';', Clean)).ToArray();
        if (cookies.Length > 0)
        {
            json.WriteStartArray("cookies");
            foreach (var cookie in cookies) json.WriteStringValue(cookie);
            json.WriteEndArray();
        }

        // What the gateway says about the client replaces what the client says about itself, except that it appends to x-forwarded-for.
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, values) in call.Http.Headers)
        {
            if (name.Equals("cookie", StringComparison.OrdinalIgnoreCase)) continue;
            headers[name.ToLowerInvariant()] = string.Join(',', values.ToArray());
        }

        headers["x-forwarded-for"] = headers.TryGetValue("x-forwarded-for", out var hops) ? $"{hops}, {SourceIp(call)}" : SourceIp(call);
        headers["x-forwarded-port"] = (call.Http.Host.Port ?? 80).ToString(CultureInfo.InvariantCulture);
        headers["x-forwarded-proto"] = call.Http.Scheme;
        WriteMap(json, "headers", headers);
    }

    private static List<KeyValuePair<string, string>> Query(string raw)
    {
        var parameters = new List<KeyValuePair<string, string>>();
        foreach (var pair in new QueryStringEnumerable(raw))
        {
            var (name, value) = (pair.DecodeName().ToString(), pair.DecodeValue().ToString());
            var earlier = parameters.FindIndex(each => each.Key == name);
            if (earlier < 0) parameters.Add(new(name, value));
            else parameters[earlier] = new(name, $"{parameters[earlier].Value},{value}");
        }

        return parameters;
    }

    private static void WriteContext(Utf8JsonWriter json, GatewayCall call)
    {
        json.WriteStartObject("requestContext");
        json.WriteString("accountId", Account);
        json.WriteString("apiId", Api);
        if (call.Token is { } token) WriteAuthorizer(json, token);
        json.WriteString("domainName", call.Http.Host.Host);
        json.WriteString("domainPrefix", call.Http.Host.Host.Split('.')[0]);
        json.WriteStartObject("http");
        json.WriteString("method", call.Http.Method);
        json.WriteString("path", Uri.UnescapeDataString(call.Path));
        json.WriteString("protocol", call.Http.Protocol);
        json.WriteString("sourceIp", SourceIp(call));
        json.WriteString("userAgent", call.Http.Headers.UserAgent.ToString());
        json.WriteEndObject();
        json.WriteString("requestId", call.RequestId);
        json.WriteString("routeKey", call.Route.Key);
        json.WriteString("stage", "$default");
        json.WriteString("time", call.Time.UtcDateTime.ToString("dd'/'MMM'/'yyyy':'HH':'mm':'ss '+0000'", CultureInfo.InvariantCulture));
        json.WriteNumber("timeEpoch", call.Time.ToUnixTimeMilliseconds());
        json.WriteEndObject();
    }

    private static void WriteAuthorizer(Utf8JsonWriter json, VerifiedToken token)
    {
        json.WriteStartObject("authorizer");
        json.WriteStartObject("jwt");
        WriteMap(json, "claims", token.Claims);
        json.WriteNull("scopes");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteBody(Utf8JsonWriter json, GatewayCall call)
    {
        var text = IsText(call.Http.ContentType);
        if (call.Body.Length > 0 && text) json.WriteString("body", Encoding.UTF8.GetString(call.Body.Span));
        if (call.Body.Length > 0 && !text) json.WriteBase64String("body", call.Body.Span);
        json.WriteBoolean("isBase64Encoded", call.Body.Length > 0 && !text);
    }

    private static void WriteMap(Utf8JsonWriter json, string name, IReadOnlyCollection<KeyValuePair<string, string>> values)
    {
        if (values.Count == 0) return;
        json.WriteStartObject(name);
        foreach (var (key, value) in values) json.WriteString(key, value);
        json.WriteEndObject();
    }

    private static string SourceIp(GatewayCall call)
    {
        var address = call.Http.HttpContext.Connection.RemoteIpAddress ?? IPAddress.Loopback;
        return (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();
    }
}
