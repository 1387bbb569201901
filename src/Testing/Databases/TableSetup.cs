using GeekCafe.DynamoDb;

namespace GeekCafe.Testing;

/// <summary>Makes tables from the generated definition, in databases of this machine.</summary>
public static class TableSetup
{
    /// <summary>Creates the table if it is absent, and the indexes it lacks if it is there.</summary>
    /// <param name="transport">Where to.</param>
    /// <param name="name">The table's name.</param>
    /// <param name="table">Its keys and indexes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="LocalDatabaseException">The database refuses, or the table exists with other keys.</exception>
    public static async Task EnsureAsync(
        IDynamoTransport transport, string name, TableDefinition table, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transport);
        ArgumentNullException.ThrowIfNull(table);
        try
        {
            await Of(transport).EvolveAsync(name, table, cancellationToken: cancellationToken);
        }
        catch (InvalidOperationException exception)
        {
            throw new LocalDatabaseException(exception.Message);
        }
    }

    /// <summary>Deletes the table if it is there.</summary>
    /// <exception cref="LocalDatabaseException">The database refuses.</exception>
    public static async Task DeleteAsync(IDynamoTransport transport, string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transport);
        try
        {
            await Of(transport).DeleteAsync(name, cancellationToken);
        }
        catch (InvalidOperationException exception)
        {
            throw new LocalDatabaseException(exception.Message);
        }
    }

    /// <summary>A database that has just been started takes its time over tables on a busy machine, and nobody waits for an answer here.</summary>
    private static readonly RetryOptions Patient = new() { Budget = TimeSpan.FromMinutes(1) };

    private static TableAdministration Of(IDynamoTransport transport) => new(new DynamoClient(transport, TimeProvider.System, Patient));
}
