namespace GeekCafe.DynamoDb;

/// <summary>A header that is part of the signature.</summary>
/// <param name="Name">In lower case.</param>
/// <param name="Value">As sent; repeated headers joined with commas.</param>
internal readonly record struct SignedHeader(string Name, string Value);
