namespace GeekCafe.Lambda;

/// <summary>
/// Gives the changes of a batch to the services that want them, in order, and stops at the first that fails: Lambda comes again with it and all that
/// follow. Holds nothing of a batch, so one serves any number of them at once.
/// </summary>
/// <param name="targets">The services.</param>
/// <param name="options">Clock, log and the sink for records that cannot be read.</param>
public sealed class StreamProcessor(IReadOnlyList<StreamTarget> targets, LambdaOptions options)
{
    /// <summary>How much time must be left for another record to be begun: enough for a write with a retry, and for the answer.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(1);

    /// <summary>What became of records so far.</summary>
    public StreamCounts Counts { get; } = new();

    /// <summary>Processes a batch. A <see cref="StreamHandler"/>.</summary>
    /// <param name="batch">The event's bytes.</param>
    /// <param name="invocation">The invocation. Shortly before its deadline the rest of the batch is given back.</param>
    /// <param name="output">Gets <c>{"batchItemFailures":[...]}</c>: empty, or with the one sequence number from which to come again.</param>
    /// <exception cref="StreamBatchException">The batch is none; nothing of it was done.</exception>
    public async ValueTask ProcessAsync(ReadOnlyMemory<byte> batch, InvocationContext invocation, PooledBuffer output)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        ArgumentNullException.ThrowIfNull(output);
        var records = StreamBatchReader.Read(batch.Span);
        var done = 0;

        // The first one is begun in any case: a batch that gets nowhere would come again forever.
        while (done < records.Count && (done == 0 || !IsOver(invocation)) && await TryAsync(batch, records[done], invocation).ConfigureAwait(false)) done++;
        Answer(output, done == records.Count ? default : records[done].SequenceNumber.In(batch.Span));
    }

    /// <returns>Whether the record is dealt with.</returns>
    private async ValueTask<bool> TryAsync(ReadOnlyMemory<byte> batch, StreamRecord record, InvocationContext invocation)
    {
        if (Find(batch.Span, record) is not { } target)
        {
            Counts.AddPassedOver();
            return true;
        }

        try
        {
            await target.ProcessAsync(batch, record, invocation).ConfigureAwait(false);
            Counts.AddProcessed();
            return true;
        }
        catch (UnreadableRecordException exception)
        {
            return await TryReportAsync(target, batch, record, exception.Message, invocation).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever a hook throws, the records before it are done and the others are not.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fail(target, batch.Span, record, invocation, exception);
            return false;
        }
    }

    private async ValueTask<bool> TryReportAsync(StreamTarget target, ReadOnlyMemory<byte> batch, StreamRecord record, string why, InvocationContext invocation)
    {
        var poison = new PoisonRecord(target.Definition.Name, record.SequenceNumber.GetString(batch.Span)!,
            StreamImage.TryReadKey(record.Keys.In(batch.Span), target.Definition), why, batch.Slice(record.Whole.Start, record.Whole.Length));
        try
        {
            if (options.OnPoison is { } sink) await sink(poison, invocation.CancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // What cannot be reported must not be passed over.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fail(target, batch.Span, record, invocation, exception);
            return false;
        }

        Counts.AddPoison();
        options.Log.WriteMessage("ERROR", invocation.RequestId, $"A stream record was passed over: {poison}");
        return true;
    }

    private void Fail(StreamTarget target, ReadOnlySpan<byte> batch, in StreamRecord record, InvocationContext invocation, Exception exception)
    {
        Counts.AddFailed();
        options.Log.WriteFailure(invocation.RequestId, exception);
        options.Log.WriteMessage("ERROR", invocation.RequestId,
            $"The change of {target.Definition.Name} with sequence number {record.SequenceNumber.GetString(batch)} failed; it will come again.");
    }

    /// <summary>The service the item belongs to; null for markers of services, and for what others keep in the table.</summary>
    private StreamTarget? Find(ReadOnlySpan<byte> batch, in StreamRecord record)
    {
        var image = record.NewImage.IsPresent ? record.NewImage : record.OldImage;
        if (!StreamImage.TryFindType(image.In(batch), out var mark, out var format)) return null;
        foreach (var target in targets)
        {
            if (target.Definition.Format == format && mark.ValueTextEquals(target.TypeName)) return target;
        }

        return null;
    }

    private bool IsOver(InvocationContext invocation) =>
        invocation.CancellationToken.IsCancellationRequested || invocation.Deadline - options.Clock.GetUtcNow() < Reserve;

    private static void Answer(PooledBuffer output, ReadOnlySpan<byte> failed)
    {
        output.Write("{\"batchItemFailures\":["u8);
        if (!failed.IsEmpty)
        {
            output.Write("{\"itemIdentifier\":"u8);
            output.Write(failed);
            output.Write("}"u8);
        }

        output.Write("]}"u8);
    }
}

/// <summary>What became of stream records.</summary>
public sealed class StreamCounts
{
    private long _processed, _passedOver, _poison, _failed;

    internal StreamCounts()
    {
    }

    /// <summary>Changes that a service took.</summary>
    public long Processed => Interlocked.Read(ref _processed);

    /// <summary>Records of items that are nobody's here: markers, counters, audit entries, resources that nobody listens to.</summary>
    public long PassedOver => Interlocked.Read(ref _passedOver);

    /// <summary>Records that could not be read.</summary>
    public long Poison => Interlocked.Read(ref _poison);

    /// <summary>Attempts at a record that failed.</summary>
    public long Failed => Interlocked.Read(ref _failed);

    internal void AddProcessed() => Interlocked.Increment(ref _processed);

    internal void AddPassedOver() => Interlocked.Increment(ref _passedOver);

    internal void AddPoison() => Interlocked.Increment(ref _poison);

    internal void AddFailed() => Interlocked.Increment(ref _failed);
}
