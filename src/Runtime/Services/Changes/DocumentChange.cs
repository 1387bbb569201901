namespace GeekCafe;

/// <summary>A nested record in changes; the generated class for it has its members.</summary>
/// <typeparam name="TResource">The resource.</typeparam>
/// <typeparam name="T">The nested record.</typeparam>
/// <param name="path">The member as the API names it.</param>
/// <param name="get">Its value.</param>
/// <param name="with">The resource with another value of it.</param>
public class DocumentChange<TResource, T>(string path, Func<TResource, T?> get, Func<TResource, T, TResource> with)
    where TResource : class, IResource<TResource> where T : class, IDocument<T>
{
    /// <summary>How it is stored, if DynamoDB may change it without a read.</summary>
    public StoredMember<T>? Stored { get; init; }

    /// <summary>Gives the member a value.</summary>
    public Change<TResource> Set(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new((resource, _) => with(resource, value), () => Stored?.Set(path, value));
    }

    /// <summary>The path of one of its members as the API names it.</summary>
    protected string Within(string member) => $"{path}.{member}";

    /// <summary>The value of one of its members; of a record that is null, the default.</summary>
    protected Func<TResource, TMember> Getter<TMember>(Func<T, TMember> member) => resource => get(resource) is { } record ? member(record) : default!;

    /// <summary>The resource with another value of one of its members; that is an error of the change where the record is null.</summary>
    protected Func<TResource, TMember, TResource> Setter<TMember>(Func<T, TMember, T> member) =>
        (resource, value) => with(resource, member(get(resource) ?? throw new AbsentDocumentException(path), value));
}

/// <summary>A member of a nested record that is null cannot change.</summary>
/// <param name="path">The nested record as the API names it.</param>
#pragma warning disable CA1032, CA1064 // Never leaves the change it is made in.
internal sealed class AbsentDocumentException(string path) : Exception
#pragma warning restore CA1032, CA1064
{
    public string Path { get; } = path;
}
