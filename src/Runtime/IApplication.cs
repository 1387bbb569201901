using GeekCafe.DynamoDb;
using GeekCafe.Lambda;

namespace GeekCafe;

/// <summary>
/// All resources of an assembly together: their table, their services, their operations. The generator writes one implementation for an
/// assembly; hosts take it as a type argument.
/// </summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IApplication<TSelf> where TSelf : class, IApplication<TSelf>
{
    /// <summary>The table that holds all resources: keys and indexes.</summary>
    static abstract TableDefinition Table { get; }

    /// <summary>Resources, members, routes and keys as JSON, for tools. The schema is described in docs/manifest.md.</summary>
    static abstract string Manifest { get; }

    /// <summary>Makes the services.</summary>
    /// <param name="environment">What they share.</param>
    static abstract TSelf Create(ServiceEnvironment environment);

    /// <summary>The route table.</summary>
    IReadOnlyList<ApiOperation> Operations { get; }

    /// <summary>The jobs. Default: none.</summary>
    IReadOnlyList<ApplicationJob> Jobs => [];

    /// <summary>The services that override <c>OnChangeAsync</c>: each change of their resources is given to them. Default: none.</summary>
    IReadOnlyList<StreamTarget> StreamTargets => [];

    /// <summary>
    /// What the application chooses for every host it runs in: API keys, middleware, CORS. Write it in your part of the generated class; hosts call
    /// it once, after the services are made. Default: nothing.
    /// </summary>
    /// <param name="options">The host's options.</param>
    void Configure(LambdaOptions options)
    {
    }
}
