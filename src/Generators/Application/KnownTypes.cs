using GeekCafe.Generators.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeekCafe.Generators.Application;

/// <summary>What an assembly can use, as a few facts that compare equal while nothing that matters changes.</summary>
internal static class KnownTypes
{
    public static AssemblyFacts Facts(Compilation compilation) => new(
        compilation.AssemblyName ?? "Assembly",
        RootNamespace: "",
        compilation.GetTypeByMetadataName("Microsoft.Extensions.DependencyInjection.IServiceCollection") is not null) { Functions = Functions(compilation) };

    /// <summary>Types of Amazon's libraries for the managed runtime, of versions that have what is needed.</summary>
    private static FunctionFacts Functions(Compilation compilation)
    {
        const string Events = "Amazon.Lambda.APIGatewayEvents.";
        if (compilation.GetTypeByMetadataName("Amazon.Lambda.Core.ILambdaContext") is not { } context) return FunctionFacts.None;
        return new(true,
            Has("APIGatewayProxyRequest", "MultiValueHeaders") && Has("APIGatewayProxyResponse", "IsBase64Encoded") && Has("APIGatewayCustomAuthorizerContext", "Claims"),
            Has("APIGatewayHttpApiV2ProxyRequest+AuthorizerDescription", "Lambda") && Has("APIGatewayHttpApiV2ProxyResponse", "IsBase64Encoded"),
            context.GetMembers("TenantId").Length > 0, context.GetMembers("TraceId").Length > 0);

        bool Has(string type, string member) => compilation.GetTypeByMetadataName(Events + type)?.GetMembers(member).Length > 0;
    }

    /// <summary>What the project says its namespace is; may be empty.</summary>
    public static string RootNamespace(AnalyzerConfigOptions options) => options.TryGetValue("build_property.RootNamespace", out var value) ? value : "";
}

/// <summary>Facts of an assembly.</summary>
/// <param name="AssemblyName">Its name.</param>
/// <param name="RootNamespace">Where what is generated once goes; empty only before <see cref="In"/>.</param>
/// <param name="HasServiceCollection">Whether registration in a container can be generated.</param>
internal sealed record AssemblyFacts(string AssemblyName, string RootNamespace, bool HasServiceCollection)
{
    /// <summary>What it can use to write handlers of the managed runtime.</summary>
    public FunctionFacts Functions { get; init; } = FunctionFacts.None;

    /// <summary>The same facts with the project's namespace; where it says none, that is the assembly's name.</summary>
    public AssemblyFacts In(string space) => this with { RootNamespace = Naming.Namespace(space.Length > 0 ? space : AssemblyName) };

    /// <summary>The assembly's name as the beginning of type names: <c>Acme.Orders</c> is <c>AcmeOrders</c>.</summary>
    public string Name
    {
        get
        {
            var name = new System.Text.StringBuilder();
            foreach (var character in AssemblyName)
            {
                if (char.IsLetterOrDigit(character) || character == '_') name.Append(character);
            }

            return name.Length == 0 || char.IsDigit(name[0]) ? "_" + name : name.ToString();
        }
    }
}

/// <summary>Which forms of handlers an assembly has types for.</summary>
/// <param name="HasContext">Whether there is an <c>ILambdaContext</c>.</param>
/// <param name="HasRest">Whether there are events of REST APIs.</param>
/// <param name="HasHttpApi">Whether there are events of HTTP APIs.</param>
/// <param name="HasTenantId">Whether the context says the tenant of isolation mode.</param>
/// <param name="HasTraceId">Whether it says the trace.</param>
internal sealed record FunctionFacts(bool HasContext, bool HasRest, bool HasHttpApi, bool HasTenantId, bool HasTraceId)
{
    public static readonly FunctionFacts None = new(false, false, false, false, false);
}
