using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>The size of a transaction as far as it can be known before it is sent: what it carries of items.</summary>
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
            // Items of puts, and keys and values of everything else.
            if (json.TokenType != JsonTokenType.PropertyName || json.CurrentDepth != 4) continue;
            var counts = json.ValueTextEquals("Item"u8) || json.ValueTextEquals("Key"u8) || json.ValueTextEquals("ExpressionAttributeValues"u8);
            json.Read();
            if (counts) size += ItemSize.Measure(request[(int)json.TokenStartIndex..]);
            json.TrySkip();
        }

        return size;
    }
}
