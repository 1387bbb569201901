using GeekCafe.DynamoDb;

namespace GeekCafe.Keys;

/// <summary>Key attributes with their values, for an index of several: the text of a JSON object in DynamoDB's form.</summary>
public static class CompositeKey
{
    /// <summary>The text, such as <c>{"tenant_id":{"S":"t1"},"floor":{"N":"2"}}</c>.</summary>
    /// <param name="write">Writes each attribute's name and value.</param>
    /// <exception cref="ItemFormatException">A value cannot be stored.</exception>
    public static string Create(Action<ItemWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        using var scratch = DynamoRequest.Rent();
        scratch.Json.WriteStartObject();
        write(new ItemWriter(scratch.Json));
        scratch.Json.WriteEndObject();
        return System.Text.Encoding.UTF8.GetString(scratch.Since(0));
    }
}
