using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <content>Reads of one moment.</content>
public sealed partial class DynamoTable
{
    /// <summary>Reads up to 100 items as they are at one moment.</summary>
    /// <returns>Why none was read, or null.</returns>
    internal async ValueTask<ServiceError?> TransactGetAsync(IReadOnlyList<ItemRead> reads, TableCall call)
    {
        ItemRead[] wanted = [.. ItemRead.Distinct(reads).Values];
        if (wanted.Length == 0) return null;
        using var request = DynamoRequest.Rent();
        WriteTransactGets(request.Json, wanted);
        using var reply = await SendAsync(DynamoOperation.TransactGetItems, request, call).ConfigureAwait(false);
        var error = reply.Error is { } failure ? DynamoFailures.Explain(failure, isWrite: false) : ReadResponses(reply.Body.Span, wanted, call.TenantId);
        if (error is null) return null;
        foreach (var read in wanted) read.Fail(error);
        return error;
    }

    private void WriteTransactGets(Utf8JsonWriter json, ItemRead[] reads)
    {
        json.WriteStartObject();
        json.WriteStartArray("TransactItems"u8);
        foreach (var read in reads)
        {
            json.WriteStartObject();
            json.WriteStartObject("Get"u8);
            json.WriteString("TableName"u8, Name);
            json.WriteStartObject("Key"u8);
            read.WriteKey(json);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Responses stand in the order of the requests; one without an item is empty.</summary>
    private static ServiceError? ReadResponses(ReadOnlySpan<byte> body, ItemRead[] reads, string tenantId)
    {
        try
        {
            var json = ItemJson.Reader(body);
            if (!ItemJson.MoveTo(ref json, "Responses"u8) || json.TokenType != JsonTokenType.StartArray) return DynamoFailures.Unavailable;
            foreach (var read in reads)
            {
                if (!json.Read() || json.TokenType != JsonTokenType.StartObject) return DynamoFailures.Unavailable;
                while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
                {
                    var isItem = json.ValueTextEquals("Item"u8);
                    json.Read();
                    if (isItem && json.TokenType == JsonTokenType.StartObject) read.Take(ref json, body, tenantId);
                    else json.Skip();
                }
            }

            return null;
        }
        catch (JsonException)
        {
            return DynamoFailures.Unavailable;
        }
    }
}
