using GeekCafe.DynamoDb;

namespace GeekCafe.Testing;

/// <summary>What goes wrong with one request: sends it or not, answers what came or something else. See <see cref="Faults"/>.</summary>
/// <param name="operation">What was asked for.</param>
/// <param name="send">Carries the request out.</param>
public delegate ValueTask<DynamoReply> Fault(DynamoOperation operation, Func<ValueTask<DynamoReply>> send);

/// <summary>Passes requests on, except for those that a test wants to go wrong.</summary>
/// <example>
/// <code>
/// var faults = new FaultTransport(table.Transport)
///     .Next(DynamoOperation.PutItem, Faults.LoseAnswer)
///     .Next(DynamoOperation.Query, Faults.Throttle, times: 3);
/// </code>
/// </example>
/// <param name="inner">Answers the requests.</param>
public sealed class FaultTransport(IDynamoTransport inner) : IDynamoTransport
{
    private readonly Lock _lock = new();
    private readonly List<Rule> _script = [];

    /// <summary>How many faults of the script have not happened yet. A test that ends with some tested nothing.</summary>
    public int Pending
    {
        get
        {
            lock (_lock) return _script.Sum(static rule => rule.Times);
        }
    }

    /// <summary>Adds a fault to the script. Each request takes the first fault in the script that is for its operation.</summary>
    /// <param name="operation">For which operation.</param>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="times">With how many requests.</param>
    /// <param name="after">How many requests of the operation go well first.</param>
    public FaultTransport Next(DynamoOperation operation, Fault fault, int times = 1, int after = 0)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        lock (_lock) _script.Add(new Rule(operation, fault) { Times = times, After = after });
        return this;
    }

    /// <inheritdoc/>
    public ValueTask<DynamoReply> SendAsync(DynamoOperation operation, ReadOnlyMemory<byte> request, CancellationToken cancellationToken) =>
        Take(operation) is { } fault
            ? fault(operation, () => inner.SendAsync(operation, request, cancellationToken))
            : inner.SendAsync(operation, request, cancellationToken);

    /// <inheritdoc/>
    public ValueTask WarmUpAsync(CancellationToken cancellationToken) => inner.WarmUpAsync(cancellationToken);

    private Fault? Take(DynamoOperation operation)
    {
        lock (_lock)
        {
            var rule = _script.Find(each => each.Operation == operation);
            if (rule is null) return null;
            if (rule.After > 0)
            {
                rule.After--;
                return null;
            }

            if (--rule.Times == 0) _script.Remove(rule);
            return rule.Fault;
        }
    }

    private sealed class Rule(DynamoOperation operation, Fault fault)
    {
        public DynamoOperation Operation { get; } = operation;
        public Fault Fault { get; } = fault;
        public int Times { get; set; }
        public int After { get; set; }
    }
}
