using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Attributes of resources on what is none: whoever forgot [Resource] would find that nothing happens.</summary>
public static class StrayAttributes
{
    private static readonly string[] OfResources = [AttributeNames.PrimaryKey, AttributeNames.SecondaryIndex, AttributeNames.LocalSecondaryIndex, AttributeNames.CompositeIndex, AttributeNames.Allow, AttributeNames.Audited, AttributeNames.Changes, AttributeNames.Conditions, AttributeNames.SchemaVersion];

    public static void Report(INamedTypeSymbol type, IFindings findings)
    {
        foreach (var attribute in type.GetAttributes())
        {
            foreach (var name in OfResources)
            {
                if (!attribute.Is(name)) continue;
                var shortName = attribute.AttributeClass!.Name.Replace("Attribute", "");
                findings.Report(Rules.WithoutResource, attribute.Location(), shortName, type.Name, Naming.Snake(type.Name).Replace('_', '-') + "s");
                return;
            }
        }
    }

    /// <summary>Operations and jobs in what is no resource's service: nothing would call them.</summary>
    public static void ReportOperations(INamedTypeSymbol type, IFindings findings)
    {
        if (IsService(type)) return;
        foreach (var member in type.GetMembers())
        {
            foreach (var name in (string[])[AttributeNames.HttpOperation, AttributeNames.Job])
            {
                if (member.Find(name) is { } attribute)
                {
                    findings.Report(Rules.StrayOperation, attribute.Location(), type.Name, member.Name, attribute.AttributeClass!.Name.Replace("Attribute", ""));
                }
            }
        }
    }

    private static bool IsService(INamedTypeSymbol type)
    {
        if (!type.Name.EndsWith("Service", StringComparison.Ordinal) || type.TypeKind != TypeKind.Class || type.Arity > 0) return false;
        var resource = type.Name.Substring(0, type.Name.Length - "Service".Length);
        foreach (var other in ((INamespaceOrTypeSymbol)type.ContainingSymbol).GetTypeMembers(resource, 0))
        {
            if (other.Find(AttributeNames.Resource) is not null) return true;
        }

        return false;
    }
}
