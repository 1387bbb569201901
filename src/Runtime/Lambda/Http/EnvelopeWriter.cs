using System.Buffers.Text;
using System.Text.Unicode;

namespace GeekCafe.Lambda;

/// <summary>Writes the JSON by which a function answers an HTTP event of each kind.</summary>
internal static class EnvelopeWriter
{
    /// <summary>Lambda's limit for an answer: 6 MiB and 100 bytes. The Runtime API refuses more, and then the client gets a 502.</summary>
    public const int MaxLength = (6 * 1024 * 1024) + 100;

    /// <summary>A load balancer's limit for an answer: 1 MB (Elastic Load Balancing, "Lambda functions as targets").</summary>
    public const int MaxLoadBalancerLength = 1024 * 1024;

    /// <summary>Writes the answer.</summary>
    public static void Write(PooledBuffer output, ApiResponse response, EventKind kind, bool multiValueHeaders, bool withoutBody)
    {
        response.Complete();
        output.Write("{\"statusCode\":"u8);
        WriteNumber(output, response.StatusCode);
        if (kind == EventKind.LoadBalancer)
        {
            output.Write(",\"statusDescription\":\""u8);
            WriteNumber(output, response.StatusCode);
            output.Write(" "u8);
            output.Write(Reason(response.StatusCode));
            output.Write("\""u8);
        }

        WriteHeaders(output, response, kind == EventKind.LoadBalancer && multiValueHeaders);
        var body = response.Body.WrittenSpan;
        if (body.IsEmpty || withoutBody || response.StatusCode is 204 or 304)
        {
            output.Write(",\"isBase64Encoded\":false}"u8);
        }
        else if (Utf8.IsValid(body))
        {
            output.Write(",\"body\":"u8);
            JsonEscaping.WriteString(output, body);
            output.Write(",\"isBase64Encoded\":false}"u8);
        }
        else
        {
            output.Write(",\"body\":\""u8);
            Base64.EncodeToUtf8(body, output.GetSpan(Base64.GetMaxEncodedToUtf8Length(body.Length)), out _, out var written);
            output.Advance(written);
            output.Write("\",\"isBase64Encoded\":true}"u8);
        }
    }

    /// <summary>A load balancer reads only the map its target group is set to; everything else reads <c>headers</c>.</summary>
    private static void WriteHeaders(PooledBuffer output, ApiResponse response, bool multiValue)
    {
        output.Write(multiValue ? ",\"multiValueHeaders\":{"u8 : ",\"headers\":{"u8);
        var headers = response.Headers;
        for (var i = 0; i < headers.Count; i++)
        {
            if (i > 0) output.Write(","u8);
            JsonEscaping.WriteString(output, headers[i].Key);
            output.Write(multiValue ? ":["u8 : ":"u8);
            JsonEscaping.WriteString(output, headers[i].Value);
            if (multiValue) output.Write("]"u8);
        }

        output.Write("}"u8);
    }

    private static void WriteNumber(PooledBuffer output, int number)
    {
        Utf8Formatter.TryFormat(number, output.GetSpan(11), out var written);
        output.Advance(written);
    }

    private static ReadOnlySpan<byte> Reason(int status) => status switch
    {
        200 => "OK"u8,
        201 => "Created"u8,
        204 => "No Content"u8,
        304 => "Not Modified"u8,
        400 => "Bad Request"u8,
        401 => "Unauthorized"u8,
        403 => "Forbidden"u8,
        404 => "Not Found"u8,
        405 => "Method Not Allowed"u8,
        409 => "Conflict"u8,
        412 => "Precondition Failed"u8,
        413 => "Content Too Large"u8,
        415 => "Unsupported Media Type"u8,
        422 => "Unprocessable Content"u8,
        429 => "Too Many Requests"u8,
        500 => "Internal Server Error"u8,
        503 => "Service Unavailable"u8,
        _ => "Status"u8,
    };
}
