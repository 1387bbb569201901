using System.Text.Json;
using GeekCafe.DynamoDb;
using GeekCafe.Lambda;

namespace GeekCafe.Testing;

/// <summary>
/// What an event source mapping of Lambda is for a table's stream: reads records, gives them to a function in batches and in order, and comes again with
/// what failed. Not safe for two callers at once.
/// </summary>
/// <example>
/// <code>
/// using var function = new LambdaApplication([], options);
/// var pump = new StreamPump(table.Transport, table.Name, function);
/// await pump.PumpAsync();   // everything that has changed so far
/// </code>
/// </example>
public sealed class StreamPump
{
    private readonly TableStream _stream;
    private readonly LambdaApplication _function;
    private readonly Dictionary<string, string> _done = new(StringComparer.Ordinal);

    /// <summary>A pump that begins with the oldest record the stream has.</summary>
    /// <param name="transport">Sends requests to the table's database.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="function">The function, with <see cref="LambdaOptions.Streams"/> set, as <see cref="LambdaOptions.Listen"/> does.</param>
    public StreamPump(IDynamoTransport transport, string table, LambdaApplication function)
    {
        ArgumentNullException.ThrowIfNull(transport);
        ArgumentNullException.ThrowIfNull(function);
        (_stream, _function) = (new(new DynamoClient(transport, TimeProvider.System), table), function);
    }

    /// <summary>The most records of a batch, 1 to 10,000. Default 100, as Lambda's.</summary>
    public int BatchSize { get; init; } = 100;

    /// <summary>How often a record that failed is tried again before it is passed over. Default 3; Lambda's is without end.</summary>
    public int MaxRetries { get; init; } = 3;

    /// <summary>How long to wait before each such retry. Default not at all.</summary>
    public TimeSpan RetryDelay { get; init; }

    /// <summary>Gets the sequence number of each record that was tried often enough: what an on-failure destination is for. Default: nobody.</summary>
    public Action<string>? OnGivenUp { get; init; }

    /// <summary>How far each shard of each stream is done: its last sequence number. To be kept and given to <see cref="Resume"/> after a restart.</summary>
    public IReadOnlyDictionary<string, string> Checkpoint => _done;

    /// <summary>Goes on from where another pump was.</summary>
    public void Resume(IReadOnlyDictionary<string, string> checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        foreach (var (place, sequenceNumber) in checkpoint) _done[place] = sequenceNumber;
    }

    /// <summary>Gives all records that are there to the function, also those that it causes, until there are no more.</summary>
    /// <param name="cancellationToken">Gives up between two batches.</param>
    /// <returns>How many records are done, those given up included.</returns>
    /// <exception cref="LocalDatabaseException">The table has no stream, or the database fails.</exception>
    public async Task<int> PumpAsync(CancellationToken cancellationToken = default)
    {
        var stream = await _stream.FindAsync(cancellationToken);
        var (total, round) = (0, 0);
        do
        {
            round = 0;
            foreach (var shard in await _stream.ShardsAsync(stream, cancellationToken))
            {
                // Shards of two streams may have one id; a table that is made anew has another stream.
                var place = $"{stream}/{shard}";
                var records = await _stream.ReadAsync(stream, shard, _done.GetValueOrDefault(place), cancellationToken);
                round += await DeliverAsync(place, records, cancellationToken);
            }

            total += round;
        }
        while (round > 0);
        return total;
    }

    private async Task<int> DeliverAsync(string place, IReadOnlyList<StreamItem> records, CancellationToken cancellationToken)
    {
        var (at, size, failures) = (0, BatchSize, 0);
        while (at < records.Count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var batch = records.Skip(at).Take(size).ToArray();
            var done = await InvokeAsync(batch);
            if (done is null && batch.Length > 1)
            {
                // A function error says nothing about any record: halves do (BisectBatchOnFunctionError).
                size = batch.Length / 2;
                continue;
            }

            (size, failures) = done is null or 0 ? (size, failures + 1) : (BatchSize, done < batch.Length ? 1 : 0);
            if (failures > MaxRetries)
            {
                OnGivenUp?.Invoke(batch[0].SequenceNumber);
                (done, failures) = (1, 0);
            }

            if (done is > 0 and var count) _done[place] = records[(at += count) - 1].SequenceNumber;
            else if (RetryDelay > TimeSpan.Zero) await Task.Delay(RetryDelay, cancellationToken);
        }

        return records.Count;
    }

    /// <returns>How many records from the first on are done; null for a function error.</returns>
    private async Task<int?> InvokeAsync(StreamItem[] batch)
    {
        using var output = new PooledBuffer();
        var outcome = await _function.HandleAsync(StreamItem.Event(batch), InvocationContext.None, output);
        return outcome.IsError ? null : Answered(batch, output.WrittenMemory);
    }

    /// <summary>The lowest sequence number of the answer is where Lambda comes again; one that is not of the batch fails all of it.</summary>
    private static int? Answered(StreamItem[] batch, ReadOnlyMemory<byte> answer)
    {
        using var json = JsonDocument.Parse(answer);
        var lowest = batch.Length;
        foreach (var failure in json.RootElement.GetProperty("batchItemFailures").EnumerateArray())
        {
            var at = Array.FindIndex(batch, record => record.SequenceNumber == failure.GetProperty("itemIdentifier").GetString());
            if (at < 0) return null;
            lowest = Math.Min(lowest, at);
        }

        return lowest;
    }
}
