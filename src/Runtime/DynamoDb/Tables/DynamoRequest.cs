using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>A request being written: a JSON writer on a pooled buffer. Rented for one request and given back by <see cref="Dispose"/>.</summary>
internal sealed class DynamoRequest : IDisposable
{
    /// <summary>More requests at once than this are rare; what exceeds it is left to the garbage collector.</summary>
    private const int KeepAtMost = 32;

    /// <summary>Buffers of unusually large items are not worth holding.</summary>
    private const int KeepBytes = 64 * 1024;

    // Requests are never shown to browsers, so nothing needs HTML's escapes, and UTF-8 is shorter than \uXXXX.
    internal static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
        MaxDepth = ItemJson.MaxDepth,
    };

    private static readonly ConcurrentQueue<DynamoRequest> Pool = new();

    private readonly PooledBuffer _buffer = new();
    private bool _asksForCapacity;

    private DynamoRequest() => Json = new Utf8JsonWriter(_buffer, Options);

    /// <summary>Writes the request.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>How many bytes have been written: marks where a part begins or ends.</summary>
    public int Position
    {
        get
        {
            Json.Flush();
            return _buffer.Length;
        }
    }

    /// <summary>The bytes from a position to the end. Valid until the next write.</summary>
    public ReadOnlySpan<byte> Since(int position)
    {
        Json.Flush();
        return _buffer.WrittenSpan[position..];
    }

    /// <summary>All bytes. Valid until the next write.</summary>
    public ReadOnlyMemory<byte> Body
    {
        get
        {
            Json.Flush();
            return _buffer.WrittenMemory;
        }
    }

    /// <summary>Puts the wish to know what was consumed into a request that is written.</summary>
    public void AskForCapacity()
    {
        // A transaction that is sent again has the same bytes.
        if (_asksForCapacity) return;
        _asksForCapacity = true;
        Json.Flush();
        _buffer.Truncate(_buffer.Length - 1);
        _buffer.Write(",\"ReturnConsumedCapacity\":\"INDEXES\"}"u8);
    }

    public static DynamoRequest Rent() => Pool.TryDequeue(out var request) ? request : new DynamoRequest();

    /// <summary>A request whose root object is open and names the table.</summary>
    public static DynamoRequest For(string tableName)
    {
        var request = Rent();
        request.Json.WriteStartObject();
        request.Json.WriteString("TableName"u8, tableName);
        return request;
    }

    /// <summary>Back into the pool. Once per renting: a request in the pool twice would be written by two callers.</summary>
    public void Dispose()
    {
        Json.Reset(_buffer);
        _asksForCapacity = false;
        _buffer.Clear(KeepBytes);
        if (Pool.Count < KeepAtMost) Pool.Enqueue(this);
        else _buffer.Dispose();
    }
}
