namespace GeekCafe.DynamoDb;

/// <summary>Values in DynamoDB's JSON, such as <c>{"N":"1"}</c>.</summary>
internal static class StoredValue
{
    /// <summary>Writes a value.</summary>
    public delegate void Write(ItemWriter item);

    /// <summary>A value as bytes of its own.</summary>
    /// <exception cref="ItemFormatException">It cannot be stored.</exception>
    public static byte[] Of(Write write)
    {
        using var scratch = DynamoRequest.Rent();
        write(new ItemWriter(scratch.Json));
        return scratch.Since(0).ToArray();
    }

    public static byte[] Of(string text) => Of(item => item.Value(text));

    public static byte[] Of(long number) => Of(item => item.Value(number));
}
