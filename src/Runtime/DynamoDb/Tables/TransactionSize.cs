using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>The size of a transaction as far as it can be known before it is sent: the items, keys and expressions it carries.</summary>
internal static class TransactionSize
{
    /// <summary>4 MB, all items together (API reference, TransactWriteItems).</summary>
    public const int Max = 4 * 1024 * 1024;

    /// <summary>Whether DynamoDB will take the transaction as far as its size goes.</summary>
    /// <param name="request">The request as far as it is written: its array of actions may still be open.</param>
    public static bool Fits(ReadOnlySpan<byte> request) =>
        // The JSON is never shorter than what it stands for, so only large transactions need to be counted.
        request.Length <= Max || Measure(request) <= Max;

    private static int Measure(ReadOnlySpan<byte> request)
    {
        var size = 0;
        var json = new Utf8JsonReader(request, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = ItemJson.MaxDepth }));
        while (json.Read())
        {
            // Items of puts; keys, values, names and expressions of everything, as Amazon's local database counts them.
            if (json.TokenType != JsonTokenType.PropertyName || json.CurrentDepth != 4) continue;
            var name = json.ValueSpan;
            json.Read();
            var value = request[(int)json.TokenStartIndex..];
            if (name.SequenceEqual("Item"u8) || name.SequenceEqual("Key"u8) || name.SequenceEqual("ExpressionAttributeValues"u8)) size += ItemSize.Measure(value);
            else if (name.EndsWith("Expression"u8)) size += json.ValueSpan.Length;
            else if (name.SequenceEqual("ExpressionAttributeNames"u8)) size += Names(value);
            json.TrySkip();
        }

        return size;
    }

    private static int Names(ReadOnlySpan<byte> names)
    {
        var size = 0;
        var json = ItemJson.Reader(names);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            json.Read();
            size += json.ValueSpan.Length;
        }

        return size;
    }
}
