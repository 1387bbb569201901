using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Types;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Whether the kinds of a base record can be told apart.</summary>
public static class KindChecks
{
    public static void Run(INamedTypeSymbol record, IAssemblySymbol assembly, Report report)
    {
        var taken = new HashSet<object>();
        Type? one = null;
        var count = 0;
        foreach (var (kind, discriminator) in KindsType.Listed(record))
        {
            count++;
            var problem = kind is null || !Derives(kind, record) ? $"'{kind?.Name}' does not derive from it"
                : kind.IsAbstract || kind.IsGenericType || !kind.IsRecord ? $"'{kind.Name}' is abstract, generic or no record; list what derives from it"
                : kind.Find(AttributeNames.Resource) is not null ? $"'{kind.Name}' is a resource of its own"
                : !IsGenerated(kind, assembly) ? $"'{kind.Name}' is declared in another project, where nothing is generated for it"
                : discriminator is not (int or string { Length: > 0 }) ? $"'{kind.Name}' has no discriminator; write [JsonDerivedType(typeof({kind.Name}), \"{Naming.Snake(kind.Name)}\")]"
                : one is not null && discriminator.GetType() != one ? "some discriminators are texts and others numbers; use one of them"
                : !taken.Add(discriminator) ? $"two kinds have the discriminator '{discriminator}'"
                : MemberProblem(kind, record);
            one ??= discriminator?.GetType();
            if (problem is not null) report(Rules.UnfitKinds, record.Place(), record.Name, problem);
        }

        if (count == 0) report(Rules.UnfitKinds, record.Place(), record.Name, "it lists none; add [JsonDerivedType(typeof(...), \"...\")] for each");
        foreach (var name in (string[])[record.Name + "Kinds", $"Any{record.Name}Patch"])
        {
            foreach (var other in ((INamespaceOrTypeSymbol)record.ContainingSymbol).GetTypeMembers(name))
            {
                if (GeneratedNames.IsUsers(other) && !TypeIdentity.IsPartial(other)) report(Rules.NameTaken, other.Place(), name, record.Name, GeneratedNames.MakePartial);
            }
        }
    }

    private static bool IsGenerated(INamedTypeSymbol kind, IAssemblySymbol assembly)
    {
        if (SymbolEqualityComparer.Default.Equals(kind.ContainingAssembly, assembly)) return true;
        foreach (var implemented in kind.Interfaces)
        {
            if (implemented is { Name: "IDocument", ContainingNamespace.Name: "GeekCafe" }) return true;
        }

        return false;
    }

    private static bool Derives(INamedTypeSymbol kind, INamedTypeSymbol record)
    {
        for (var current = kind; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, record)) return true;
        }

        return false;
    }

    private static string? MemberProblem(INamedTypeSymbol kind, INamedTypeSymbol record)
    {
        var discriminator = KindsType.PropertyName(record);
        foreach (var member in Inheritance.Members(kind))
        {
            if (!MemberChecks.IsStored(member) || (Naming.Camel(member.Name) != discriminator && Naming.Snake(member.Name) != Naming.Snake(discriminator))) continue;
            return $"the discriminator '{discriminator}' is also a member of '{kind.Name}'; name another with [JsonPolymorphic(TypeDiscriminatorPropertyName = ...)]";
        }

        return null;
    }
}
