namespace GeekCafe;

/// <summary>One change of a resource, as its table's stream tells it. What <c>OnChangeAsync</c> gets.</summary>
/// <remarks>
/// Changes of one item come in the order in which they were made. Each comes at least once: after a failure, or when a batch is delivered twice,
/// it comes again, with the same sequence number.
/// </remarks>
/// <typeparam name="TResource">The resource.</typeparam>
public sealed partial class StreamChange<TResource> where TResource : class, IResource<TResource>
{
    private readonly ServiceEnvironment _environment;

    internal StreamChange(ServiceEnvironment environment, StreamChangeKind kind, TResource? old, TResource? next)
    {
        (_environment, Kind, Old, New) = (environment, kind, old, next);
    }

    /// <summary>What happened.</summary>
    public StreamChangeKind Kind { get; }

    /// <summary>The resource before; null if it is new.</summary>
    public TResource? Old { get; }

    /// <summary>The resource after; null if its item is gone.</summary>
    public TResource? New { get; }

    /// <summary>
    /// What was there for readers before: <see cref="Old"/>, or null if that was marked as deleted. A sum over live resources takes this away and
    /// adds <see cref="LiveNew"/>, whatever the kind.
    /// </summary>
    public TResource? LiveOld => Old is { System.DeletedAt: null } ? Old : null;

    /// <summary>What is there for readers after: <see cref="New"/>, or null if that is marked as deleted.</summary>
    public TResource? LiveNew => New is { System.DeletedAt: null } ? New : null;

    /// <summary>Background work in the tenant of the resource, with the invocation's deadline.</summary>
    public required Caller Caller { get; init; }

    /// <summary>Where in the stream the change is: up to 40 digits, ascending for one item.</summary>
    public required string SequenceNumber { get; init; }

    /// <summary>The event's id; empty if it has none.</summary>
    public required string EventId { get; init; }

    /// <summary>About when the change was made, to the second or minute. UTC. Null if the stream does not say.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Says what happened to which type, and nothing of it.</summary>
    public override string ToString() => $"{Kind} {TResource.Definition.TypeName} {SequenceNumber}";
}
