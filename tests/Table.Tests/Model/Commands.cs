namespace GeekCafe.Table.Tests.Model;

/// <summary>
/// A step of a sequence: what one of the callers does. Targets are places among the keys known by then; Stale is how far the version that is
/// named is from the current one, null if none is named.
/// </summary>
public abstract record Command<TResource, TInput>(int Caller);

public sealed record Create<TResource, TInput>(int Caller, TInput Input) : Command<TResource, TInput>(Caller);

public sealed record BatchCreate<TResource, TInput>(int Caller, TInput[] Inputs) : Command<TResource, TInput>(Caller);

public sealed record Get<TResource, TInput>(int Caller, int Target) : Command<TResource, TInput>(Caller);

public sealed record BatchGet<TResource, TInput>(int Caller, int[] Targets) : Command<TResource, TInput>(Caller);

public sealed record Update<TResource, TInput>(int Caller, int Target, Edit<TResource> Change, int? Stale) : Command<TResource, TInput>(Caller);

public sealed record Replace<TResource, TInput>(int Caller, int Target, TInput Input, int? Stale) : Command<TResource, TInput>(Caller);

public sealed record Delete<TResource, TInput>(int Caller, int Target, int? Stale) : Command<TResource, TInput>(Caller);

public sealed record Restore<TResource, TInput>(int Caller, int Target) : Command<TResource, TInput>(Caller);

public sealed record Walk<TResource, TInput>(int Caller, int List, int By, int Limit, bool Descending) : Command<TResource, TInput>(Caller);

/// <summary>A change, as code and, where it can be said so, as a merge patch.</summary>
public sealed record Edit<TResource>(string Name, Func<TResource, TResource> Apply, string? Patch = null)
{
    public override string ToString() => Name;
}
