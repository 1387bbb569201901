using GeekCafe.DynamoDb;
using GeekCafe.Validation;

namespace GeekCafe;

/// <summary>
/// What is to become different in a resource, made from the members of a generated class:
/// <c>EventChange.Title.Set("x") + EventChange.Tags.Append("a")</c>. Immutable; may be kept and shared.
/// </summary>
/// <remarks>
/// It has two forms with one meaning. Made to the version that was read, it is written on the condition that this still is the current one. Made
/// by DynamoDB itself (<see cref="ChangesAttribute.Direct"/>), it is an update expression. Either way a list that is appended to, or a number that is
/// raised, changes once, whatever becomes of the answer.
/// </remarks>
/// <typeparam name="TResource">The resource.</typeparam>
public sealed class Change<TResource> where TResource : class, IResource<TResource>
{
    private readonly (Step Step, Func<UpdatePart?> Part)[] _steps;

    /// <param name="step">Makes it to a record.</param>
    /// <param name="part">Makes it a part of an update expression; null where DynamoDB could not do the same.</param>
    internal Change(Step step, Func<UpdatePart?> part) => _steps = [(step, part)];

    private Change((Step, Func<UpdatePart?>)[] steps) => _steps = steps;

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
            foreach (var (step, _) in _steps) resource = step(resource, errors);
        }
        catch (AbsentDocumentException absent)
        {
            errors.Add(absent.Path, "is null, so its members cannot change; set it as a whole");
        }

        return resource;
    }

    /// <summary>The same as an update that DynamoDB makes itself; null where it could not, or where a value is not valid.</summary>
    internal DirectUpdate? Direct()
    {
        try
        {
            var parts = new UpdatePart[_steps.Length];
            for (var i = 0; i < parts.Length; i++)
            {
                if (_steps[i].Part() is not { } part) return null;
                parts[i] = part;
            }

            return DirectUpdate.Of(parts);
        }
        catch (ItemFormatException)
        {
            return null;
        }
    }
}
