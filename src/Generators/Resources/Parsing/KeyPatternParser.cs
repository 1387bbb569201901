using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Reads key patterns: literal text and placeholders, separated by <c>#</c>.</summary>
public sealed class KeyPatternParser(INamedTypeSymbol type, EquatableArray<MemberModel> members, IReadOnlyList<RecordModel> documents, bool isPython, Report report)
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
                if (isPython && !string.Equals(literal, literal.ToLowerInvariant(), StringComparison.Ordinal)) return Malformed($"the Python SDK writes keys in lower case: '{literal.ToLowerInvariant()}'");
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
                report(Rules.AdjacentPlaceholders, location, pattern, Shown(parts[parts.Count - 1]), Shown(part));
                return null;
            }

            parts.Add(part);
            at = close + 1;
        }

        return new KeyModel(pattern, parts.ToEquatable()) { IsPython = isPython };

        KeyModel? Malformed(string problem)
        {
            report(Rules.MalformedPattern, location, pattern, problem);
            return null;
        }
    }

    private static string Shown(KeyPart part) => part.Path.Length > 0 ? part.Path : part.Text;

    private KeyPart? ParsePlaceholder(string placeholder, Location? location, bool isPrimary)
    {
        var colon = placeholder.IndexOf(':');
        var name = colon < 0 ? placeholder : placeholder.Substring(0, colon);
        var format = colon < 0 ? "" : placeholder.Substring(colon + 1);
        var found = new KeyMembers(type, members, documents).Find(name, out var nearest);
        if (found is not { } part)
        {
            // The last is for the code fix; the message does not show it.
            report(Rules.UnknownKeyMember, location, type.Name, name, Misspelling.Advice(nearest), nearest);
            return null;
        }

        if (((isPython ? PythonUnfitness(part, format) : null) ?? Unfitness(part, format, isPrimary)) is { } problem)
        {
            report(Rules.UnfitKeyMember, location, type.Name, part.Name, problem);
            return null;
        }

        return part.Part with { Format = format };
    }

    /// <summary>What of it Python has no text for, or a list could not compare.</summary>
    private static string? PythonUnfitness(KeyMember member, string format) => member.Type switch
    {
        _ when format.Length > 0 => "keys of the Python SDK have no formats",
        _ when member.Name is "Version" => "it follows from UpdatedAt; use that",
        ScalarType { Method: "String" or "Boolean" or "SByte" or "Byte" or "Int16" or "UInt16" or "Int32" or "UInt32" or "Int64" or "Double" or "DateTimeOffset" } or EnumType => null,
        _ => "in keys of the Python SDK only texts, whole numbers up to long, double, bool, enums and DateTimeOffset can be",
    };

    private static string? Unfitness(KeyMember member, string format, bool isPrimary) => member.Type switch
    {
        _ when isPrimary && member.IsSensitive => "it is sensitive, and primary keys stand in addresses and logs",
        _ when isPrimary && member.Name is "Version" or "UpdatedAt" or "UpdatedBy" or "DeletedAt" or "DeletedBy" => "it changes with every write",
        _ when isPrimary && member.Part.IsNullable => "it can be null, and a primary key has no value for null; make it required",
        _ when isPrimary && member.IsComputed => "it is computed, and a primary key stays as it is; use a member that is stored",
        _ when member.Name == "TenantId" && format.Length > 0 => "two tenants could have one key; leave the format out",
        _ when member.IsAmbiguous => "the resource has a member of the same name without the point; rename one of them",
        EnumType when isPrimary => "an enum cannot be in a primary key; use its name as a text",
        ScalarType { FitsKey: true, IsText: true } => format is "" or "lower" ? null : "the only format of a text is 'lower'",
        ScalarType { FitsKey: true, IsFormattable: true } scalar => Formats.IsKnown(scalar.Method, format) ? null : $"'{format}' is not a format of its type",
        ScalarType { Method: "Half" or "BigInteger" } => "it has no text of one width that sorts as it does; use double, decimal or Int128",
        ScalarType { FitsKey: true } or EnumType => format.Length > 0 ? "its type takes no format" : null,
        _ => "only texts, numbers, times, Guids, booleans and enums can be",
    };
}

/// <summary>Where an argument of an attribute is written.</summary>
public static class ArgumentLocations
{
    /// <summary>A constructor's argument, wherever it stands.</summary>
    public static Location? ArgumentLocation(this AttributeData attribute, int position) => attribute.ArgumentSyntax(position)?.GetLocation() ?? attribute.Location();

    /// <summary>The assignment of a property.</summary>
    public static Location? NamedLocation(this AttributeData attribute, string name) => attribute.NamedSyntax(name)?.GetLocation() ?? attribute.Location();

    /// <inheritdoc cref="ArgumentLocation"/>
    public static AttributeArgumentSyntax? ArgumentSyntax(this AttributeData attribute, int position)
    {
        var name = position < (attribute.AttributeConstructor?.Parameters.Length ?? 0) ? attribute.AttributeConstructor!.Parameters[position].Name : "";
        return Find(attribute, (argument, at) => argument.NameColon is { } named ? named.Name.Identifier.ValueText == name : argument.NameEquals is null && at == position);
    }

    /// <inheritdoc cref="NamedLocation"/>
    public static AttributeArgumentSyntax? NamedSyntax(this AttributeData attribute, string name) =>
        Find(attribute, (argument, _) => argument.NameEquals?.Name.Identifier.ValueText == name);

    private static AttributeArgumentSyntax? Find(AttributeData attribute, Func<AttributeArgumentSyntax, int, bool> isMeant)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax() is not AttributeSyntax { ArgumentList: { } list }) return null;
        for (var i = 0; i < list.Arguments.Count; i++)
        {
            if (isMeant(list.Arguments[i], i)) return list.Arguments[i];
        }

        return null;
    }
}
