using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Application;

/// <summary>What an assembly can use, as a few facts that compare equal while nothing that matters changes.</summary>
internal static class KnownTypes
{
    public static AssemblyFacts Facts(Compilation compilation) => new(
        compilation.AssemblyName ?? "Assembly",
        RootNamespace: "",
        compilation.GetTypeByMetadataName("Microsoft.Extensions.DependencyInjection.IServiceCollection") is not null);
}

/// <summary>Facts of an assembly.</summary>
/// <param name="AssemblyName">Its name.</param>
/// <param name="RootNamespace">Where what is generated once goes.</param>
/// <param name="HasServiceCollection">Whether registration in a container can be generated.</param>
internal sealed record AssemblyFacts(string AssemblyName, string RootNamespace, bool HasServiceCollection)
{
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
