using System.Text.Json;

namespace GeekCafe.Lambda;

/// <summary>
/// Writes log lines, one JSON object each, with the member names Lambda filters on. No values, tokens, cursors or exception messages:
/// only what kind of thing happened, where, and how long it took.
/// </summary>
/// <remarks>A line is one write, so that lines of several workers do not mix.</remarks>
internal sealed class RequestLog(Func<Stream> output, Func<Stream> errors)
{
    /// <summary>The process's output streams, opened when first needed: most invocations log nothing.</summary>
    public static RequestLog Standard { get; } = new(Console.OpenStandardOutput, Console.OpenStandardError);

    private readonly Lazy<Stream> _output = new(output);
    private readonly Lazy<Stream> _errors = new(errors);

    /// <summary>Writes the line of a request to stdout.</summary>
    public void WriteRequest(string requestId, string? operation, int status, TimeSpan duration, bool coldStart)
    {
        using var line = new PooledBuffer();
        using (var json = Begin(line, status >= 500 ? "ERROR" : status >= 400 ? "WARN" : "INFO", requestId))
        {
            json.WriteString("operation"u8, operation);
            json.WriteNumber("status"u8, status);
            json.WriteNumber("durationMs"u8, Math.Round(duration.TotalMilliseconds, 2));
            json.WriteBoolean("coldStart"u8, coldStart);
            json.WriteEndObject();
        }

        Write(_output, line);
    }

    /// <summary>Writes the line of an exception to stderr: its type and stack, without its message, which may hold anything.</summary>
    public void WriteFailure(string requestId, Exception exception)
    {
        using var line = new PooledBuffer();
        using (var json = Begin(line, "ERROR", requestId))
        {
            json.WriteString("message"u8, "An exception escaped a handler.");
            json.WriteStartArray("exceptions"u8);
            for (var current = exception; current is not null; current = current.InnerException)
            {
                json.WriteStartObject();
                json.WriteString("type"u8, current.GetType().FullName);
                json.WriteString("stack"u8, current.StackTrace);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        Write(_errors, line);
    }

    /// <summary>Writes a line of our own words to stderr.</summary>
    public void WriteMessage(string level, string requestId, string message)
    {
        using var line = new PooledBuffer();
        using (var json = Begin(line, level, requestId))
        {
            json.WriteString("message"u8, message);
            json.WriteEndObject();
        }

        Write(_errors, line);
    }

    private static Utf8JsonWriter Begin(PooledBuffer line, string level, string requestId)
    {
        var json = new Utf8JsonWriter(line);
        json.WriteStartObject();
        json.WriteString("timestamp"u8, DateTime.UtcNow);
        json.WriteString("level"u8, level);
        json.WriteString("requestId"u8, requestId);
        return json;
    }

    private static void Write(Lazy<Stream> stream, PooledBuffer line)
    {
        line.Write("\n"u8);
        try
        {
            stream.Value.Write(line.WrittenSpan);
        }
        catch (IOException)
        {
            // Nobody reads the log. That is no reason to fail a request.
        }
    }
}
