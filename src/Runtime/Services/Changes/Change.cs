using GeekCafe.Validation;

namespace GeekCafe;

/// <summary>
/// What is to become different in a resource, made from the members of a generated class:
/// <c>EventChange.Title.Set("x") + EventChange.Tags.Append("a")</c>. Immutable; may be kept and shared.
/// </summary>
/// <remarks>
/// A change is made to the version that was read and written on the condition that it still is the current one, so a list that is appended to or
/// a number that is raised changes once, whatever becomes of the answer. What is written is one update of the attributes that differ.
/// </remarks>
/// <typeparam name="TResource">The resource.</typeparam>
public sealed class Change<TResource> where TResource : class, IResource<TResource>
{
    private readonly Step[] _steps;

    internal Change(Step step) => _steps = [step];

    private Change(Step[] steps) => _steps = steps;

    /// <summary>One part of a change.</summary>
    internal delegate TResource Step(TResource resource, ValidationErrors errors);

    /// <summary>The left one, then the right one.</summary>
    public static Change<TResource> operator +(Change<TResource> left, Change<TResource> right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new([.. left._steps, .. right._steps]);
    }

    /// <summary>The resource as it is to be.</summary>
    /// <param name="resource">The resource as it is.</param>
    /// <param name="errors">Gets what cannot be done; the result is then not to be used.</param>
    internal TResource ApplyTo(TResource resource, ValidationErrors errors)
    {
        try
        {
            foreach (var step in _steps) resource = step(resource, errors);
        }
        catch (AbsentDocumentException absent)
        {
            errors.Add(absent.Path, "is null, so its members cannot change; set it as a whole");
        }

        return resource;
    }
}
