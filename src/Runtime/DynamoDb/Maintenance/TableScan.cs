using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace GeekCafe.DynamoDb;

/// <summary>
/// Goes through a whole table for the items of one resource: maintenance, by background work alone. It reads, and bills, every item of every tenant and
/// type, for a filter counts only afterwards (API reference, Scan); use a list wherever there is one. Nothing that is generated scans.
/// </summary>
/// <param name="environment">What services share. Its Capacity gets what each request consumed.</param>
public sealed class TableScan(ServiceEnvironment environment)
{
    /// <summary>How many items wait for whoever takes them; when there are more, segments stand still.</summary>
    private const int MaxWaiting = 256;

    private readonly DynamoTable _table = new(environment.Client, environment.TableName, environment.Capacity);

    /// <summary>Reads the items of a resource, in no order. What is written meanwhile may or may not be seen.</summary>
    /// <param name="caller">Background work: <see cref="Caller.ForSystem"/>.</param>
    /// <param name="options">How. Null: all that lives, one page after another.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <typeparam name="T">The resource.</typeparam>
    /// <exception cref="ServiceException">
    /// AccessDenied, at once, if the caller is a person; in the middle of the enumeration CorruptItem or a failure of the database. What was given out
    /// before stands.
    /// </exception>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public IAsyncEnumerable<T> ReadAsync<T>(Caller caller, ScanOptions? options = null, CancellationToken cancellationToken = default) where T : class, IResource<T>
    {
        if (Refusal(caller) is { } refusal) throw new ServiceException(refusal);
        options ??= new();
        options.Validate();
        return EnumerateAsync<T>(caller, options, cancellationToken);
    }

    /// <summary>Why a caller may not go through a table; null if he may.</summary>
    internal static ServiceError? Refusal(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.IsSystem ? null : ServiceError.AccessDenied;
    }

    private async IAsyncEnumerable<T> EnumerateAsync<T>(Caller caller, ScanOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class, IResource<T>
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var items = Channel.CreateBounded<T>(MaxWaiting);
        var reading = ReadSegmentsAsync(caller, options, items.Writer, ending.Token);
        try
        {
            await foreach (var item in items.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false)) yield return item;
        }
        finally
        {
            // Whoever stops early leaves no request behind.
            await ending.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(false);
        }
    }

    /// <summary>Reads all segments at once; how it ended is told through the channel, never by an exception.</summary>
    private async Task ReadSegmentsAsync<T>(Caller caller, ScanOptions options, ChannelWriter<T> items, CancellationToken cancellationToken) where T : class, IResource<T>
    {
        try
        {
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Segments, CancellationToken = cancellationToken };
            await Parallel.ForAsync(0, options.Segments, parallel,
                async (segment, token) => await ReadSegmentAsync(caller, options, segment, items, token).ConfigureAwait(false)).ConfigureAwait(false);
            items.Complete();
        }
#pragma warning disable CA1031 // It is thrown where the items are taken.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            items.Complete(exception);
        }
    }

    private async Task ReadSegmentAsync<T>(Caller caller, ScanOptions options, int segment, ChannelWriter<T> items, CancellationToken cancellationToken)
        where T : class, IResource<T>
    {
        var tenantId = options.AcrossTenants is null ? caller.TenantId : null;
        byte[]? after = null;
        do
        {
            var read = await _table.ScanAsync(T.Definition, tenantId, options, segment, after, TableCall.For(caller, cancellationToken)).ConfigureAwait(false);
            if (!read.TryGet(out var page, out var error)) throw new ServiceException(error);
            using (page)
            {
                for (var i = 0; i < page.Count; i++)
                {
                    if (ItemOf<T>(page, i, tenantId, options) is { } item) await items.WriteAsync(item, cancellationToken).ConfigureAwait(false);
                }

                after = page.Next;
            }
        }
        while (after is not null);
    }

    /// <summary>One item; null for one that is not wanted. Its tenant is compared here, whatever the filter let through.</summary>
    private T? ItemOf<T>(ScanPage page, int index, string? tenantId, ScanOptions options) where T : class, IResource<T>
    {
        var json = ItemJson.Reader(page[index]);
        json.Read();
        var owner = tenantId ?? new StoredAttributes(page[index]).Text(ServiceAttributes.TenantId);
        if (!Identifier.IsValid(owner)) return null;
        if (!StoredItem.Read<T>(ref json, page[index], owner!).TryGet(out var item, out var error))
        {
            return error.Code == ErrorCode.NotFound ? null : throw new ServiceException(error);
        }

        if (!options.IncludeDeleted && item.System.DeletedAt is not null) return null;
        return options.IncludeExpired || !T.IsExpired(item, environment.Clock.GetUtcNow()) ? item : null;
    }
}
