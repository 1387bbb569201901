using GeekCafe.DynamoDb;

namespace GeekCafe;

/// <summary>A resource to be read together with others.</summary>
public abstract class ReadEntry
{
    private protected ReadEntry()
    {
    }

    internal abstract ItemRead Item { get; }

    /// <summary>Applies the access rules to what was read.</summary>
    internal abstract ValueTask SettleAsync(Caller caller, CancellationToken cancellationToken);
}

/// <summary>A resource to be read together with others, and its result.</summary>
/// <typeparam name="TResource">The resource.</typeparam>
public abstract class ReadEntry<TResource> : ReadEntry where TResource : class
{
    private ServiceResult<TResource>? _result;

    private protected ReadEntry()
    {
    }

    /// <summary>The resource, NotFound, or why it could not be read.</summary>
    /// <exception cref="InvalidOperationException">Nothing has been read yet.</exception>
    public ServiceResult<TResource> Result => _result ?? throw new InvalidOperationException("Nothing has been read yet.");

    private protected void Settle(ServiceResult<TResource> result) => _result = result;
}
