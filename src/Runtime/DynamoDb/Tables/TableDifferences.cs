namespace GeekCafe.DynamoDb;

/// <summary>Compares a table with its definition.</summary>
internal static class TableDifferences
{
    public static IReadOnlyList<TableDifference> Of(TableDefinition definition, TableDescription table, string? timeToLive)
    {
        var found = new List<TableDifference>();
        if (!table.IsActive) found.Add(new(TableDifferenceKind.NotActive, "The table is not active."));
        Key(found, "The table", "partition", [new KeyElement(definition.PartitionKey)], table.Partition);
        Key(found, "The table", "sort", [new KeyElement(definition.SortKey)], table.Sort);
        foreach (var wanted in definition.Indexes)
        {
            if (table.Indexes.FirstOrDefault(index => index.Name == wanted.Name) is { } index) Compare(found, wanted, index);
            else found.Add(new(TableDifferenceKind.MissingIndex, $"The {Kind(wanted.IsLocal)} index {wanted.Name} is missing.") { Index = wanted.Name, IsFixed = wanted.IsLocal });
        }

        foreach (var index in table.Indexes)
        {
            if (definition.Indexes.Any(wanted => wanted.Name == index.Name)) continue;
            found.Add(new(TableDifferenceKind.ExtraIndex, $"The {Kind(index.IsLocal)} index {index.Name} is not in the definition.") { Index = index.Name, IsFixed = index.IsLocal });
        }

        if (definition.TimeToLiveAttribute is { } attribute && timeToLive != attribute)
        {
            found.Add(new(TableDifferenceKind.TimeToLive, timeToLive is null
                ? $"Items do not expire; they should by {attribute}." : $"Items expire by {timeToLive}; they should by {attribute}.") { IsFixed = timeToLive is not null });
        }

        if (definition.HasStream && !table.HasStream) found.Add(new(TableDifferenceKind.Stream, "There is no stream with new and old images."));
        return found;
    }

    private static void Compare(List<TableDifference> found, IndexDefinition wanted, DescribedIndex index)
    {
        var subject = $"The index {wanted.Name}";
        if (index.IsLocal != wanted.IsLocal) Add(TableDifferenceKind.Key, $"{subject} is {Kind(index.IsLocal)}; it should be {Kind(wanted.IsLocal)}.");
        Key(found, subject, "partition", wanted.PartitionAttributes, index.Partition, wanted.Name);
        Key(found, subject, "sort", wanted.SortAttributes, index.Sort, wanted.Name);

        var projection = TableRequests.Symbol(wanted.Projection);
        if (index.Projection != projection) Add(TableDifferenceKind.Projection, $"{subject} projects {index.Projection}; it should project {projection}.");
        else if (!index.Include.SequenceEqual(wanted.Include.Order(StringComparer.Ordinal)))
        {
            Add(TableDifferenceKind.Projection, $"{subject} includes {string.Join(", ", index.Include)}; it should include {string.Join(", ", wanted.Include.Order(StringComparer.Ordinal))}.");
        }

        if (!index.IsActive) Add(TableDifferenceKind.NotActive, $"{subject} is not active.");

        void Add(TableDifferenceKind kind, string text) => found.Add(new(kind, text) { Index = wanted.Name });
    }

    private static void Key(List<TableDifference> found, string subject, string which, IReadOnlyList<KeyElement> wanted, string actual, string? index = null)
    {
        var expected = TableDescription.KeyText(wanted);
        if (actual != expected) found.Add(new(TableDifferenceKind.Key, $"{subject} has the {which} key {(actual.Length > 0 ? actual : "none")}; it should be {expected}.") { Index = index });
    }

    private static string Kind(bool isLocal) => isLocal ? "local" : "global";
}
