using System.Collections.Immutable;
using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>Writes the value of one element of a collection, or the name of one entry of a map.</summary>
/// <typeparam name="T">The element.</typeparam>
public delegate void ItemValueWriter<in T>(ItemWriter item, T value);

/// <summary>
/// Writes attributes in DynamoDB's JSON, straight from values: <c>item.Name("title"u8).Value(Title)</c>. The formats are those of
/// docs/types.md; <see cref="ItemReader"/> reads exactly these.
/// </summary>
public readonly ref partial struct ItemWriter
{
    private readonly ReadOnlySpan<byte> _name;
    private readonly Place _place;
    private readonly int _start;

    /// <summary>A writer between attributes.</summary>
    /// <param name="json">Where to write.</param>
    public ItemWriter(Utf8JsonWriter json)
    {
        Json = json;
        _start = json.CurrentDepth;
    }

    private ItemWriter(Utf8JsonWriter json, int start, ReadOnlySpan<byte> name, Place place)
    {
        Json = json;
        _start = start;
        _name = name;
        _place = place;
    }

    /// <summary>What a value stands as.</summary>
    private enum Place
    {
        /// <summary>A value with its type tag.</summary>
        Value,
        /// <summary>An element of a set, whose type the set has.</summary>
        SetElement,
        /// <summary>The name of an entry of a map.</summary>
        EntryName,
    }

    /// <summary>The writer beneath, for requests that surround items.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>Begins an attribute, or an entry of a map.</summary>
    public ItemWriter Name(ReadOnlySpan<byte> name)
    {
        Json.WritePropertyName(name);
        return new(Json, _start, name, Place.Value);
    }

    /// <summary>Begins an entry of a map.</summary>
    /// <exception cref="ItemFormatException">The name is empty, which DynamoDB refuses, or not well-formed UTF-16.</exception>
    public ItemWriter Name(string name)
    {
        At(Place.EntryName).Value(name);
        return this;
    }

    /// <summary>A list: <c>L</c>.</summary>
    public void List<T>(IEnumerable<T> values, ItemValueWriter<T> writeValue)
    {
        if (values is null) throw NullValue();
        CheckDepth();
        Json.WriteStartObject();
        Json.WriteStartArray("L"u8);
        foreach (var value in values) writeValue(this, value);
        Json.WriteEndArray();
        Json.WriteEndObject();
    }

    /// <summary>A list: <c>L</c>; a default array counts as empty.</summary>
    public void List<T>(ImmutableArray<T> values, ItemValueWriter<T> writeValue) => List<T>(values.IsDefault ? [] : values.AsEnumerable(), writeValue);

    /// <summary>A set of texts: <c>SS</c>; an empty one, which DynamoDB does not have, as an empty <c>L</c>.</summary>
    public void Set(IEnumerable<string> values) => Set("SS"u8, values, static (item, value) => item.Value(value));

    /// <summary>A set; an empty one, which DynamoDB does not have, as an empty <c>L</c>.</summary>
    /// <param name="type"><c>SS</c>, <c>NS</c> or <c>BS</c>.</param>
    /// <param name="values">Different values.</param>
    /// <param name="writeValue">Writes an element.</param>
    public void Set<T>(ReadOnlySpan<byte> type, IEnumerable<T> values, ItemValueWriter<T> writeValue)
    {
        if (values is null) throw NullValue();
        if (ByteComparer.HasDuplicates(values)) throw Unfit("holds the same bytes twice; compare them with ByteComparer.Instance");
        Json.WriteStartObject();
        Json.WriteStartArray(values.Any() ? type : "L"u8);
        foreach (var value in StableOrder.Of(values)) writeValue(At(Place.SetElement), value);
        Json.WriteEndArray();
        Json.WriteEndObject();
    }

    /// <summary>A dictionary: <c>M</c>.</summary>
    public void Map<T>(IEnumerable<KeyValuePair<string, T>> entries, ItemValueWriter<T> writeValue) =>
        Map(entries, static (item, name) => item.Value(name), writeValue);

    /// <summary>A dictionary whose names are no plain texts: <c>M</c>.</summary>
    public void Map<TKey, T>(IEnumerable<KeyValuePair<TKey, T>> entries, ItemValueWriter<TKey> writeName, ItemValueWriter<T> writeValue)
        where TKey : notnull
    {
        if (entries is null) throw NullValue();
        StartMap();
        foreach (var (name, value) in StableOrder.Of(entries))
        {
            writeName(At(Place.EntryName), name);
            writeValue(this, value);
        }

        EndMap();
    }

    /// <summary>A nested record: <c>M</c>.</summary>
    public void Document<T>(T document) where T : IDocument<T>
    {
        if (document is null) throw NullValue();
        StartMap();
        document.WriteItem(this);
        EndMap();
    }

    /// <summary>Begins a nested record: <c>M</c>.</summary>
    public void StartMap()
    {
        CheckDepth();
        Json.WriteStartObject();
        Json.WriteStartObject("M"u8);
    }

    /// <summary>Ends what <see cref="StartMap"/> began.</summary>
    public void EndMap()
    {
        Json.WriteEndObject();
        Json.WriteEndObject();
    }

    private ItemWriter At(Place place) => new(Json, _start, _name, place);
}
