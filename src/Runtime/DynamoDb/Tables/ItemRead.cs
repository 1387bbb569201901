using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>An item to be read together with others, of whatever resources.</summary>
/// <param name="key">Its primary key.</param>
internal abstract class ItemRead(ItemKey key)
{
    /// <summary>Its primary key.</summary>
    public ItemKey Key { get; } = key;

    /// <summary>Another reading of the same item: it is asked for once.</summary>
    public ItemRead? Same { get; set; }

    /// <summary>Those that can be asked for, each key once, in order: what cannot be a key is missing.</summary>
    public static Dictionary<ItemKey, ItemRead> Distinct(IReadOnlyList<ItemRead> reads)
    {
        var distinct = new Dictionary<ItemKey, ItemRead>(reads.Count);
        foreach (var read in reads)
        {
            if (!read.Key.IsStorable || distinct.TryAdd(read.Key, read)) continue;
            var first = distinct[read.Key];
            (read.Same, first.Same) = (first.Same, read);
        }

        return distinct;
    }

    /// <summary>The table's key attributes.</summary>
    public abstract KeyNames Names { get; }

    /// <summary>What to ask for; null for whole items.</summary>
    public virtual AttributeSelection? Selection => null;

    /// <summary>Writes the key's members into the object that is open.</summary>
    public abstract void WriteKey(Utf8JsonWriter json);

    /// <summary>Reads the item; the reader stands at its first brace, and at its last one afterwards.</summary>
    public abstract void Take(ref Utf8JsonReader json, ReadOnlySpan<byte> body, string tenantId);

    /// <summary>It was not read.</summary>
    public abstract void Fail(ServiceError error);
}

/// <inheritdoc/>
/// <typeparam name="T">The resource.</typeparam>
/// <param name="key">Its primary key.</param>
/// <param name="withNotes">Whether <see cref="Existing"/> is wanted.</param>
internal sealed class ItemRead<T>(ItemKey key, bool withNotes = false) : ItemRead(key) where T : class, IResource<T>
{
    /// <summary>The record, NotFound, or why it was not read.</summary>
    public ServiceResult<T> Result { get; private set; } = ServiceError.NotFound;

    /// <summary>The item with what services note on it; null when there is none, or it was not wanted.</summary>
    public ExistingItem<T>? Existing { get; private set; }

    /// <summary>How many bytes of JSON the item took.</summary>
    public int Bytes { get; private set; }

    /// <inheritdoc/>
    public override KeyNames Names => KeyNames.For<T>();

    /// <inheritdoc/>
    public override void WriteKey(Utf8JsonWriter json) => ItemRequests.KeyMembers<T>(json, Key);

    /// <inheritdoc/>
    public override void Take(ref Utf8JsonReader json, ReadOnlySpan<byte> body, string tenantId)
    {
        var again = json;
        var start = json.TokenStartIndex;
        if (!withNotes)
        {
            Result = StoredItem.Read<T>(ref json, body, tenantId);
        }
        else
        {
            Existing = ExistingItem<T>.Read(ref json, body, tenantId);
            Result = Existing.Item;
        }

        Bytes = (int)(json.BytesConsumed - start);
        Same?.Take(ref again, body, tenantId);
    }

    /// <inheritdoc/>
    public override void Fail(ServiceError error)
    {
        Result = error;
        Same?.Fail(error);
    }
}

/// <summary>The table's key attributes as they stand in JSON, quotes included.</summary>
internal readonly record struct KeyNames(byte[] Partition, byte[] Sort)
{
    /// <summary>Those of a resource's table.</summary>
    public static KeyNames For<T>() where T : class, IResource<T> => new(ResourceNames<T>.PartitionKey, ResourceNames<T>.SortKey);

    /// <summary>The key of an item, or of a key alone.</summary>
    /// <exception cref="JsonException">It has none.</exception>
    public ItemKey Of(ReadOnlySpan<byte> item)
    {
        using var attributes = new AttributeList(item);
        return new ItemKey(
            ItemJson.Text(attributes.ValueOf(Partition)) ?? throw new JsonException(),
            ItemJson.Text(attributes.ValueOf(Sort)) ?? throw new JsonException());
    }
}
