using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>What an error body says. Reading never fails: a body that is not DynamoDB's JSON says nothing.</summary>
/// <param name="Code">The code without its namespace, or null.</param>
/// <param name="Message">DynamoDB's text, or null.</param>
/// <param name="CancelledBy">
/// For a cancelled transaction whose every reason is throttling, or every reason a conflict with another write: that kind, because the whole
/// transaction is worth repeating. Otherwise null.
/// </param>
internal readonly record struct ErrorBody(string? Code, string? Message, DynamoErrorKind? CancelledBy)
{
    /// <summary>Reads a body.</summary>
    public static ErrorBody Read(ReadOnlySpan<byte> json)
    {
        string? code = null, message = null;
        DynamoErrorKind? cancelledBy = null;
        try
        {
            var reader = ItemJson.Reader(json); // A failed condition brings the item with it.
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return default;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                // Only at the top: since August 2025 throttling bodies hold nested objects that may have a __type of their own.
                if (reader.ValueTextEquals("__type"u8)) code = WithoutNamespace(ReadText(ref reader));
                else if (reader.ValueTextEquals("message"u8) || reader.ValueTextEquals("Message"u8)) message = ReadText(ref reader);
                else if (reader.ValueTextEquals("CancellationReasons"u8)) cancelledBy = ReadReasons(ref reader);
                else reader.Skip();
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Truncated, HTML, or text that is not UTF-8: what was read so far is all there is.
        }
        return new ErrorBody(code, message, cancelledBy);
    }

    /// <summary>The code of <c>namespace#code</c>, or of <c>code:address</c> as the x-amzn-ErrorType header has it.</summary>
    public static string? WithoutNamespace(string? type)
    {
        if (type is null) return null;
        var code = type.AsSpan(type.LastIndexOf('#') + 1);
        var colon = code.IndexOf(':');
        if (colon >= 0) code = code[..colon];
        return code.IsEmpty ? null : code.ToString();
    }

    private static string? ReadText(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String) return reader.GetString();
        reader.Skip();
        return null;
    }

    private static DynamoErrorKind? ReadReasons(ref Utf8JsonReader reader)
    {
        int throttled = 0, conflicts = 0, others = 0;
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return null;
        }
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (!reader.ValueTextEquals("Code"u8))
                {
                    reader.Skip(); // The Item of a failed condition may have attributes of any name.
                    continue;
                }
                switch (ReadText(ref reader))
                {
                    case "None": break;
                    case "ThrottlingError" or "ProvisionedThroughputExceeded": throttled++; break;
                    case "TransactionConflict": conflicts++; break;
                    default: others++; break;
                }
            }
        }
        if (others > 0) return null;
        return throttled > 0 ? DynamoErrorKind.Throttled : conflicts > 0 ? DynamoErrorKind.WriteConflict : null;
    }
}
