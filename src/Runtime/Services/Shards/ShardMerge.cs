using GeekCafe.DynamoDb;
using GeekCafe.Keys;

namespace GeekCafe;

/// <summary>
/// The shards of a partition as one list, in the order of sort keys. No row is given out while another shard might still hold one that comes before
/// it. Dispose it.
/// </summary>
/// <remarks>
/// Sort keys differ within a list, as the generator ensures (GCG0072). So one sort key says where the list goes on in every shard, and a cursor is as
/// long as that of a list without shards.
/// </remarks>
internal sealed class ShardMerge<TRow> : IDisposable
{
    /// <summary>How many shards are asked at once: a page of all should not take all connections.</summary>
    private const int MaxParallel = 16;

    private readonly ShardReader<TRow>[] _shards;
    private readonly ShardQuery<TRow> _read;
    private readonly bool _descending;
    private readonly int _mostReads;
    private QueryPosition? _position;

    /// <param name="query">The list.</param>
    /// <param name="after">Where to begin.</param>
    /// <param name="descending">Whether the largest sort key comes first.</param>
    /// <param name="maxReads">The most items to read at once when earlier reads found too few to show, of all shards together.</param>
    /// <param name="read">Asks the database.</param>
    public ShardMerge(KeyQuery query, QueryPosition? after, bool descending, int maxReads, ShardQuery<TRow> read)
    {
        (_position, _descending, _read) = (after, descending, read);
        _mostReads = maxReads / query.Shards;
        _shards = new ShardReader<TRow>[query.Shards];
        for (var i = 0; i < _shards.Length; i++) _shards[i] = new(query with { Partition = Shard.PartitionKey(query.Partition, i), Shards = 0 }, after);
    }

    /// <summary>Where the list goes on after the rows taken; null when it is over.</summary>
    public QueryPosition? Next => Array.TrueForAll(_shards, static shard => shard.IsOver) ? null : _position;

    /// <summary>
    /// What a shard is asked for when so many rows are wanted: its share, and two standard deviations and one more, so that few shards have to be
    /// asked again. docs/shards.md has what was measured.
    /// </summary>
    internal static int Share(int wanted, int shards)
    {
        var mean = (double)wanted / shards;
        return Math.Min(wanted, (int)Math.Ceiling(mean + (2 * Math.Sqrt(mean)) + 1));
    }

    /// <summary>Reads on in every shard of which all has been taken.</summary>
    /// <param name="wanted">How many rows are wanted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many items were withheld, or an error.</returns>
    public async ValueTask<ServiceResult<int>> FillAsync(int wanted, CancellationToken cancellationToken)
    {
        var share = Share(wanted, _shards.Length);
        var withheld = 0;
        ServiceError? failure = null;
        var dry = Array.FindAll(_shards, static shard => shard is { HasRow: false, IsOver: false });
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = MaxParallel, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(dry, parallel, async (shard, _) =>
        {
            if (Volatile.Read(ref failure) is not null) return;
            if ((await shard.ReadAsync(_read, share, _mostReads).ConfigureAwait(false)).TryGet(out var count, out var error)) Interlocked.Add(ref withheld, count);
            else Volatile.Write(ref failure, error);
        }).ConfigureAwait(false);
        return failure is null ? withheld : failure;
    }

    /// <summary>The shard whose row comes next; null when shards have to be read on first, or the list is over.</summary>
    public ShardReader<TRow>? Peek()
    {
        ShardReader<TRow>? first = null;
        foreach (var shard in _shards)
        {
            // Of two equal positions a row is the one to take: what its shard goes on with comes after.
            if (shard.IsOver || (first is not null && (Compare(shard, first) is var order && (order > 0 || (order == 0 && !shard.HasRow))))) continue;
            first = shard;
        }

        if (first is { HasRow: true }) return first;

        // All shards have been read up to here, and what else was read comes after.
        if (first is not null) _position = first.Position;
        return null;
    }

    /// <summary>Takes the row of a shard.</summary>
    public void Take(ShardReader<TRow> shard)
    {
        _position = shard.Position;
        shard.Advance();
    }

    public void Dispose()
    {
        foreach (var shard in _shards) shard.Dispose();
    }

    private int Compare(ShardReader<TRow> one, ShardReader<TRow> other)
    {
        var order = Utf8Order.Compare(one.Position.Sort, other.Position.Sort);
        return _descending ? -order : order;
    }
}
