namespace GeekCafe.DynamoDb;

/// <summary>How services mark and find items.</summary>
public enum ItemFormat
{
    /// <summary><c>_type</c>, <c>version</c>, <c>deleted_at</c>.</summary>
    Default,
    /// <summary>As the Python SDK: <c>model_name</c>, <c>modified_utc_ts</c>, <c>deleted_utc_ts</c>.</summary>
    Python,
}
