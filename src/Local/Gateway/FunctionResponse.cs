using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace GeekCafe.Local;

/// <summary>Turns what the function answered into an HTTP response, by the gateway's rules for payload format 2.0.</summary>
internal static class FunctionResponse
{
    public static async Task SendAsync(ReadOnlyMemory<byte> answer, HttpResponse response, CancellationToken cancellationToken)
    {
        using var json = JsonDocument.Parse(answer);
        var root = json.RootElement;
        if (root.ValueKind is not JsonValueKind.Object || !root.TryGetProperty("statusCode", out var status))
        {
            // Without a status the whole answer is the body.
            response.ContentType = "application/json";
            await response.BodyWriter.WriteAsync(answer, cancellationToken);
            return;
        }

        response.StatusCode = status.ValueKind is JsonValueKind.String ? int.Parse(status.GetString()!, provider: null) : status.GetInt32();
        if (root.TryGetProperty("headers", out var headers) && headers.ValueKind is JsonValueKind.Object)
        {
            foreach (var header in headers.EnumerateObject()) response.Headers[header.Name] = header.Value.ToString();
        }

        if (root.TryGetProperty("cookies", out var cookies) && cookies.ValueKind is JsonValueKind.Array)
        {
            foreach (var cookie in cookies.EnumerateArray()) response.Headers.Append("Set-Cookie", cookie.GetString());
        }

        var body = Body(root);
        if (body.Length == 0 || response.StatusCode is 204 or 304) return;
        response.ContentType ??= "text/plain;charset=UTF-8";
        response.ContentLength = body.Length;
        await response.BodyWriter.WriteAsync(body, cancellationToken);
    }

    private static byte[] Body(JsonElement root)
    {
        if (!root.TryGetProperty("body", out var body) || body.ValueKind is JsonValueKind.Null) return [];
        if (body.ValueKind is not JsonValueKind.String) return Encoding.UTF8.GetBytes(body.GetRawText());
        var encoded = root.TryGetProperty("isBase64Encoded", out var flag) && flag.ValueKind is JsonValueKind.True;
        return encoded ? body.GetBytesFromBase64() : Encoding.UTF8.GetBytes(body.GetString()!);
    }
}
