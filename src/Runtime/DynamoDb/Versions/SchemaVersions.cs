using System.Globalization;
using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>Reads a record from an item and keeps the form in which that is stored.</summary>
/// <typeparam name="T">The resource.</typeparam>
public delegate T StoredItemReader<out T>(ref ItemReader item, StoredForm stored);

/// <summary>Reads items of any version; generated code of resources marked <see cref="SchemaVersionAttribute"/> calls it.</summary>
public static class SchemaVersions
{
    /// <summary>Reads an item; an older one is brought up to date first.</summary>
    /// <param name="item">Stands inside the item, before its first attribute.</param>
    /// <param name="version">The version this application writes.</param>
    /// <param name="upcast">Brings an item from the version it is given to the current one.</param>
    /// <param name="read">Reads an item in the current form.</param>
    /// <exception cref="ItemFormatException">An attribute is missing or of the wrong type, or an upcaster failed.</exception>
    public static T Read<T>(ref ItemReader item, int version, Action<ItemDocument, int> upcast, StoredItemReader<T> read)
    {
        ArgumentNullException.ThrowIfNull(upcast);
        ArgumentNullException.ThrowIfNull(read);
        var (schema, resource) = Find(item.Json);
        if (schema == version) return read(ref item, default);
        if (schema > version) return read(ref item, StoredForm.Newer(resource));

        var document = item.ReadDocument();

        // Upcasters never see another tenant's item. The exception is answered like the item's absence.
        if (item.KnownTenant is { } tenant && document.Text(ServiceAttributes.TenantId) != tenant) throw new ItemFormatException("An item is another tenant's.");
        var stored = document.ToJson();
        Upcast(document, schema, upcast);
        var current = document.ToJson();
        var json = ItemJson.Reader(current);
        json.Read();
        var reader = item.Over(json);
        return read(ref reader, StoredForm.Older(resource, stored, current));
    }

    private static void Upcast(ItemDocument document, int version, Action<ItemDocument, int> upcast)
    {
        try
        {
            upcast(document, version);
        }
        catch (Exception exception) when (exception is not (ItemFormatException or OutOfMemoryException))
        {
            // Its message may hold values of the item.
            throw new ItemFormatException($"The upcast of an item of version {version} failed with {exception.GetType().Name}.");
        }
    }

    /// <summary>The version of an item's form, and of the resource.</summary>
    private static (int Schema, long Resource) Find(Utf8JsonReader json)
    {
        var (schema, resource) = (1L, 0L);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isSchema = json.ValueTextEquals("_v"u8);
            var isResource = !isSchema && json.ValueTextEquals("version"u8);
            json.Read();
            if (isSchema) schema = Number(ref json);
            else if (isResource) resource = Number(ref json);
            else json.Skip();
        }

        return schema is >= 1 and <= int.MaxValue ? ((int)schema, resource) : throw new ItemFormatException("The attribute '_v' is not a version.");
    }

    private static long Number(ref Utf8JsonReader json)
    {
        json.Read();
        var isNumber = json.ValueTextEquals("N"u8);
        json.Read();
        if (!isNumber || !long.TryParse(json.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var value)) throw new ItemFormatException("A version is not a number.");
        json.Read();
        return value;
    }
}
