using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Core;

/// <summary>How a name in C# becomes another; the numbers are those of GeekCafe.NamingPolicy.</summary>
public enum NamingPolicy
{
    Default,
    SnakeCase,
    CamelCase,
    PascalCase,
    KebabCase,
    AsDeclared,
}

/// <summary>How an assembly names what it stores and what it shows.</summary>
public sealed record NamingPolicies(NamingPolicy Table, NamingPolicy Api)
{
    public static readonly NamingPolicies Default = new(NamingPolicy.SnakeCase, NamingPolicy.CamelCase);

    /// <summary>Reads the assembly's attribute. Whoever parses asks anew each time, so an edit of the attribute is seen.</summary>
    public static NamingPolicies Of(IAssemblySymbol assembly)
    {
        foreach (var attribute in assembly.GetAttributes())
        {
            if (attribute.AttributeClass is not { Name: "NamingAttribute", ContainingNamespace: { Name: "GeekCafe", ContainingNamespace.IsGlobalNamespace: true } }) continue;
            var policies = Default;
            foreach (var argument in attribute.NamedArguments)
            {
                if (argument.Value is not { Kind: TypedConstantKind.Enum, Value: int value }) continue;
                var policy = (NamingPolicy)value;
                if (policy == NamingPolicy.Default) continue;
                policies = argument.Key == "Api" ? policies with { Api = policy } : policies with { Table = policy };
            }

            return policies;
        }

        return Default;
    }

    public string Stored(string name) => Apply(Table, name);

    public string Shown(string name) => Apply(Api, name);

    private static string Apply(NamingPolicy policy, string name) => policy switch
    {
        NamingPolicy.SnakeCase => Naming.Snake(name),
        NamingPolicy.CamelCase => Naming.Camel(name),
        NamingPolicy.PascalCase => Naming.Pascal(name),
        NamingPolicy.KebabCase => Naming.Snake(name).Replace('_', '-'),
        _ => name,
    };
}
