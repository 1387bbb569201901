using CsCheck;

namespace GeekCafe.Table.Tests.Model;

/// <summary>A kind of resource under test: its service, how to make inputs and changes, and, told a second time and independently, its rules.</summary>
public abstract class Subject<TResource, TKey, TInput, TPatch>
    where TResource : class, IResource<TResource, TKey, TInput, TPatch>
    where TKey : struct, IResourceKey
    where TInput : class, IApiInput<TInput>
    where TPatch : class, IApiInput<TPatch>
{
    public abstract ResourceService<TResource, TKey, TInput, TPatch> Service(ServiceEnvironment environment);

    public abstract Gen<TInput> Inputs { get; }

    public abstract Gen<Edit<TResource>> Changes { get; }

    /// <summary>All lists there are.</summary>
    public abstract IReadOnlyList<ListOf<TResource>> Lists { get; }

    /// <summary>The record a create of this input makes, without its system members.</summary>
    public abstract TResource Made(TInput input);

    /// <summary>The record a replacement makes.</summary>
    public abstract TResource Replaced(TResource current, TInput input);

    public virtual bool MayRead(Caller caller, TResource resource) => true;

    public virtual bool MayChange(Caller caller, TResource resource) => resource.System.CreatedBy == caller.UserId || caller.HasRole("admin");

    /// <summary>Whether a change touches what identifies the resource.</summary>
    public abstract bool SameIdentity(TResource before, TResource after);

    public Gen<Command<TResource, TInput>[]> Sequences
    {
        get
        {
            var caller = Any.Of(0, 0, 0, 1, 1, 2, 3);
            var target = Gen.Int[0, 30];
            var stale = Any.Of<int?>(null, null, null, null, 0, 0, -1);
            return Gen.Frequency<Command<TResource, TInput>>(
                (8, caller.Select(Inputs, static Command<TResource, TInput> (c, input) => new Create<TResource, TInput>(c, input))),
                (1, caller.Select(Inputs.Array[1, 4], static Command<TResource, TInput> (c, inputs) => new BatchCreate<TResource, TInput>(c, inputs))),
                (2, caller.Select(target, static Command<TResource, TInput> (c, t) => new Get<TResource, TInput>(c, t))),
                (1, caller.Select(target.Array[1, 5], static Command<TResource, TInput> (c, t) => new BatchGet<TResource, TInput>(c, t))),
                (5, Gen.Select(caller, target, Changes, stale, static Command<TResource, TInput> (c, t, change, s) => new Update<TResource, TInput>(c, t, change, s))),
                (1, Gen.Select(caller, target, Inputs, stale, static Command<TResource, TInput> (c, t, input, s) => new Replace<TResource, TInput>(c, t, input, s))),
                (2, Gen.Select(caller, target, stale, static Command<TResource, TInput> (c, t, s) => new Delete<TResource, TInput>(c, t, s))),
                (2, caller.Select(target, static Command<TResource, TInput> (c, t) => new Restore<TResource, TInput>(c, t))),
                (3, Gen.Select(caller, Gen.Int[0, 9], Gen.Int[0, 3], Gen.Int[1, 5], Gen.Bool,
                    static Command<TResource, TInput> (c, list, by, limit, descending) => new Walk<TResource, TInput>(c, list, by, limit, descending)))).Array[8, 40];
        }
    }
}

/// <summary>A list, and what belongs into it and in which order.</summary>
/// <param name="By">The values to list by; those of a list of everything are not used.</param>
/// <param name="Read">Asks the service.</param>
/// <param name="Holds">Whether a live resource belongs to the list by a value.</param>
/// <param name="Order">Its order.</param>
public sealed record ListOf<TResource>(
    string[] By,
    Func<object, Caller, string, PageRequest, Task<ServiceResult<Page<TResource>>>> Read,
    Func<TResource, string, bool> Holds,
    Comparison<TResource> Order);

/// <summary>Generators this library lacks.</summary>
public static class Any
{
    /// <summary>One of some values.</summary>
    public static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
