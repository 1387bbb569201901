using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Rules about the indexes of one table, to which several resources may contribute.</summary>
internal static class IndexChecks
{
    /// <summary>Developer guide, Quotas: local secondary indexes per table.</summary>
    private const int MaxLocal = 5;

    public static void Run(IReadOnlyList<(ResourceModel Resource, INamedTypeSymbol Type)> resources, IFindings findings)
    {
        var indexes = new List<(ResourceModel Resource, INamedTypeSymbol Type, IndexModel Index)>();
        foreach (var (resource, type) in resources)
        {
            foreach (var index in resource.Indexes) indexes.Add((resource, type, index));
        }

        var known = new Dictionary<string, (string Resource, PhysicalIndex Index)>(StringComparer.Ordinal);
        var local = 0;
        foreach (var (resource, type, index) in indexes)
        {
            var physical = index.ToPhysical();
            if (!known.TryGetValue(index.Physical, out var first))
            {
                known.Add(index.Physical, (resource.Identity.Name, physical));
                if (physical.IsLocal && ++local > MaxLocal) findings.Report(Rules.TooManyLocalIndexes, Location(type, index), resource.Identity.Name, index.Name);
            }
            else if (Difference(first.Index, physical) is { } difference)
            {
                findings.Report(Rules.ConflictingIndexes, Location(type, index), resource.Identity.Name, first.Resource, index.Physical, difference);
            }

            if (index.Kind != IndexKind.Composite) continue;
            foreach (var (other, otherType) in resources) CheckTypes(physical, index, resource, other, otherType, findings);
        }
    }

    private static string? Difference(PhysicalIndex one, PhysicalIndex other) =>
        one.IsLocal != other.IsLocal ? "one is local, the other global"
        : one.Partition != other.Partition || one.Sort != other.Sort ? "their key attributes differ" : null;

    /// <summary>DynamoDB refuses an item whose attribute has another type than the index has, or no text in it.</summary>
    private static void CheckTypes(PhysicalIndex physical, IndexModel index, ResourceModel resource, ResourceModel other, INamedTypeSymbol otherType, IFindings findings)
    {
        foreach (var key in new[] { physical.Partition, physical.Sort })
        {
            foreach (var attribute in key)
            {
                foreach (var member in other.Record.Members)
                {
                    if (member.Attribute != attribute.Attribute || TypeOf(member) == attribute.Type) continue;
                    var location = otherType.GetMembers(member.Name) is [var symbol, ..] ? symbol.Place() : otherType.Place();
                    findings.Report(Rules.ConflictingKeyAttribute, location, other.Identity.Name, member.Name, member.Attribute,
                        attribute.Type.ToLowerInvariant(), index.Name, resource.Identity.Name);
                }
            }
        }
    }

    private static string TypeOf(MemberModel member) => ((member.Type as WrapperType)?.Stored ?? member.Type) switch
    {
        _ when member is { IsNullable: true, HasInitialContent: true } => "Null",
        ScalarType { Tag: "N" } => "Number",
        ScalarType { Tag: "B" } => "Binary",
        ScalarType { Tag: "BOOL" } => "Boolean",
        ScalarType or EnumType => "Text",
        _ => "Document",
    };

    private static Location? Location(INamedTypeSymbol type, IndexModel index)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (IndexParser.KindOf(attribute) is not null && attribute.Text(0) == index.Name) return attribute.Location();
        }

        return type.Place();
    }
}
