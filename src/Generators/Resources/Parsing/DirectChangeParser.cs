using GeekCafe.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Reads whether DynamoDB makes changes by member itself, and says what would then be passed over.</summary>
public sealed class DirectChangeParser(INamedTypeSymbol type, Report report)
{
    /// <summary>Hooks that look at the current resource, or at the whole new one.</summary>
    private static readonly string[] Hooks = ["AuthorizeAsync", "OnUpdating", "ValidateAsync", "OnUpdatedAsync"];

    public bool Parse(bool isAudited, bool hasVersions)
    {
        if (type.Find(AttributeNames.Changes) is not { } attribute || !attribute.Named<bool>("Direct")) return false;
        var problem = isAudited ? "its audit trail needs the old values" : hasVersions ? "an item may be of an older version" : null;
        if (problem is not null) report(Rules.IdleDirect, attribute.NamedLocation("Direct"), type.Name, problem);
        return problem is null;
    }

    /// <summary>Looks at a service or what derives from one: its base class is generated, so this is for the analyzer.</summary>
    public static void CheckService(INamedTypeSymbol service, Report report)
    {
        if (ResourceOf(service) is not { } resource || resource.Find(AttributeNames.Changes)?.Named<bool>("Direct") != true) return;
        foreach (var name in Hooks)
        {
            foreach (var hook in service.GetMembers(name))
            {
                if (hook.IsOverride) report(Rules.PassedHook, hook.Place(), service.Name, name, resource.Name);
            }
        }
    }

    private static INamedTypeSymbol? ResourceOf(INamedTypeSymbol service)
    {
        for (var current = service.BaseType; current is not null; current = current.BaseType)
        {
            if (current is { Name: "ResourceService", TypeArguments.Length: 4, ContainingNamespace.Name: "GeekCafe" }) return current.TypeArguments[0] as INamedTypeSymbol;
        }

        return null;
    }
}
