using GeekCafe.DynamoDb;

namespace GeekCafe;

/// <summary>What the generator writes for a record marked <see cref="ProjectionOfAttribute{TResource}"/>: some members of a resource, read alone.</summary>
/// <typeparam name="TSelf">The record.</typeparam>
/// <typeparam name="TResource">The resource.</typeparam>
public interface IProjection<TSelf, TResource> where TSelf : class, IProjection<TSelf, TResource> where TResource : class, IResource<TResource>
{
    /// <summary>The attributes its members are read from; a dot leads into a map.</summary>
    static abstract IReadOnlyList<string> Paths { get; }

    /// <summary>The attributes that <see cref="IsReadable"/> and <see cref="IsExpired"/> look at; they are read along.</summary>
    static abstract IReadOnlyList<string> RulePaths { get; }

    /// <summary>Reads an item that has these attributes; the reader stands inside its map, before the first attribute.</summary>
    /// <exception cref="ItemFormatException">An attribute is missing or of the wrong type.</exception>
    static abstract TSelf ReadItem(ref ItemReader item);

    /// <summary>Whether the resource's declared access rules let the caller read it.</summary>
    static abstract bool IsReadable(Caller caller, StoredAttributes item);

    /// <summary>Whether the resource's time to live is over. Default no.</summary>
    static virtual bool IsExpired(StoredAttributes item, DateTimeOffset now) => false;
}
