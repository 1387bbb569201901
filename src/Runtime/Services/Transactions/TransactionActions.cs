using GeekCafe.DynamoDb;

namespace GeekCafe;

/// <summary>The actions of one try, and whose each is: an entry's own, or a companion's.</summary>
internal sealed class TransactionActions(DynamoTable table, TableCall call, string? token, HashSet<ItemKey> dropped, bool isMarked) : IDisposable
{
    private readonly List<(TransactionEntry Entry, Companion? Companion)> _owners = [];

    /// <summary>The transaction that is being made.</summary>
    /// <remarks>
    /// With a marker the marker recognises a repetition. DynamoDB need not, and would take another try's other contents for a wrong use of the token.
    /// </remarks>
    public TableTransaction Transaction { get; } = new(table, call, token ?? WriteToken.New(), isMarked ? WriteToken.New() : null);

    /// <summary>Whose an action is.</summary>
    public (TransactionEntry Entry, Companion? Companion) this[int action] => _owners[action];

    /// <summary>Says whose the actions added since are.</summary>
    public void Own(TransactionEntry entry)
    {
        while (_owners.Count < Transaction.Count) _owners.Add((entry, null));
    }

    /// <summary>Adds what is written with an entry's item.</summary>
    public void Add<T>(TransactionEntry entry, List<Companion>? companions) where T : class, IResource<T>
    {
        Own(entry);
        foreach (var companion in companions ?? [])
        {
            Transaction.Add<T>(companion, dropped);
            if (_owners.Count < Transaction.Count) _owners.Add((entry, companion));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Transaction.Dispose();
}
