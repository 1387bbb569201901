using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Reads when items of a resource expire.</summary>
public sealed class ExpiryParser(INamedTypeSymbol type, EquatableArray<MemberModel> members, Report report)
{
    public ExpiryModel Parse(AttributeData resource) => new(Member(), PurgeAfterDays(resource));

    private string? Member()
    {
        string? found = null;
        foreach (var member in members)
        {
            if (MemberAttributes.Find(type, member.Name, AttributeNames.TimeToLive) is not { } attribute) continue;
            var problem = member.Type is not ScalarType { Method: "DateTimeOffset" or "DateTime" } ? "it must be of type DateTimeOffset or DateTime"
                : member.Access == Access.System ? "the service sets it"
                : found is not null ? $"'{found}' does already, and an item expires once" : null;
            if (problem is not null) report(Rules.UnfitTimeToLive, attribute.Location(), type.Name, member.Name, problem);
            found ??= member.Name;
        }

        return found;
    }

    private int PurgeAfterDays(AttributeData resource)
    {
        // 0 is the default of the property: it says nothing.
        var days = resource.Named<int>("PurgeAfterDays");
        if (days is < 0 or > 36500) report(Rules.UnfitTimeToLive, resource.NamedLocation("PurgeAfterDays"), type.Name, "PurgeAfterDays", "it must be a number of days from 1 to 36500");
        return days;
    }
}
