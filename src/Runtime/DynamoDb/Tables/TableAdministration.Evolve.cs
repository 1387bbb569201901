namespace GeekCafe.DynamoDb;

/// <content>Tables that exist: how they differ from a definition, and how they come to have it.</content>
public sealed partial class TableAdministration
{
    /// <summary>Compares the table with its definition. Nothing is changed.</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="definition">How it should be.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Each difference; none when the table is as it is defined.</returns>
    /// <exception cref="InvalidOperationException">DynamoDB refuses.</exception>
    public async Task<IReadOnlyList<TableDifference>> VerifyAsync(string name, TableDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (await DescribeAsync(name, cancellationToken).ConfigureAwait(false) is not { } table)
        {
            return [Missing(name)];
        }

        var timeToLive = definition.TimeToLiveAttribute is null ? null : await DescribeTimeToLiveAsync(name, cancellationToken).ConfigureAwait(false);
        return TableDifferences.Of(definition, table, timeToLive);
    }

    /// <summary>
    /// Brings the table to its definition: creates it if there is none, adds missing global indexes one after the other, as DynamoDB requires,
    /// waiting until each is built, and turns on expiry and stream. Extra indexes stay unless the options say otherwise. Nothing is changed if
    /// anything is to be that cannot be changed.
    /// </summary>
    /// <param name="name">The table's name.</param>
    /// <param name="definition">How it should be.</param>
    /// <param name="options">What may be done. Default: nothing that loses anything.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The differences that were there and are gone.</returns>
    /// <exception cref="InvalidOperationException">
    /// DynamoDB refuses, an index is not built in time, or the definition needs what cannot be changed in a table: a key, what an index
    /// holds, a local index.
    /// </exception>
    public async Task<IReadOnlyList<TableDifference>> EvolveAsync(
        string name, TableDefinition definition, EvolveOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        options ??= new EvolveOptions();
        var patience = options.Patience ?? Patience;
        var mended = new List<TableDifference>();
        if (await TryCreateAsync(name, definition, cancellationToken).ConfigureAwait(false)) mended.Add(Missing(name));

        // A table that was just made can still lack what cannot be said when it is made: its expiry.
        await WhenActiveAsync(name, patience, cancellationToken).ConfigureAwait(false);
        var differences = await VerifyAsync(name, definition, cancellationToken).ConfigureAwait(false);
        var unchangeable = differences.Where(difference => !CanMend(difference, options)).ToArray();
        if (unchangeable.Length > 0)
        {
            throw new InvalidOperationException($"The table {name} cannot be changed to its definition. {string.Join(" ", unchangeable.AsEnumerable())} " +
                "Make another table, or an index of another name, and move the items.");
        }

        foreach (var difference in differences)
        {
            using var request = Mend(name, definition, difference, options);
            if (request is null) continue;
            var operation = difference.Kind == TableDifferenceKind.TimeToLive ? DynamoOperation.UpdateTimeToLive : DynamoOperation.UpdateTable;
            await TrySendAsync(operation, request, null, cancellationToken).ConfigureAwait(false);
            await WhenActiveAsync(name, patience, cancellationToken).ConfigureAwait(false);
            mended.Add(difference);
        }

        return mended;
    }

    private static TableDifference Missing(string name) => new(TableDifferenceKind.MissingTable, $"There is no table {name}.");

    private static bool CanMend(TableDifference difference, EvolveOptions options) => difference.Kind switch
    {
        TableDifferenceKind.Key or TableDifferenceKind.Projection => false,
        TableDifferenceKind.MissingIndex => !difference.IsFixed,
        TableDifferenceKind.ExtraIndex => !difference.IsFixed || !options.RemoveExtraIndexes,
        TableDifferenceKind.TimeToLive => !difference.IsFixed,
        _ => true,
    };

    /// <summary>The request that removes a difference; null for one that is let be.</summary>
    private static DynamoRequest? Mend(string name, TableDefinition definition, TableDifference difference, EvolveOptions options) => difference.Kind switch
    {
        TableDifferenceKind.MissingIndex => TableRequests.AddIndex(name, definition, definition.Indexes.First(index => index.Name == difference.Index)),
        TableDifferenceKind.ExtraIndex when options.RemoveExtraIndexes => TableRequests.RemoveIndex(name, difference.Index!),
        TableDifferenceKind.TimeToLive => TableRequests.EnableTimeToLive(name, definition.TimeToLiveAttribute!),
        TableDifferenceKind.Stream => TableRequests.EnableStream(name),
        _ => null,
    };
}
