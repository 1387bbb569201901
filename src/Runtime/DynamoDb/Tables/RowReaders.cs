using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>How the rows of a query are read. Implemented by empty structs, so that each kind of row costs nothing but its own code.</summary>
/// <typeparam name="TRow">What a row is read into.</typeparam>
internal interface IRowReader<TRow>
{
    /// <summary>The type whose items are wanted.</summary>
    static abstract string TypeName { get; }

    /// <summary>The attributes that tell.</summary>
    static abstract ItemNames Names { get; }

    /// <summary>What to ask for; null for whole items.</summary>
    static abstract AttributeSelection? Selection { get; }

    /// <summary>Reads one item; see <see cref="StoredItem"/>.</summary>
    static abstract ServiceResult<TRow> Read(ref Utf8JsonReader json, ReadOnlySpan<byte> body, string tenantId, SeenTexts seen);

    /// <summary>Reads the position of an item or of a LastEvaluatedKey.</summary>
    static abstract QueryPosition PositionOf(ReadOnlySpan<byte> item, in PositionKeys keys);

    /// <summary>Writes what a position has of the table's key and not of the index's.</summary>
    static abstract void WriteTableKey(Utf8JsonWriter json, in KeyQuery query, in QueryPosition position);
}

/// <summary>Whole items as their records.</summary>
internal readonly struct WholeItem<T> : IRowReader<T> where T : class, IResource<T>
{
    public static string TypeName => T.Definition.TypeName;

    public static ItemNames Names => T.Definition.Names;

    public static AttributeSelection? Selection => null;

    public static ServiceResult<T> Read(ref Utf8JsonReader json, ReadOnlySpan<byte> body, string tenantId, SeenTexts seen) =>
        StoredItem.Read<T>(ref json, body, tenantId, seen);

    public static QueryPosition PositionOf(ReadOnlySpan<byte> item, in PositionKeys keys) => QueryPosition.Read<T>(item, keys);

    public static void WriteTableKey(Utf8JsonWriter json, in KeyQuery query, in QueryPosition position) => QueryRequest.WriteTableKey<T>(json, query, position);
}

/// <summary>Items of which only some attributes are asked for.</summary>
internal readonly struct ProjectedItem<TProjection, T> : IRowReader<TProjection>
    where TProjection : class, IProjection<TProjection, T> where T : class, IResource<T>
{
    public static string TypeName => T.Definition.TypeName;

    public static ItemNames Names => T.Definition.Names;

    public static AttributeSelection? Selection { get; } = AttributeSelection.Of<TProjection, T>();

    public static ServiceResult<TProjection> Read(ref Utf8JsonReader json, ReadOnlySpan<byte> body, string tenantId, SeenTexts seen) =>
        StoredItem.ReadProjected<TProjection, T>(ref json, body, tenantId, seen);

    public static QueryPosition PositionOf(ReadOnlySpan<byte> item, in PositionKeys keys) => QueryPosition.Read<T>(item, keys);

    public static void WriteTableKey(Utf8JsonWriter json, in KeyQuery query, in QueryPosition position) => QueryRequest.WriteTableKey<T>(json, query, position);
}

/// <summary>Keys alone, of items that are read afterwards.</summary>
internal readonly struct KeyOfItem<T> : IRowReader<ItemKey> where T : class, IResource<T>
{
    public static string TypeName => T.Definition.TypeName;

    public static ItemNames Names => T.Definition.Names;

    public static AttributeSelection? Selection { get; } = AttributeSelection.Keys<T>();

    public static ServiceResult<ItemKey> Read(ref Utf8JsonReader json, ReadOnlySpan<byte> body, string tenantId, SeenTexts seen)
    {
        var start = (int)json.TokenStartIndex;
        json.Skip();
        return KeyNames.For<T>().Of(body[start..(int)json.BytesConsumed]);
    }

    public static QueryPosition PositionOf(ReadOnlySpan<byte> item, in PositionKeys keys) => QueryPosition.Read<T>(item, keys);

    public static void WriteTableKey(Utf8JsonWriter json, in KeyQuery query, in QueryPosition position) => QueryRequest.WriteTableKey<T>(json, query, position);
}

/// <summary>Projections that keys alone tell, with tenant and type.</summary>
internal readonly struct ProjectedKey<TProjection, T> : IRowReader<TProjection>
    where TProjection : class, IProjection<TProjection, T> where T : class, IResource<T>
{
    public static string TypeName => T.Definition.TypeName;

    public static ItemNames Names => T.Definition.Names;

    public static AttributeSelection? Selection => KeyOfItem<T>.Selection;

    public static ServiceResult<TProjection> Read(ref Utf8JsonReader json, ReadOnlySpan<byte> body, string tenantId, SeenTexts seen) =>
        KeyOfItem<T>.Read(ref json, body, tenantId, seen).TryGet(out var key, out var error)
            ? TProjection.ReadKey(key, tenantId) is { } projection ? projection : ServiceError.NotFound
            : error;

    public static QueryPosition PositionOf(ReadOnlySpan<byte> item, in PositionKeys keys) => QueryPosition.Read<T>(item, keys);

    public static void WriteTableKey(Utf8JsonWriter json, in KeyQuery query, in QueryPosition position) => QueryRequest.WriteTableKey<T>(json, query, position);
}
