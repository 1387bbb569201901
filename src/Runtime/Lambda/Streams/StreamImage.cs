using System.Text.Json;
using GeekCafe.DynamoDb;

namespace GeekCafe.Lambda;

/// <summary>Reads what a stream record holds of an item.</summary>
internal static class StreamImage
{
    /// <summary>Whether an image carries a type's mark: ours, or without that the Python SDK's.</summary>
    /// <param name="image">The image.</param>
    /// <param name="mark">Stands at the mark's text, if there is one.</param>
    /// <param name="format">Whose mark it is.</param>
    public static bool TryFindType(ReadOnlySpan<byte> image, out Utf8JsonReader mark, out ItemFormat format)
    {
        format = ItemFormat.Default;
        mark = ItemJson.Reader(image);
        if (!ItemJson.MoveTo(ref mark, "_type"u8))
        {
            format = ItemFormat.Python;
            mark = ItemJson.Reader(image);
            if (!ItemJson.MoveTo(ref mark, "model_name"u8)) return false;
        }

        return mark.TokenType == JsonTokenType.StartObject && mark.Read() && mark.ValueTextEquals("S"u8) && mark.Read() && mark.TokenType == JsonTokenType.String;
    }

    /// <summary>Reads a whole item.</summary>
    /// <exception cref="UnreadableRecordException">It is not the resource's.</exception>
    public static T Read<T>(ReadOnlySpan<byte> image) where T : class, IResource<T>
    {
        var json = ItemJson.Reader(image);
        json.Read();
        try
        {
            var item = new ItemReader(json);
            return T.ReadItem(ref item);
        }
        catch (ItemFormatException exception)
        {
            throw new UnreadableRecordException(exception.Message);
        }
#pragma warning disable CA1031 // Reading depends on the bytes alone: whatever a converter threw, it would throw again.
        catch (Exception exception) when (exception is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            throw new UnreadableRecordException($"Reading the image failed with {exception.GetType().Name}.");
        }
    }

    /// <summary>The item's primary key.</summary>
    /// <exception cref="UnreadableRecordException">It is not of the resource's table.</exception>
    public static ItemKey Key<T>(ReadOnlySpan<byte> keys) where T : class, IResource<T> =>
        TryReadKey(keys, T.Definition) ?? throw new UnreadableRecordException("The record has another table's keys.");

    /// <summary>The item's primary key; null if it is not of the resource's table.</summary>
    public static ItemKey? TryReadKey(ReadOnlySpan<byte> keys, ResourceDefinition definition)
    {
        var item = new StoredAttributes(keys);
        try
        {
            return item.Text(definition.PartitionKey) is { } partition && item.Text(definition.SortKey) is { } sort ? new ItemKey(partition, sort) : null;
        }
        catch (InvalidOperationException)
        {
            // A text with a lone surrogate.
            return null;
        }
    }
}
