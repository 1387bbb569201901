using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>Where in a list an item stands: the keys to go on after, the list's own partition apart.</summary>
/// <param name="Sort">The sort key in the table or index that is queried; of several attributes, a <see cref="GeekCafe.Keys.CompositeKey"/>.</param>
/// <param name="TablePartition">The table's partition key, in an index query. Null in a query of the table.</param>
/// <param name="TableSort">The table's sort key, in an index query. Null in a query of the table.</param>
public readonly record struct QueryPosition(string Sort, string? TablePartition, string? TableSort)
{
    /// <summary>Says that it is a position and nothing of it: keys hold tenants and values.</summary>
    public override string ToString() => nameof(QueryPosition);

    /// <summary>Reads the position of an item, or of a LastEvaluatedKey, from its key attributes.</summary>
    /// <exception cref="JsonException">A key attribute is missing.</exception>
    internal static QueryPosition Read<T>(ReadOnlySpan<byte> item, in PositionKeys keys) where T : class, IResource<T>
    {
        using var attributes = new AttributeList(item);
        var sort = keys.CompositeSort is { } names ? CompositeQuery.Sort(attributes, names) : Key(attributes, ItemJson.Quoted(keys.SortAttribute));
        return keys.Index is null
            ? new QueryPosition(sort, null, null)
            : new QueryPosition(sort, Key(attributes, ResourceNames<T>.PartitionKey), Key(attributes, ResourceNames<T>.SortKey));
    }

    private static string Key(in AttributeList attributes, ReadOnlySpan<byte> quotedName) =>
        ItemJson.Text(attributes.ValueOf(quotedName)) ?? throw new JsonException();
}

/// <summary>What of a query says where its items stand. A page keeps these and not the query, whose other half it would carry for nothing.</summary>
internal readonly record struct PositionKeys(string? Index, string SortAttribute, IReadOnlyList<string>? CompositeSort);

/// <summary>What one Query read. Owns the reply; dispose it.</summary>
/// <typeparam name="T">What an item is read into.</typeparam>
public abstract class QueryPage<T> : IDisposable
{
    private readonly List<(T Item, Range Bytes)> _rows = [];

    private protected QueryPage(DynamoReply reply) => Reply = reply;

    /// <summary>What came back.</summary>
    internal DynamoReply Reply { get; }

    /// <summary>How many items there are to show.</summary>
    public int Count => _rows.Count;

    /// <summary>How many came back that are another tenant's or another type's, and are not shown.</summary>
    public int Withheld { get; private protected set; }

    /// <summary>Where to go on; null when the list ends here. Set does not mean that anything follows (API reference, Query, LastEvaluatedKey).</summary>
    public QueryPosition? Next { get; private protected set; }

    /// <summary>An item.</summary>
    public T this[int index] => _rows[index].Item;

    /// <summary>How many bytes of JSON an item took.</summary>
    public virtual int Length(int index) => _rows[index].Bytes.End.Value - _rows[index].Bytes.Start.Value;

    /// <summary>Where an item stands, to go on right after it.</summary>
    public abstract QueryPosition PositionOf(int index);

    /// <inheritdoc/>
    public void Dispose()
    {
        Reply.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>An item's JSON. Valid until the page is disposed.</summary>
    internal ReadOnlySpan<byte> Bytes(int index) => Reply.Body.Span[_rows[index].Bytes];

    private protected void Add(T item, Range bytes) => _rows.Add((item, bytes));
}

/// <summary>A page whose rows are read in one way.</summary>
internal sealed class QueryPage<T, TReader> : QueryPage<T> where TReader : struct, IRowReader<T>
{
    private readonly PositionKeys _keys;

    private QueryPage(DynamoReply reply, in KeyQuery query) : base(reply) => _keys = new(query.Index, query.SortAttribute, query.CompositeSort);

    public override QueryPosition PositionOf(int index) => TReader.PositionOf(Bytes(index), _keys);

    /// <summary>Reads a reply; the page owns it from here on, unless the result is an error.</summary>
    public static ServiceResult<QueryPage<T>> Read(DynamoReply reply, in KeyQuery query, string tenantId)
    {
        var page = new QueryPage<T, TReader>(reply, query);
        var body = reply.Body.Span;
        var json = ItemJson.Reader(body);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("Items"u8))
            {
                if (page.ReadItems(ref json, body, tenantId) is { } error) return error;
            }
            else if (json.ValueTextEquals("LastEvaluatedKey"u8))
            {
                json.Read();
                var start = (int)json.TokenStartIndex;
                json.Skip();
                if (json.TokenType == JsonTokenType.EndObject) page.Next = TReader.PositionOf(body[start..(int)json.BytesConsumed], page._keys);
            }
            else
            {
                json.Read();
                json.Skip();
            }
        }

        return page;
    }

    private ServiceError? ReadItems(ref Utf8JsonReader json, ReadOnlySpan<byte> body, string tenantId)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.StartArray) return null;
        var seen = new SeenTexts();
        while (json.Read() && json.TokenType == JsonTokenType.StartObject)
        {
            var start = (int)json.TokenStartIndex;
            if (TReader.Read(ref json, body, tenantId, seen).TryGet(out var item, out var error)) Add(item, start..(int)json.BytesConsumed);
            else if (error.Code == ErrorCode.NotFound) Withheld++;
            else return error;
        }

        return null;
    }
}
