namespace GeekCafe;

/// <summary>A list in changes. A list that is null counts as empty.</summary>
/// <typeparam name="TResource">The resource.</typeparam>
/// <typeparam name="T">Its elements.</typeparam>
/// <param name="get">Its value.</param>
/// <param name="with">The resource with another value of it.</param>
public sealed class ListChange<TResource, T>(Func<TResource, IEnumerable<T>?> get, Func<TResource, IEnumerable<T>, TResource> with)
    where TResource : class, IResource<TResource>
{
    /// <summary>Gives the list other elements.</summary>
    public Change<TResource> Set(params IEnumerable<T> elements) => new((resource, _) => with(resource, elements));

    /// <summary>Adds elements behind the last one.</summary>
    public Change<TResource> Append(params IEnumerable<T> elements) => new((resource, _) => with(resource, [.. get(resource) ?? [], .. elements]));

    /// <summary>Adds elements before the first one.</summary>
    public Change<TResource> Prepend(params IEnumerable<T> elements) => new((resource, _) => with(resource, [.. elements, .. get(resource) ?? []]));

    /// <summary>Takes every occurrence of elements out.</summary>
    public Change<TResource> Remove(params IEnumerable<T> elements) =>
        new((resource, _) => with(resource, [.. (get(resource) ?? []).Where(element => !elements.Contains(element))]));
}

/// <summary>A set of texts in changes. A set that is null counts as empty.</summary>
/// <typeparam name="TResource">The resource.</typeparam>
/// <param name="get">Its value.</param>
/// <param name="with">The resource with another value of it.</param>
public sealed class SetChange<TResource>(Func<TResource, IEnumerable<string>?> get, Func<TResource, HashSet<string>, TResource> with)
    where TResource : class, IResource<TResource>
{
    /// <summary>Gives the set other elements.</summary>
    public Change<TResource> Set(params IEnumerable<string> elements) => new((resource, _) => with(resource, Of(elements)));

    /// <summary>Adds elements; those it has already stay as they are.</summary>
    public Change<TResource> Add(params IEnumerable<string> elements) => new((resource, _) => with(resource, Of([.. get(resource) ?? [], .. elements])));

    /// <summary>Takes elements out, if it has them.</summary>
    public Change<TResource> Remove(params IEnumerable<string> elements) => new((resource, _) => with(resource, Of((get(resource) ?? []).Except(elements))));

    private static HashSet<string> Of(IEnumerable<string> elements) => new(elements, StringComparer.Ordinal);
}

/// <summary>A dictionary in changes. A dictionary that is null counts as empty.</summary>
/// <typeparam name="TResource">The resource.</typeparam>
/// <typeparam name="T">Its values.</typeparam>
/// <param name="get">Its value.</param>
/// <param name="with">The resource with another value of it.</param>
public sealed class MapChange<TResource, T>(Func<TResource, IEnumerable<KeyValuePair<string, T>>?> get, Func<TResource, Dictionary<string, T>, TResource> with)
    where TResource : class, IResource<TResource>
{
    /// <summary>Gives the dictionary other entries.</summary>
    public Change<TResource> Set(IEnumerable<KeyValuePair<string, T>> entries) => new((resource, _) => with(resource, Of(entries)));

    /// <summary>Gives one entry a value, be it new or not.</summary>
    public Change<TResource> Put(string name, T value) => new((resource, _) =>
    {
        var entries = Of(get(resource));
        entries[name] = value;
        return with(resource, entries);
    });

    /// <summary>Takes an entry out, if there is one.</summary>
    public Change<TResource> Remove(string name) => new((resource, _) =>
    {
        var entries = Of(get(resource));
        entries.Remove(name);
        return with(resource, entries);
    });

    private static Dictionary<string, T> Of(IEnumerable<KeyValuePair<string, T>>? entries) => new(entries ?? [], StringComparer.Ordinal);
}
