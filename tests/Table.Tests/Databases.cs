using GeekCafe.Testing;

namespace GeekCafe.Table.Tests;

/// <summary>A database a suite runs on.</summary>
public interface IDatabase
{
    /// <summary>Why it cannot run here, or null.</summary>
    static abstract string? Missing { get; }

    /// <summary>Whether it takes an index of several key attributes, as DynamoDB has since November 2025.</summary>
    static virtual bool HasCompositeIndexes => true;

    /// <summary>The one instance of this process.</summary>
    static abstract Task<LocalDatabase> OpenAsync();
}

/// <summary>dynoxide.</summary>
public sealed class Dynoxide : IDatabase
{
    public static string? Missing => LocalDynamo.Missing;

    public static Task<LocalDatabase> OpenAsync() => LocalDynamo.SharedAsync();
}

/// <summary>Amazon's DynamoDB Local.</summary>
public sealed class Amazons : IDatabase
{
    public static string? Missing => DynamoDbLocal.Missing;

    public static bool HasCompositeIndexes => false;

    public static Task<LocalDatabase> OpenAsync() => DynamoDbLocal.SharedAsync();
}
