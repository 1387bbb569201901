using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Model;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Reads whether a resource is audited.</summary>
public sealed class AuditParser(INamedTypeSymbol type, EquatableArray<MemberModel> members, Report report)
{
    public AuditModel? Parse()
    {
        if (type.Find(AttributeNames.Audited) is not { } attribute) return null;
        var attributes = new List<string>();
        foreach (var name in AttributeTexts.Of(attribute, "NameOnly"))
        {
            var found = Find(name);
            if (found is not null)
            {
                attributes.Add(found.Attribute);
                continue;
            }

            var nearest = Misspelling.Nearest(members, name);
            report(Rules.UnknownAuditedMember, attribute.NamedLocation("NameOnly"), type.Name, name, Misspelling.Advice(nearest), nearest);
        }

        // Trails are read by more people than records are.
        foreach (var member in members)
        {
            if (member.IsSensitive && !attributes.Contains(member.Attribute)) attributes.Add(member.Attribute);
        }

        return new AuditModel(attributes.ToEquatable());
    }

    private MemberModel? Find(string name)
    {
        foreach (var member in members)
        {
            if (member.Name == name) return member;
        }

        return null;
    }
}
