namespace GeekCafe.DynamoDb;

/// <summary>Reads a response body to its end.</summary>
internal static class BodyStream
{
    private const int FirstRead = 16 * 1024;
    private const int MostReserved = 1024 * 1024; // A wrong Content-Length must not reserve what will not come.

    /// <summary>The whole body; it belongs to the caller.</summary>
    /// <param name="stream">The body.</param>
    /// <param name="announced">The Content-Length, or null or a negative number.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="IOException">It ended before it should, or the connection broke.</exception>
    public static async ValueTask<PooledBuffer> ReadAsync(Stream stream, long? announced, CancellationToken cancellationToken)
    {
        var body = new PooledBuffer((int)Math.Min(announced is >= 0 ? announced.Value : FirstRead, MostReserved) + 1);
        try
        {
            // Read to the end even when all announced bytes are there: that is what gives the connection back and finds truncation.
            int read;
            do
            {
                read = await stream.ReadAsync(body.GetMemory(), cancellationToken).ConfigureAwait(false);
                body.Advance(read);
            }
            while (read > 0);
            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }
}
