using System.Globalization;
using GeekCafe.DynamoDb;

namespace GeekCafe.Testing;

/// <summary>What the database was asked for while it was open. Made by <see cref="TestApplication{TApplication}.Record"/>.</summary>
public sealed class Recording : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<RecordedRequest> _requests = [];
    private readonly List<ConsumedCapacity> _consumed = [];
    private readonly Action<Recording> _end;

    internal Recording(Action<Recording> end) => _end = end;

    /// <summary>The requests, in the order of their answers.</summary>
    public IReadOnlyList<RecordedRequest> Requests
    {
        get
        {
            lock (_lock) return [.. _requests];
        }
    }

    /// <summary>The requests added up by operation and index, in the order of their first answers.</summary>
    public IReadOnlyList<RecordedCalls> Calls =>
    [
        .. Requests.GroupBy(static each => (each.Operation, each.Index))
            .Select(static each => new RecordedCalls(each.Key.Operation, each.Key.Index, each.Count(), each.Sum(static request => request.ItemsRead))),
    ];

    /// <summary>Items DynamoDB read to answer, those filtered away included: what reads are billed by.</summary>
    public int ItemsRead => Requests.Sum(static each => each.ItemsRead);

    /// <summary>Read units the database says it consumed.</summary>
    public double ReadUnits => Sum(static each => each.ReadUnits);

    /// <summary>Write units the database says it consumed, of the table and of every index touched.</summary>
    public double WriteUnits => Sum(static each => each.WriteUnits);

    /// <summary>
    /// <see cref="Calls"/> as one text, such as <c>1 GetItem, 1 item read; 1 UpdateItem</c> or <c>1 Query on gsi1, 3 items read</c>. Empty when nothing was asked for.
    /// </summary>
    public string Summary => string.Join("; ", Calls);

    /// <summary>Ends the recording; what it holds stays.</summary>
    public void Dispose() => _end(this);

    internal void Add(RecordedRequest request)
    {
        lock (_lock) _requests.Add(request);
    }

    internal void Add(ConsumedCapacity consumed)
    {
        lock (_lock) _consumed.Add(consumed);
    }

    private double Sum(Func<ConsumedCapacity, double> units)
    {
        lock (_lock) return _consumed.Sum(units);
    }
}

/// <summary>How often an operation was asked for.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Index">The index, or null for the table itself.</param>
/// <param name="Count">How many requests.</param>
/// <param name="ItemsRead">How many items they read.</param>
public sealed record RecordedCalls(DynamoOperation Operation, string? Index, int Count, int ItemsRead)
{
    /// <summary>Such as <c>1 Query on gsi1, 3 items read</c>.</summary>
    public override string ToString()
    {
        var place = Index is null ? "" : $" on {Index}";
        var read = ItemsRead switch { 0 => "", 1 => ", 1 item read", _ => string.Create(CultureInfo.InvariantCulture, $", {ItemsRead} items read") };
        return string.Create(CultureInfo.InvariantCulture, $"{Count} {Operation}{place}{read}");
    }
}
