using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Usage;

/// <summary>What usage rules look for, once for a compilation.</summary>
internal sealed class UsageSymbols
{
    private readonly HashSet<INamedTypeSymbol> _results = new(SymbolEqualityComparer.Default);
    private readonly INamedTypeSymbol? _service;
    private readonly INamedTypeSymbol? _application;
    private readonly IAssemblySymbol _runtime;

    private UsageSymbols(Compilation compilation, INamedTypeSymbol result)
    {
        _runtime = result.ContainingAssembly;
        foreach (var name in (string[])["GeekCafe.ServiceResult`1", "GeekCafe.ServiceError", "GeekCafe.DynamoDb.WriteOutcome`1"])
        {
            if (compilation.GetTypeByMetadataName(name) is { } type) _results.Add(type);
        }

        _service = compilation.GetTypeByMetadataName("GeekCafe.ResourceService`4");
        _application = compilation.GetTypeByMetadataName("GeekCafe.IApplication`1");
    }

    /// <summary>Null where the runtime library is not referenced: there is nothing to use.</summary>
    public static UsageSymbols? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("GeekCafe.ServiceResult`1") is { } result ? new(compilation, result) : null;

    /// <summary>Whether a value says that something may have failed: a result, an error, or a list of them. An array is what WhenAll makes of tasks that are known elsewhere.</summary>
    public bool IsResult(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol named when _results.Contains(named.OriginalDefinition) => true,
        INamedTypeSymbol { Name: "IReadOnlyList", TypeArguments: [var element] } => IsResult(element),
        _ => false,
    };

    /// <summary>What a task gives; null if the type is none.</summary>
    public static ITypeSymbol? ResultOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result], ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" } } ? result : null;

    /// <summary>Whether the type is a task.</summary>
    public static bool IsTask(ITypeSymbol? type) =>
        type is { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" } };

    public static bool IsToken(ITypeSymbol? type) => type is { Name: "CancellationToken", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } };

    /// <summary>Whether the method is the library's, of a service, or answers as a service does.</summary>
    public bool IsOurs(IMethodSymbol method) => IsOfRuntime(method) || IsService(method.ContainingType) || IsResult(ResultOf(method.ReturnType));

    public bool IsOfRuntime(ISymbol? symbol) => symbol is not null && SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, _runtime);

    /// <summary>Whether the type is a resource's service, or derives from one.</summary>
    public bool IsService(INamedTypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, _service)) return true;
        }

        return false;
    }

    /// <summary>Whether one object of the type serves all callers: services, applications, and what implements an interface of the library's.</summary>
    public bool IsShared(INamedTypeSymbol type)
    {
        if (IsService(type)) return true;
        foreach (var implemented in type.AllInterfaces)
        {
            if (SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, _application)) return true;
            if (IsOfRuntime(implemented) && implemented.Name is "IApiKeyStore" or "IDynamoTransport" or "IIdGenerator") return true;
        }

        return false;
    }
}
