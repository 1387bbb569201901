namespace GeekCafe.DynamoDb;

/// <summary>The whole items behind a page of keys, in its order, those that are not there left out.</summary>
internal sealed class FollowedPage<T> : QueryPage<T> where T : class, IResource<T>
{
    private readonly QueryPage<ItemKey> _keys;
    private readonly List<(int Key, int Bytes)> _rows = [];

    private FollowedPage(QueryPage<ItemKey> keys) : base(keys.Reply)
    {
        _keys = keys;
        Next = keys.Next;
    }

    public override int Length(int index) => _rows[index].Bytes;

    public override QueryPosition PositionOf(int index) => _keys.PositionOf(_rows[index].Key);

    /// <summary>Reads the items. The page owns the keys from here on, unless the result is an error.</summary>
    public static async ValueTask<ServiceResult<QueryPage<T>>> ReadAsync(DynamoTable table, QueryPage<ItemKey> keys, TableCall call)
    {
        var reads = new ItemRead<T>[keys.Count];
        for (var i = 0; i < reads.Length; i++) reads[i] = new(keys[i]);
        await table.ReadTogetherAsync(reads, call, consistent: false).ConfigureAwait(false);

        var page = new FollowedPage<T>(keys);
        for (var i = 0; i < reads.Length; i++)
        {
            if (reads[i].Result.TryGet(out var item, out var error)) page.Add(item, i, reads[i].Bytes);
            else if (error.Code != ErrorCode.NotFound) return error;
        }

        return page;
    }

    private void Add(T item, int key, int bytes)
    {
        Add(item, default);
        _rows.Add((key, bytes));
    }
}
