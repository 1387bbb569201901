namespace GeekCafe;

/// <summary>The operations every resource has.</summary>
public abstract class ResourceService<TResource, TKey, TInput, TPatch>(ServiceEnvironment environment)
    where TResource : class, IResource<TResource, TKey, TInput, TPatch>
    where TKey : struct, IResourceKey
    where TInput : class, IApiInput<TInput>
    where TPatch : class, IApiInput<TPatch>
{
    /// <summary>What all services share.</summary>
    protected ServiceEnvironment Environment { get; } = environment;
}
