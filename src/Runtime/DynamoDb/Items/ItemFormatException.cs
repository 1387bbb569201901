namespace GeekCafe.DynamoDb;

/// <summary>
/// A stored item cannot be read into its record, or a record's value cannot be stored. The message names the attribute and the types,
/// never a value.
/// </summary>
/// <param name="message">What does not fit.</param>
public sealed class ItemFormatException(string message) : Exception(message);
