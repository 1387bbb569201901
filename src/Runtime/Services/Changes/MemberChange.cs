using System.Numerics;

namespace GeekCafe;

/// <summary>A member in changes.</summary>
/// <typeparam name="TResource">The resource.</typeparam>
/// <typeparam name="T">The member's type.</typeparam>
/// <param name="path">The member as the API names it.</param>
/// <param name="get">Its value.</param>
/// <param name="with">The resource with another value of it.</param>
public class MemberChange<TResource, T>(string path, Func<TResource, T> get, Func<TResource, T, TResource> with)
    where TResource : class, IResource<TResource>
{
    /// <summary>How it is stored, if DynamoDB may change it without a read.</summary>
    public StoredMember<T>? Stored { get; init; }

    /// <summary>Gives the member a value. Null, where it may be null, removes it.</summary>
    public Change<TResource> Set(T value) => new((resource, _) => with(resource, value), () => Stored?.Set(Path, value));

    /// <summary>Gives the member a value if it is null.</summary>
    public Change<TResource> SetIfNull(T value) =>
        new((resource, _) => get(resource) is null ? with(resource, value) : resource, () => Stored?.SetIfNull(Path, value));

    /// <summary>The member as the API names it, for what is wrong with it.</summary>
    private protected string Path { get; } = path;

    private protected T Get(TResource resource) => get(resource);

    private protected TResource With(TResource resource, T value) => with(resource, value);
}

/// <summary>A number in changes.</summary>
/// <typeparam name="TResource">The resource.</typeparam>
/// <typeparam name="T">The member's type.</typeparam>
/// <param name="path">The member as the API names it.</param>
/// <param name="get">Its value.</param>
/// <param name="with">The resource with another value of it.</param>
public sealed class NumberChange<TResource, T>(string path, Func<TResource, T> get, Func<TResource, T, TResource> with)
    : MemberChange<TResource, T>(path, get, with) where TResource : class, IResource<TResource> where T : struct, INumber<T>, IMinMaxValue<T>
{
    /// <summary>Adds to the number. A result that its type cannot hold is a validation error. For what many count at once, see <see cref="CounterAttribute"/>.</summary>
    /// <param name="by">How much; below zero to subtract.</param>
    public Change<TResource> Increment(T by) => new((resource, errors) =>
    {
        try
        {
            return With(resource, checked(Get(resource) + by));
        }
        catch (OverflowException)
        {
            errors.Add(Path, "would be out of range");
            return resource;
        }
    }, () => T.IsNegative(by) ? Stored?.Increment(by, ">=", T.MinValue - by) : Stored?.Increment(by, "<=", T.MaxValue - by));
}
