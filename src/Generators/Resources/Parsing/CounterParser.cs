using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Reads which members are counters.</summary>
public sealed class CounterParser(INamedTypeSymbol type, EquatableArray<MemberModel> members, Report report)
{
    /// <param name="keys">All key patterns: what is counted is in none, for counting would not move the item.</param>
    public EquatableArray<CounterModel> Parse(IReadOnlyList<KeyModel> keys)
    {
        var counters = new List<CounterModel>();
        foreach (var member in members)
        {
            if (MemberAttributes.Find(type, member.Name, AttributeNames.Counter) is not { } attribute) continue;
            var shards = attribute.Named<int>("Shards");
            var problem = member.Access == Access.System ? "the service sets it"
                : member.Type is not ScalarType { Method: "Int64" or "Int32", IsNullable: false } ? "it must be of type long or int"
                : shards is not (0 or (>= 2 and <= 100)) ? "Shards must be 2 to 100, or left out"
                : IsIn(keys, member) ? "it stands in a key, which counting does not change" : null;
            if (problem is not null) report(Rules.UnfitCounter, attribute.Location(), type.Name, member.Name, problem);
            counters.Add(new CounterModel(member, shards));
        }

        if (counters.Count > 0) new GeneratedNames(type, report).CheckSibling("Counters");
        return counters.ToEquatable();
    }

    private static bool IsIn(IReadOnlyList<KeyModel> keys, MemberModel member)
    {
        foreach (var key in keys)
        {
            foreach (var part in key.Members)
            {
                if (part.Text == member.Name) return true;
            }
        }

        return false;
    }
}
