using GeekCafe.DynamoDb;

namespace GeekCafe;

/// <summary>Reads on in one shard.</summary>
/// <param name="query">The shard's partition.</param>
/// <param name="after">Where to begin.</param>
/// <param name="limit">The most items to read.</param>
internal delegate ValueTask<ServiceResult<QueryPage<TRow>>> ShardQuery<TRow>(KeyQuery query, QueryPosition? after, int limit);

/// <summary>One shard of a list: what was read of it and not taken yet. Dispose it.</summary>
/// <param name="query">The shard's partition.</param>
/// <param name="after">The position all shards go on after; null: from the start.</param>
internal sealed class ShardReader<TRow>(KeyQuery query, QueryPosition? after) : IDisposable
{
    private QueryPage<TRow>? _page;
    private int _at;
    private int _asked;

    /// <summary>Whether a row has been read that was not taken.</summary>
    public bool HasRow => _page is not null && _at < _page.Count;

    /// <summary>Whether nothing is left here, read or not.</summary>
    public bool IsOver => _page is { Next: null } && !HasRow;

    /// <summary>Of the row if there is one, otherwise of the last item read: the next rows come after it.</summary>
    public QueryPosition Position { get; private set; }

    /// <summary>The rows read last.</summary>
    public QueryPage<TRow> Rows => _page!;

    /// <summary>Which of them is the row.</summary>
    public int Index => _at;

    public void Advance()
    {
        _at++;
        Stand();
    }

    /// <summary>Reads on, once what was read has been taken.</summary>
    /// <param name="read">Asks the database.</param>
    /// <param name="share">How many items are expected to be taken from here.</param>
    /// <param name="most">The most items to read.</param>
    /// <returns>How many items were withheld, or an error.</returns>
    public async ValueTask<ServiceResult<int>> ReadAsync(ShardQuery<TRow> read, int share, int most)
    {
        // The less there was to show, the more is read at once.
        _asked = _page is not null && _page.Count < _asked ? Math.Min(2 * _asked, Math.Max(share, most)) : share;
        var result = await read(query, _page is null ? after : _page.Next, _asked).ConfigureAwait(false);
        if (!result.TryGet(out var page, out var error)) return error;
        _page?.Dispose();
        (_page, _at) = (page, 0);
        Stand();
        return page.Withheld;
    }

    public void Dispose() => _page?.Dispose();

    private void Stand()
    {
        if (HasRow) Position = _page!.PositionOf(_at);
        else if (_page!.Next is { } next) Position = next;
    }
}
