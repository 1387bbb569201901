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
        compilation.GetTypeByMetadataName("Microsoft.Extensions.DependencyInjection.IServiceCollection") is not null);

    /// <summary>What the project says its namespace is; may be empty.</summary>
    public static string RootNamespace(AnalyzerConfigOptions options) => options.TryGetValue("build_property.RootNamespace", out var value) ? value : "";
}

/// <summary>Facts of an assembly.</summary>
/// <param name="AssemblyName">Its name.</param>
/// <param name="RootNamespace">Where what is generated once goes.</param>
/// <param name="HasServiceCollection">Whether registration in a container can be generated.</param>
internal sealed record AssemblyFacts(string AssemblyName, string RootNamespace, bool HasServiceCollection)
{
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
