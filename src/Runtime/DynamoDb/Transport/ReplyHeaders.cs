namespace GeekCafe.DynamoDb;

/// <summary>The response headers we read.</summary>
/// <param name="Crc32"><c>x-amz-crc32</c>: the checksum of the body.</param>
/// <param name="RequestId"><c>x-amzn-RequestId</c>: what AWS Support asks for.</param>
/// <param name="ErrorType"><c>x-amzn-ErrorType</c>: the code once more, for bodies without one.</param>
internal readonly record struct ReplyHeaders(string? Crc32, string? RequestId, string? ErrorType);
