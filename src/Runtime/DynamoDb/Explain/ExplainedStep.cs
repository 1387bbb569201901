using System.Globalization;
using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>One request of a plan. Texts hold the values that would be sent: they are for developers, not for logs.</summary>
/// <param name="Operation">What is asked for.</param>
/// <param name="Index">The index a query reads. Null: the table.</param>
/// <param name="KeyCondition">The part of the partition a query reads, with names and values in place. Null for anything but a query.</param>
/// <param name="Filter">What a query leaves out after reading, and pays for. Null: nothing.</param>
/// <param name="Condition">What must hold for a write, one line for each item. Null: nothing.</param>
/// <param name="ReadUnits">Read units, estimated from the assumed items; the least if none were assumed.</param>
/// <param name="WriteUnits">Write units of the table and its indexes, estimated.</param>
/// <param name="Request">The request's JSON.</param>
public sealed record ExplainedStep(
    DynamoOperation Operation, string? Index, string? KeyCondition, string? Filter, string? Condition, double ReadUnits, double WriteUnits, JsonElement Request)
{
    /// <summary>How many items the request names; 0 for a query.</summary>
    public int Items { get; init; }

    /// <summary>The write units of each index that is written to.</summary>
    public IReadOnlyDictionary<string, double> IndexWriteUnits { get; init; } = new Dictionary<string, double>();

    /// <summary>The step in words, one line for each part.</summary>
    public override string ToString()
    {
        var text = new global::System.Text.StringBuilder($"{Operation}{(Index is null ? "" : $" on {Index}")}{(Items > 1 ? $" of {Items} items" : "")}: ");
        text.Append(CultureInfo.InvariantCulture, $"{ReadUnits} read units, {WriteUnits} write units");
        foreach (var (index, units) in IndexWriteUnits) text.Append(CultureInfo.InvariantCulture, $", of these {units} on {index}");
        if (KeyCondition is not null) text.Append("\n   reads   ").Append(KeyCondition);
        if (Filter is not null) text.Append("\n   leaves out all but   ").Append(Filter);
        if (Condition is not null) text.Append("\n   only if   ").Append(Condition.Replace("\n", "\n   only if   ", StringComparison.Ordinal));
        return text.ToString();
    }
}

/// <summary>What a call would ask of DynamoDB.</summary>
/// <param name="Steps">The requests in order.</param>
public sealed record ExplainedCall(IReadOnlyList<ExplainedStep> Steps)
{
    /// <summary>All read units.</summary>
    public double ReadUnits => Steps.Sum(static step => step.ReadUnits);

    /// <summary>All write units.</summary>
    public double WriteUnits => Steps.Sum(static step => step.WriteUnits);

    /// <summary>The plan in words.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Steps.Count} requests, {ReadUnits} read units, {WriteUnits} write units\n{string.Join('\n', Steps.Select(static (step, i) => $"{i + 1}. {step}"))}");
}
