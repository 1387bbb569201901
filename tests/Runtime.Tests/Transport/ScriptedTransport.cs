using GeekCafe.DynamoDb;

namespace GeekCafe.Runtime.Tests.Transport;

/// <summary>A transport that answers from a function of the attempt's number, counting from 1, and records when it was asked.</summary>
internal sealed class ScriptedTransport(TimeProvider clock, Func<int, CancellationToken, ValueTask<DynamoReply>> answer) : IDynamoTransport
{
    private readonly DateTimeOffset _start = clock.GetUtcNow();
    private int _attempts;

    public ScriptedTransport(TimeProvider clock, Func<int, DynamoReply> answer) : this(clock, (attempt, _) => ValueTask.FromResult(answer(attempt))) { }

    public int Attempts => _attempts;

    public List<TimeSpan> AskedAt { get; } = [];

    public static DynamoReply Ok() => DynamoReply.Success(new PooledBuffer());

    public static DynamoReply Fail(DynamoErrorKind kind, bool mayHaveBeenApplied = false) =>
        DynamoReply.Failure(new DynamoError(kind, kind.ToString(), 0, mayHaveBeenApplied));

    public ValueTask<DynamoReply> SendAsync(DynamoOperation operation, ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        lock (AskedAt) AskedAt.Add(clock.GetUtcNow() - _start);
        return answer(Interlocked.Increment(ref _attempts), cancellationToken);
    }

    public ValueTask WarmUpAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
