using GeekCafe.DynamoDb;

namespace GeekCafe.Lambda;

/// <summary>A stream record that is passed over, since it would fail again and again.</summary>
/// <param name="Resource">The resource's name, such as <c>votes</c>.</param>
/// <param name="SequenceNumber">Where in the stream it is.</param>
/// <param name="Key">The item's key; null if that cannot be read either.</param>
/// <param name="Why">What is wrong with it; no value of it.</param>
/// <param name="Json">The record's bytes, to be kept somewhere. Valid until the sink's task ends.</param>
public sealed record PoisonRecord(string Resource, string SequenceNumber, ItemKey? Key, string Why, ReadOnlyMemory<byte> Json)
{
    /// <summary>Says where it is and why, and nothing of what is in it.</summary>
    public override string ToString() => $"{Resource} {SequenceNumber}: {Why}";
}

/// <summary>Takes note of a record that is passed over. If it throws, the record is not passed over but retried.</summary>
/// <param name="record">The record.</param>
/// <param name="cancellationToken">Ends shortly before the invocation does.</param>
public delegate ValueTask PoisonSink(PoisonRecord record, CancellationToken cancellationToken);
