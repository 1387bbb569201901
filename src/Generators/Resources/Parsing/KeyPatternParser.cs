using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Reads key patterns: literal text and placeholders, separated by <c>#</c>.</summary>
public sealed class KeyPatternParser(INamedTypeSymbol type, EquatableArray<MemberModel> members, MemberParser computed, Report report)
{
    private const char Separator = '#';

    public static bool HoldsTenant(KeyModel key)
    {
        foreach (var part in key.Parts)
        {
            if (!part.IsLiteral && part.Text == "TenantId") return true;
        }

        return false;
    }

    /// <summary>The pattern in an attribute's argument, or null if it cannot be read.</summary>
    public KeyModel? Parse(AttributeData attribute, int argument, bool isPrimary)
    {
        var pattern = attribute.Text(argument);
        var location = attribute.ArgumentLocation(argument);
        var parts = new List<KeyPart>();
        if (pattern.Length == 0) return Malformed("it is empty");

        for (var at = 0; at < pattern.Length;)
        {
            var open = pattern.IndexOf('{', at);
            var literal = pattern.Substring(at, (open < 0 ? pattern.Length : open) - at);
            if (literal.IndexOf('}') >= 0) return Malformed("a '}' has no '{'");
            if (literal.Length > 0)
            {
                if (parts.Count > 0 && literal[0] != Separator) return Malformed($"text after a placeholder must begin with '{Separator}', not '{literal[0]}'");
                parts.Add(new KeyPart(literal, IsLiteral: true));
            }

            if (open < 0) break;
            var close = pattern.IndexOf('}', open);
            if (close < 0) return Malformed("a '{' has no '}'");
            var part = ParsePlaceholder(pattern.Substring(open + 1, close - open - 1), location, isPrimary);
            if (part is null) return null;
            if (parts.Count > 0 && !parts[parts.Count - 1].IsLiteral)
            {
                report(Rules.AdjacentPlaceholders, location, pattern, parts[parts.Count - 1].Text, part.Text);
                return null;
            }

            parts.Add(part);
            at = close + 1;
        }

        return new KeyModel(pattern, parts.ToEquatable());

        KeyModel? Malformed(string problem)
        {
            report(Rules.MalformedPattern, location, pattern, problem);
            return null;
        }
    }

    private KeyPart? ParsePlaceholder(string placeholder, Location? location, bool isPrimary)
    {
        var colon = placeholder.IndexOf(':');
        var name = colon < 0 ? placeholder : placeholder.Substring(0, colon);
        var format = colon < 0 ? "" : placeholder.Substring(colon + 1);
        if ((Find(name) ?? FindComputed(name)) is not { } member)
        {
            // The last is for the code fix; the message does not show it.
            var nearest = Nearest(name);
            report(Rules.UnknownKeyMember, location, type.Name, name, nearest.Length > 0 ? $"; did you mean '{nearest}'?" : "", nearest);
            return null;
        }

        if (Unfitness(member, format, isPrimary) is { } problem)
        {
            report(Rules.UnfitKeyMember, location, type.Name, member.Name, problem);
            return null;
        }

        return new KeyPart(member.Name, IsLiteral: false)
        {
            TypeName = member.Type.Name,
            Format = format,
            EnumNames = member.Type is EnumType named ? named.Model.FullName : "",
            IsNullable = member.IsNullable,
        };
    }

    private static string? Unfitness(MemberModel member, string format, bool isPrimary) => member.Type switch
    {
        _ when isPrimary && member.Access == Access.Computed => "it is computed, and what identifies a resource must stay as it was given",
        _ when isPrimary && member.IsSensitive => "it is sensitive, and primary keys stand in addresses and logs",
        _ when isPrimary && member.IsNullable => "it can be null, and a primary key has no value for null; make it required",
        _ when isPrimary && member.Name is "Version" or "UpdatedAt" or "UpdatedBy" or "DeletedAt" or "DeletedBy" => "it changes with every write",
        EnumType when isPrimary => "an enum cannot be in a primary key; use its name as a text",
        ScalarType { FitsKey: true, IsText: true } when format.Length > 0 => "a text has no format",
        ScalarType { FitsKey: true, Method: "DateTimeOffset" or "DateTime" or "DateOnly" or "TimeOnly" or "Int32" or "Int64" or "Guid" } scalar =>
            Formats.IsKnown(scalar.Method, format) ? null : $"'{format}' is not a format of its type",
        ScalarType { FitsKey: true } or EnumType => format.Length > 0 ? "its type takes no format" : null,
        _ => "only texts, numbers, times, Guids, booleans and enums can be",
    };

    private MemberModel? Find(string name)
    {
        foreach (var member in members)
        {
            if (member.Name == name || member.Attribute == name) return member;
        }

        return null;
    }

    /// <summary>A computed member: as each write computes it anew, an index is never behind it.</summary>
    private MemberModel? FindComputed(string name)
    {
        foreach (var symbol in type.GetMembers())
        {
            if (MemberChecks.IsComputed(symbol) && (symbol.Name == name || Naming.Snake(symbol.Name) == name)) return computed.ParseComputed(type, (IPropertySymbol)symbol);
        }

        return null;
    }

    private string Nearest(string name)
    {
        foreach (var member in members)
        {
            var sameLetters = string.Equals(member.Name.Replace("_", ""), name.Replace("_", ""), StringComparison.OrdinalIgnoreCase);
            if (sameLetters || Spelling.IsNear(member.Name, name)) return member.Name;
        }

        return "";
    }
}

/// <summary>Where an argument of an attribute is written.</summary>
public static class ArgumentLocations
{
    /// <summary>A constructor's argument, wherever it stands.</summary>
    public static Location? ArgumentLocation(this AttributeData attribute, int position)
    {
        var name = position < (attribute.AttributeConstructor?.Parameters.Length ?? 0) ? attribute.AttributeConstructor!.Parameters[position].Name : "";
        return Find(attribute, (argument, at) => argument.NameColon is { } named ? named.Name.Identifier.ValueText == name : argument.NameEquals is null && at == position);
    }

    /// <summary>The assignment of a property.</summary>
    public static Location? NamedLocation(this AttributeData attribute, string name) =>
        Find(attribute, (argument, _) => argument.NameEquals?.Name.Identifier.ValueText == name);

    private static Location? Find(AttributeData attribute, Func<AttributeArgumentSyntax, int, bool> isMeant)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax() is not AttributeSyntax { ArgumentList: { } list }) return attribute.Location();
        for (var i = 0; i < list.Arguments.Count; i++)
        {
            if (isMeant(list.Arguments[i], i)) return list.Arguments[i].GetLocation();
        }

        return attribute.Location();
    }
}
