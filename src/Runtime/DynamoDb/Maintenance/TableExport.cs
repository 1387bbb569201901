using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>
/// Writes the items of a tenant, of all types, as JSON lines in the format of DynamoDB's export to S3, <c>{"Item":{...}}</c> (developer guide, DynamoDB table
/// export output format). What reads that, such as DynamoDB's import, reads this. It costs what a <see cref="TableScan"/> costs.
/// </summary>
/// <param name="environment">What services share. Its Capacity gets what each request consumed.</param>
public sealed class TableExport(ServiceEnvironment environment)
{
    private readonly DynamoTable _table = new(environment.Client, environment.TableName, environment.Capacity);

    /// <summary>
    /// Writes items as they are stored: resources, audit trails, unique values and counters. With
    /// <see cref="ScanOptions.AcrossTenants"/>, all of every tenant, and what has none.
    /// </summary>
    /// <param name="caller">Background work: <see cref="Caller.ForSystem"/>.</param>
    /// <param name="stream">Takes the lines. It is flushed before each checkpoint, and not closed.</param>
    /// <param name="options">How. Null: all that lives. A copy to restore from wants deleted and expired items as well.</param>
    /// <param name="from">Where an export that failed goes on, with the same options. Null: from the start.</param>
    /// <param name="progress">Gets a checkpoint whenever the lines of a page are written. Called by one thread at a time. Null: nobody does.</param>
    /// <param name="cancellationToken">Gives up; lines after the last checkpoint may be in the stream.</param>
    /// <returns>How many items were written, AccessDenied if the caller is a person, or a failure of the database.</returns>
    /// <exception cref="ArgumentException">An option is out of its range, or the checkpoint is of another number of segments.</exception>
    public async Task<ServiceResult<long>> ExportAsync(Caller caller, Stream stream, ScanOptions? options = null, ExportCheckpoint? from = null,
        Action<ExportCheckpoint>? progress = null, CancellationToken cancellationToken = default)
    {
        if (TableScan.Refusal(caller) is { } refusal) return refusal;
        ArgumentNullException.ThrowIfNull(stream);
        options ??= new();
        options.Validate();
        if (from is not null && from.Segments != options.Segments) throw new ArgumentException("The checkpoint is of another number of segments.", nameof(from));

        using var output = new Output(stream, from?.Copy() ?? new(options.Segments), progress);
        ServiceError? failure = null;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Segments, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, options.Segments, parallel, async (segment, token) =>
        {
            while (!output.IsOver(segment) && Volatile.Read(ref failure) is null)
            {
                if (await ExportPageAsync(caller, options, segment, output, token).ConfigureAwait(false) is { } error) Volatile.Write(ref failure, error);
            }
        }).ConfigureAwait(false);
        return failure is null ? output.Items : failure;
    }

    private async Task<ServiceError?> ExportPageAsync(Caller caller, ScanOptions options, int segment, Output output, CancellationToken cancellationToken)
    {
        var tenantId = options.AcrossTenants is null ? caller.TenantId : null;
        var read = await _table.ScanAsync(null, tenantId, options, segment, output.After(segment), TableCall.For(caller, cancellationToken)).ConfigureAwait(false);
        if (!read.TryGet(out var page, out var error)) return error;
        using (page)
        {
            using var lines = new PooledBuffer();
            var count = 0;
            for (var i = 0; i < page.Count; i++)
            {
                if (!IsWanted(page[i], tenantId, options)) continue;
                Line(lines, page[i]);
                count++;
            }

            await output.WriteAsync(segment, lines.WrittenMemory, count, page.Next, cancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    /// <summary>Compares the item's tenant, whatever the filter let through, and looks at its time to live.</summary>
    private bool IsWanted(ReadOnlySpan<byte> item, string? tenantId, ScanOptions options)
    {
        var attributes = new StoredAttributes(item);
        if (tenantId is not null && !string.Equals(attributes.Text(ServiceAttributes.TenantId), tenantId, StringComparison.Ordinal)) return false;
        return options.IncludeExpired || attributes.Number(TimeToLive.Attribute) is not { } end || end > environment.Clock.GetUtcNow().ToUnixTimeSeconds();
    }

    private static void Line(PooledBuffer lines, ReadOnlySpan<byte> item)
    {
        lines.Write("{\"Item\":"u8);
        if (item.Contains((byte)'\n') || item.Contains((byte)'\r'))
        {
            // DynamoDB answers in compact JSON; what stands between may not, and a line is a line.
            var reader = ItemJson.Reader(item);
            using var document = JsonDocument.ParseValue(ref reader);
            using var json = new Utf8JsonWriter(lines, DynamoRequest.Options);
            document.RootElement.WriteTo(json);
        }
        else
        {
            lines.Write(item);
        }

        lines.Write("}\n"u8);
    }

    /// <summary>The stream, one page at a time, and how far it has come.</summary>
    private sealed class Output(Stream stream, ExportCheckpoint checkpoint, Action<ExportCheckpoint>? progress) : IDisposable
    {
        private readonly SemaphoreSlim _turn = new(1);

        public long Items { get; private set; }

        public byte[]? After(int segment) => checkpoint.After(segment);

        public bool IsOver(int segment) => checkpoint.IsOver(segment);

        public async ValueTask WriteAsync(int segment, ReadOnlyMemory<byte> lines, int count, byte[]? next, CancellationToken cancellationToken)
        {
            await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                if (lines.Length > 0) await stream.WriteAsync(lines, cancellationToken).ConfigureAwait(false);
                if (progress is not null) await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
                Items += count;
                checkpoint.Advance(segment, next);
                progress?.Invoke(checkpoint.Copy());
            }
            finally
            {
                _turn.Release();
            }
        }

        public void Dispose() => _turn.Dispose();
    }
}
