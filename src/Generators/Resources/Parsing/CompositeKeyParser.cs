using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Reads the keys of an index whose key attributes are members as they are stored.</summary>
internal sealed class CompositeKeyParser(INamedTypeSymbol type, EquatableArray<MemberModel> members, Report report)
{
    /// <summary>The most attributes of a partition key, and of a sort key (developer guide, Multi-attribute keys pattern).</summary>
    private const int MaxAttributes = 4;

    public (KeyModel? Partition, KeyModel? Sort) Parse(AttributeData attribute, string index)
    {
        var partition = Parse(attribute, 1, index, isSort: false);
        var sort = Parse(attribute, 2, index, isSort: true);
        if (partition is null || sort is null) return default;
        foreach (var member in sort.Members)
        {
            foreach (var other in partition.Members)
            {
                if (member.Text != other.Text) continue;
                report(Rules.InvalidIndex, attribute.ArgumentLocation(2), type.Name, index, $"'{member.Text}' is in both keys; leave it out of the sort key");
                return default;
            }
        }

        return (partition, sort);
    }

    private KeyModel? Parse(AttributeData attribute, int argument, string index, bool isSort)
    {
        var location = attribute.ArgumentLocation(argument);
        var names = AttributeTexts.Of(attribute, argument);
        var parts = new List<KeyPart>();
        if (names.Count is 0 or > MaxAttributes)
        {
            report(Rules.InvalidIndex, location, type.Name, index, $"a key has one to four members, not {CSharp.Literal(names.Count)}");
            return null;
        }

        foreach (var name in names)
        {
            var found = new KeyMembers(type, members, []).Find(name, out var nearest);
            if (found is null)
            {
                report(Rules.UnknownKeyMember, location, type.Name, name, Misspelling.Advice(nearest), nearest);
                return null;
            }

            if (Part(found, isSort) is not { } part || parts.Exists(known => known.Text == part.Text))
            {
                report(Rules.UnfitKeyMember, location, type.Name, found.Name, Problem(found, isSort) ?? "it is there twice");
                return null;
            }

            parts.Add(part);
        }

        return new KeyModel(string.Join(", ", parts.ConvertAll(static part => $"{{{part.Text}}}")), parts.ToEquatable());
    }

    private KeyPart? Part(KeyMember found, bool isSort)
    {
        if (Problem(found, isSort) is not null) return null;
        var member = Member(found.Name)!;
        var stored = found.Type.SetOf switch
        {
            "N" => new StoredKey(member.Attribute, "Number"),
            "B" => new StoredKey(member.Attribute, "Binary"),
            _ => new StoredKey(member.Attribute),
        };
        return found.Part with
        {
            Stored = stored,
            Write = found.Type.WriteValue(Format.Item, $"item.Name({CSharp.Utf8(member.Attribute)})", found.Part.Local) + ";",
        };
    }

    private string? Problem(KeyMember found, bool isSort) => found.Type switch
    {
        _ when found.IsComputed || Member(found.Name) is not { } => "it is not stored as an attribute of its own; use [SecondaryIndex]",
        _ when Member(found.Name) is { IsNullable: true, HasInitialContent: true } => "its null is stored as NULL, which no key attribute can be; remove its initial value",
        ScalarType { Method: "DateTimeOffset" } when isSort && !SystemMemberList.Contains(found.Name) => "it is stored with its offset, which does not sort by time; use DateTime, or [SecondaryIndex]",
        ScalarType { Method: "TimeSpan" } when isSort => "it is stored as text that does not sort by length; use [SecondaryIndex]",
        ScalarType { Method: "Boolean" } => "DynamoDB has no key attributes of type BOOL; use an enum",
        ScalarType { FitsKey: true } or ScalarType { Name: "byte[]" } or EnumType => null,
        _ => "only texts, numbers, times, Guids, bytes and enums can be",
    };

    private MemberModel? Member(string name)
    {
        foreach (var member in members)
        {
            if (member.Name == name) return member;
        }

        return null;
    }
}
