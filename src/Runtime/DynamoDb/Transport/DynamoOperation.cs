namespace GeekCafe.DynamoDb;

/// <summary>The DynamoDB operations this library sends, by their API names (version 2012-08-10).</summary>
public enum DynamoOperation
{
    /// <summary>Read one item.</summary>
    GetItem,
    /// <summary>Write one whole item.</summary>
    PutItem,
    /// <summary>Change attributes of one item.</summary>
    UpdateItem,
    /// <summary>Remove one item.</summary>
    DeleteItem,
    /// <summary>Read a range of one partition.</summary>
    Query,
    /// <summary>Read everything. Never sent by services.</summary>
    Scan,
    /// <summary>Read up to 100 items.</summary>
    BatchGetItem,
    /// <summary>Write up to 25 items.</summary>
    BatchWriteItem,
    /// <summary>Read up to 100 items at one moment.</summary>
    TransactGetItems,
    /// <summary>Write up to 100 items, all or none.</summary>
    TransactWriteItems,
    /// <summary>A PartiQL statement. Never sent by services.</summary>
    ExecuteStatement,
    /// <summary>Create a table.</summary>
    CreateTable,
    /// <summary>A table's definition and state.</summary>
    DescribeTable,
    /// <summary>Change a table's indexes.</summary>
    UpdateTable,
    /// <summary>Remove a table.</summary>
    DeleteTable,
    /// <summary>Which attribute expires items.</summary>
    DescribeTimeToLive,
    /// <summary>Choose the attribute that expires items.</summary>
    UpdateTimeToLive,
    /// <summary>The shards of a table's stream. Never sent by services, as all of streams: Lambda reads them.</summary>
    DescribeStream,
    /// <summary>Where in a shard to read on.</summary>
    GetShardIterator,
    /// <summary>Records of a shard.</summary>
    GetRecords,
}

/// <summary>Facts about operations.</summary>
public static class DynamoOperations
{
    private static readonly string[] Targets =
        [.. Enum.GetValues<DynamoOperation>().Select(static operation => (operation < DynamoOperation.DescribeStream ? "DynamoDB_20120810." : "DynamoDBStreams_20120810.") + operation)];

    /// <summary>The value of the <c>X-Amz-Target</c> header.</summary>
    public static string Target(this DynamoOperation operation) => Targets[(int)operation];

    /// <summary>Whether a lost answer leaves it open if something was changed. A statement may be a write.</summary>
    public static bool IsWrite(this DynamoOperation operation) => operation is
        DynamoOperation.PutItem or DynamoOperation.UpdateItem or DynamoOperation.DeleteItem or
        DynamoOperation.BatchWriteItem or DynamoOperation.TransactWriteItems or DynamoOperation.ExecuteStatement or
        DynamoOperation.CreateTable or DynamoOperation.UpdateTable or DynamoOperation.DeleteTable or DynamoOperation.UpdateTimeToLive;
}
