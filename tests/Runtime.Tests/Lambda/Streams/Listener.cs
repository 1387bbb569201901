using System.Text;
using GeekCafe.Lambda;

namespace GeekCafe.Runtime.Tests.Lambda.Streams;

/// <summary>A target that takes every item of its type, keeps what it was given and does what the test says.</summary>
internal sealed class Listener(string type = "Vote") : StreamTarget(new ResourceDefinition("votes", type, "pk", "sk"))
{
    public List<string> Heard { get; } = [];

    public List<StreamRecord> Records { get; } = [];

    public Func<string, ValueTask>? Then { get; set; }

    internal override ValueTask ProcessAsync(ReadOnlyMemory<byte> batch, StreamRecord record, InvocationContext invocation)
    {
        var number = record.SequenceNumber.GetString(batch.Span)!;
        Heard.Add(number);
        Records.Add(record);
        return Then?.Invoke(number) ?? ValueTask.CompletedTask;
    }

    /// <summary>Has a batch processed as an event of a function.</summary>
    public async Task<(InvocationOutcome Outcome, string Answer)> HandleAsync(string json, LambdaOptions? options = null, InvocationContext? invocation = null)
    {
        options ??= new LambdaOptions();
        options.Log = new(() => Stream.Null, () => Stream.Null);
        options.Listen([this]);
        using var function = new LambdaApplication([], options);
        using var output = new PooledBuffer();
        var outcome = await function.HandleAsync(Encoding.UTF8.GetBytes(json), invocation ?? InvocationContext.None, output);
        return (outcome, Encoding.UTF8.GetString(output.WrittenSpan));
    }
}
