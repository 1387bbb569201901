using GeekCafe.DynamoDb;

namespace GeekCafe;

/// <summary>What the generator writes for a record marked <see cref="ProjectionOfAttribute{TResource}"/>: some members of a resource, read alone.</summary>
/// <typeparam name="TSelf">The record.</typeparam>
/// <typeparam name="TResource">The resource.</typeparam>
public interface IProjection<TSelf, TResource> where TSelf : class, IProjection<TSelf, TResource> where TResource : class, IResource<TResource>
{
    /// <summary>Where its members are read from: attributes, or the names that lead into maps.</summary>
    static abstract IReadOnlyList<IReadOnlyList<string>> Paths { get; }

    /// <summary>The attributes that <see cref="IsReadable"/> and <see cref="IsExpired"/> look at; they are read along.</summary>
    static abstract IReadOnlyList<string> RulePaths { get; }

    /// <summary>Reads an item that has these attributes; the reader stands inside its map, before the first attribute.</summary>
    /// <exception cref="ItemFormatException">An attribute is missing or of the wrong type.</exception>
    static abstract TSelf ReadItem(ref ItemReader item);

    /// <summary>
    /// Reads it from the keys of an item, for indexes that hold nothing else. Default null: it holds more than the keys tell, or its access rules need more.
    /// </summary>
    /// <param name="key">The item's primary key.</param>
    /// <param name="tenantId">The caller's tenant.</param>
    /// <returns>The record; null for another tenant's item, or another type's.</returns>
    static virtual TSelf? ReadKey(ItemKey key, string tenantId) => null;

    /// <summary>Whether the resource's declared access rules let the caller read it.</summary>
    static abstract bool IsReadable(Caller caller, StoredAttributes item);

    /// <summary>Whether the resource's time to live is over. Default no.</summary>
    static virtual bool IsExpired(StoredAttributes item, DateTimeOffset now) => false;
}
