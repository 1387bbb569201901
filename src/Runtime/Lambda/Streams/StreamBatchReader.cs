using System.Text.Json;
using GeekCafe.DynamoDb;

namespace GeekCafe.Lambda;

/// <summary>
/// Goes through a batch of stream records once, noting where everything stands. Records that cannot even be named make the batch a function error
/// before anything of it is done.
/// </summary>
internal static class StreamBatchReader
{
    /// <summary>Numbers from here on are milliseconds: as seconds they would be past the year 5000.</summary>
    private const double FirstMilliseconds = 1e11;

    /// <summary>Sequence numbers have 21 to 40 digits (API reference, StreamRecord); those of emulators may have fewer.</summary>
    private const int MaxDigits = 40;

    /// <summary>Reads the records.</summary>
    /// <exception cref="StreamBatchException">They are not records of a DynamoDB stream with new and old images.</exception>
    public static List<StreamRecord> Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = ItemJson.Reader(json);
            if (!ItemJson.MoveTo(ref reader, "Records"u8) || reader.TokenType != JsonTokenType.StartArray) throw Malformed();
            var records = new List<StreamRecord>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                var record = new StreamRecord();
                ReadRecord(ref reader, ref record);
                Settle(json, ref record);
                records.Add(record);
            }

            return records;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw Malformed();
        }
    }

    private static void ReadRecord(ref Utf8JsonReader reader, ref StreamRecord record)
    {
        var start = Begin(ref reader);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("eventID"u8)) Take(ref reader, ref record.EventId);
            else if (reader.ValueTextEquals("eventName"u8)) Take(ref reader, ref record.EventName);
            else if (reader.ValueTextEquals("eventSource"u8)) Take(ref reader, ref record.EventSource);
            else if (reader.ValueTextEquals("userIdentity"u8)) Take(ref reader, ref record.UserIdentity);
            else if (reader.ValueTextEquals("dynamodb"u8)) ReadChange(ref reader, ref record);
            else Skip(ref reader);
        }

        record.Whole = new(start, (int)reader.BytesConsumed - start);
    }

    private static void ReadChange(ref Utf8JsonReader reader, ref StreamRecord record)
    {
        if (record.Change.IsPresent) throw Malformed();
        reader.Read();
        var start = Begin(ref reader);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("Keys"u8)) Take(ref reader, ref record.Keys);
            else if (reader.ValueTextEquals("NewImage"u8)) Take(ref reader, ref record.NewImage);
            else if (reader.ValueTextEquals("OldImage"u8)) Take(ref reader, ref record.OldImage);
            else if (reader.ValueTextEquals("SequenceNumber"u8)) Take(ref reader, ref record.SequenceNumber);
            else if (reader.ValueTextEquals("ApproximateCreationDateTime"u8)) Take(ref reader, ref record.CreatedAt);
            else Skip(ref reader);
        }

        record.Change = new(start, (int)reader.BytesConsumed - start);
    }

    /// <summary>Checks that the record can be named and processed.</summary>
    private static void Settle(ReadOnlySpan<byte> json, ref StreamRecord record)
    {
        if (!record.EventSource.TextEquals(json, "aws:dynamodb"u8) || !IsSequenceNumber(record.SequenceNumber.In(json)) || !record.Keys.IsObject(json)) throw Malformed();
        var (isInsert, isModify, isRemove) = (record.EventName.TextEquals(json, "INSERT"u8), record.EventName.TextEquals(json, "MODIFY"u8), record.EventName.TextEquals(json, "REMOVE"u8));
        if (!(isInsert || isModify || isRemove)) throw Malformed();

        // What is not told of an item must not be taken for its absence.
        if (record.NewImage.IsObject(json) != (isInsert || isModify) || record.OldImage.IsObject(json) != (isModify || isRemove))
        {
            throw new StreamBatchException("The stream does not hold new and old images; set its view type to NEW_AND_OLD_IMAGES.");
        }

        record.At = Time(record.CreatedAt, json);
        record.IsExpiry = isRemove && IsExpiry(record.UserIdentity, json);
    }

    private static bool IsSequenceNumber(ReadOnlySpan<byte> text) =>
        text.Length is >= 3 and <= MaxDigits + 2 && text[0] == '"' && !text[1..^1].ContainsAnyExceptInRange((byte)'0', (byte)'9');

    /// <summary>Seconds since 1970, whole or not, or milliseconds: all three are sent.</summary>
    private static DateTimeOffset? Time(JsonSlice slice, ReadOnlySpan<byte> json)
    {
        if (!slice.IsPresent || slice.IsNull(json)) return null;
        var reader = new Utf8JsonReader(slice.In(json));
        reader.Read();
        if (!reader.TryGetDouble(out var number)) throw Malformed();
        var milliseconds = number < FirstMilliseconds ? number * 1000 : number;
        return milliseconds is >= 0 and < 253_402_300_800_000 ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds) : throw Malformed();
    }

    /// <summary>Expired items are removed by the DynamoDB service (developer guide, DynamoDB Streams and Time to Live).</summary>
    private static bool IsExpiry(JsonSlice identity, ReadOnlySpan<byte> json) =>
        identity.IsObject(json) && Says(identity.In(json), "type"u8, "Service"u8) && Says(identity.In(json), "principalId"u8, "dynamodb.amazonaws.com"u8);

    private static bool Says(ReadOnlySpan<byte> json, ReadOnlySpan<byte> member, ReadOnlySpan<byte> text)
    {
        var reader = ItemJson.Reader(json);
        return ItemJson.MoveTo(ref reader, member) && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(text);
    }

    private static int Begin(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.StartObject ? (int)reader.TokenStartIndex : throw Malformed();

    private static void Take(ref Utf8JsonReader reader, ref JsonSlice slot)
    {
        if (slot.IsPresent) throw Malformed();
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        slot = new(start, (int)reader.BytesConsumed - start);
    }

    private static void Skip(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    private static StreamBatchException Malformed() => new("The batch is not one of DynamoDB stream records, each with an event name, keys and a sequence number.");
}
