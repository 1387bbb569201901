namespace GeekCafe.DynamoDb;

/// <summary>No credentials could be had; the inner exception says where they were looked for.</summary>
internal sealed class NoCredentialsException(Exception reason) : Exception("No AWS credentials: " + reason.Message, reason);
