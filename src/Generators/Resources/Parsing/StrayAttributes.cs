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
}
