using GeekCafe.DynamoDb;

namespace GeekCafe.Table.Tests;

/// <summary>The table of all resources here.</summary>
public static class TestTable
{
    /// <summary>Its definition, without the indexes that the database does not take.</summary>
    public static TableDefinition Of<TDatabase>() where TDatabase : IDatabase
    {
        var table = GeekCafeTableTestsApplication.Table with { HasStream = false };
        return TDatabase.HasCompositeIndexes ? table : table with { Indexes = [.. table.Indexes.Where(static index => index is { PartitionAttributes.Count: 1, SortAttributes.Count: 1 })] };
    }
}
