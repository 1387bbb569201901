namespace GeekCafe;

/// <summary>A list in changes. A list that is null counts as empty.</summary>
/// <typeparam name="TResource">The resource.</typeparam>
/// <typeparam name="T">Its elements.</typeparam>
/// <param name="get">Its value.</param>
/// <param name="with">The resource with another value of it.</param>
public sealed class ListChange<TResource, T>(Func<TResource, IEnumerable<T>?> get, Func<TResource, IEnumerable<T>, TResource> with)
    where TResource : class, IResource<TResource>
{
    /// <summary>How it is stored, if DynamoDB may change it without a read.</summary>
    public StoredMember<T>? Stored { get; init; }

    /// <summary>Gives the list other elements.</summary>
    public Change<TResource> Set(params IEnumerable<T> elements) => new((resource, _) => with(resource, elements), () => Stored?.SetList(elements));

    /// <summary>Adds elements behind the last one.</summary>
    public Change<TResource> Append(params IEnumerable<T> elements) =>
        new((resource, _) => with(resource, [.. get(resource) ?? [], .. elements]), () => Stored?.Append(elements, before: false));

    /// <summary>Adds elements before the first one.</summary>
    public Change<TResource> Prepend(params IEnumerable<T> elements) =>
        new((resource, _) => with(resource, [.. elements, .. get(resource) ?? []]), () => Stored?.Append(elements, before: true));

    /// <summary>Takes every occurrence of elements out. DynamoDB has no such thing, so the resource is read.</summary>
    public Change<TResource> Remove(params IEnumerable<T> elements) =>
        new((resource, _) => with(resource, [.. (get(resource) ?? []).Where(element => !elements.Contains(element))]), static () => null);
}

/// <summary>A set in changes. A set that is null counts as empty.</summary>
/// <typeparam name="TResource">The resource.</typeparam>
/// <typeparam name="T">Its elements.</typeparam>
/// <param name="get">Its value.</param>
/// <param name="with">The resource with another value of it.</param>
/// <param name="comparer">How elements are told apart. Null: their own way.</param>
public sealed class SetChange<TResource, T>(Func<TResource, IEnumerable<T>?> get, Func<TResource, HashSet<T>, TResource> with, IEqualityComparer<T>? comparer = null)
    where TResource : class, IResource<TResource>
{
    /// <summary>How it is stored, if DynamoDB may change it without a read.</summary>
    public StoredMember<T>? Stored { get; init; }

    /// <summary>Gives the set other elements.</summary>
    public Change<TResource> Set(params IEnumerable<T> elements) => new((resource, _) => with(resource, Of(elements)), () => Stored?.SetSet(Of(elements)));

    /// <summary>Adds elements; those it has already stay as they are.</summary>
    public Change<TResource> Add(params IEnumerable<T> elements) =>
        new((resource, _) => with(resource, Of([.. get(resource) ?? [], .. elements])), () => Stored?.Add(Of(elements)));

    /// <summary>Takes elements out, if it has them.</summary>
    public Change<TResource> Remove(params IEnumerable<T> elements) =>
        new((resource, _) => with(resource, Of((get(resource) ?? []).Except(elements, comparer))), () => Stored?.Delete(Of(elements)));

    private HashSet<T> Of(IEnumerable<T> elements) => new(elements, comparer);
}

/// <summary>A dictionary in changes. A dictionary that is null counts as empty.</summary>
/// <typeparam name="TResource">The resource.</typeparam>
/// <typeparam name="T">Its values.</typeparam>
/// <param name="get">Its value.</param>
/// <param name="with">The resource with another value of it.</param>
public sealed class MapChange<TResource, T>(Func<TResource, IEnumerable<KeyValuePair<string, T>>?> get, Func<TResource, Dictionary<string, T>, TResource> with)
    where TResource : class, IResource<TResource>
{
    /// <summary>How it is stored, if DynamoDB may change it without a read.</summary>
    public StoredMember<T>? Stored { get; init; }

    /// <summary>Gives the dictionary other entries.</summary>
    public Change<TResource> Set(IEnumerable<KeyValuePair<string, T>> entries) => new((resource, _) => with(resource, Of(entries)), () => Stored?.SetMap(Of(entries)));

    /// <summary>Gives one entry a value, be it new or not.</summary>
    public Change<TResource> Put(string name, T value) => new((resource, _) =>
    {
        var entries = Of(get(resource));
        entries[name] = value;
        return with(resource, entries);
    }, () => Stored?.Put(name, value));

    /// <summary>Takes an entry out, if there is one.</summary>
    public Change<TResource> Remove(string name) => new((resource, _) =>
    {
        var entries = Of(get(resource));
        entries.Remove(name);
        return with(resource, entries);
    }, () => Stored?.RemoveEntry(name));

    private static Dictionary<string, T> Of(IEnumerable<KeyValuePair<string, T>>? entries) => new(entries ?? [], StringComparer.Ordinal);
}
