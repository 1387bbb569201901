using System.Globalization;
using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Reads System.ComponentModel.DataAnnotations attributes into checks; says so where one is not enforced.</summary>
public sealed class ValidationParser(MemberModel member, IEnumerable<AttributeData> attributes, Report report)
{
    private const string Rules = "global::GeekCafe.Validation.Rules";

    public EquatableArray<ValidationModel> Parse()
    {
        var rules = new List<ValidationModel>();
        foreach (var attribute in attributes)
        {
            if (attribute.AttributeClass is not { } type || !IsValidation(type)) continue;
            if (Parse(attribute, type.Name) is { } rule) rules.Add(rule);
        }

        return rules.ToEquatable();
    }

    private ValidationModel? Parse(AttributeData attribute, string name) => name switch
    {
        "RequiredAttribute" => IsText ? new($"{Rules}.NotBlank({Arguments}, allowEmpty: {Bool(attribute.Named<bool>("AllowEmptyStrings"))})", [new("minLength", "1")])
            : new($"{Rules}.NotNull({Arguments})", []),
        "StringLengthAttribute" when IsText => Length(attribute.Named<int>("MinimumLength"), Whole(attribute, 0)),
        "MinLengthAttribute" when HasLength => Length(Whole(attribute, 0), null),
        "MaxLengthAttribute" when HasLength => Length(0, attribute.ConstructorArguments.Length == 0 || Whole(attribute, 0) < 0 ? null : Whole(attribute, 0)),
        "LengthAttribute" when HasLength => Length(Whole(attribute, 0), Whole(attribute, 1)),
        "RangeAttribute" when member.Type is ScalarType { IsNumber: true } number => Range(attribute, number),
        "RegularExpressionAttribute" when IsText => Pattern(attribute),
        "EmailAddressAttribute" when IsText => new($"{Rules}.Email({Arguments})", [new("format", "\"email\"")]),
        "UrlAttribute" when IsText || member.Type is ScalarType { Method: "Uri" } => new($"{Rules}.Url({Arguments})", [new("format", "\"uri\"")]),
        "AllowedValuesAttribute" when member.Type is ScalarType { IsText: true } or ScalarType { IsNumber: true } => AllowedValues(attribute),
        "DisplayAttribute" or "DataTypeAttribute" => null,
        _ => Unenforced(attribute, name),
    };

    private const string Arguments = "errors, {path}, {value}";

    private bool IsText => member.Type is ScalarType { IsText: true };

    private bool HasLength => IsText || member.Type is ListType or StringSetType or MapType or ScalarType { Method: "Bytes" };

    private ValidationModel Length(int? minimum, int? maximum)
    {
        var (lower, upper) = (CSharp.Literal(minimum ?? 0), maximum is { } most ? CSharp.Literal(most) : "int.MaxValue");
        var (least, greatest) = IsText ? ("minLength", "maxLength") : ("minItems", "maxItems");
        var schema = new List<SchemaRule>();
        if (minimum > 0) schema.Add(new(least, lower));
        if (maximum is not null) schema.Add(new(greatest, upper));
        return new($"{Rules}.{(IsText ? "Length" : "Count")}({Arguments}, {lower}, {upper})", schema.ToEquatable());
    }

    private ValidationModel? Range(AttributeData attribute, ScalarType number)
    {
        // Range(Type, string, string) names the type first.
        var offset = attribute.ConstructorArguments.Length == 3 ? 1 : 0;
        if (Bound(attribute, offset) is not { } from || Bound(attribute, offset + 1) is not { } to)
        {
            return Unenforced(attribute, "RangeAttribute");
        }

        return new($"{Rules}.Range({Arguments}, {Literal(from, number)}, {Literal(to, number)})", [new("minimum", Json(from)), new("maximum", Json(to))]);
    }

    private static decimal? Bound(AttributeData attribute, int position)
    {
        var text = Convert.ToString(attribute.ConstructorArguments[position].Value, CultureInfo.InvariantCulture);
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    /// <summary>A bound as a number of the member's type; one that the type cannot hold is its own limit.</summary>
    private static string Literal(decimal bound, ScalarType number)
    {
        var text = bound.ToString(CultureInfo.InvariantCulture);
        if (number.Name is "decimal") return text + "m";
        if (number.Name is "double" or "float") return $"({number.Name}){text}d";
        var (least, most) = number.Name switch
        {
            "sbyte" => ((decimal)sbyte.MinValue, (decimal)sbyte.MaxValue),
            "byte" => (byte.MinValue, byte.MaxValue),
            "short" => (short.MinValue, short.MaxValue),
            "ushort" => (ushort.MinValue, ushort.MaxValue),
            "int" => (int.MinValue, int.MaxValue),
            "uint" => (uint.MinValue, uint.MaxValue),
            "long" => (long.MinValue, long.MaxValue),
            _ => (ulong.MinValue, ulong.MaxValue),
        };
        if (bound <= least) return $"{number.Name}.MinValue";
        return bound >= most ? $"{number.Name}.MaxValue" : $"({number.Name}){decimal.Truncate(bound).ToString(CultureInfo.InvariantCulture)}";
    }

    private ValidationModel Pattern(AttributeData attribute)
    {
        var pattern = attribute.Text(0);
        var timeout = attribute.Named<int>("MatchTimeoutInMilliseconds") is var set and > 0 ? set : 2000;
        var field = $"{member.Name}Pattern";
        return new($"{Rules}.Pattern({Arguments}, {field})", [new("pattern", CSharp.Json(pattern))],
            $"private static readonly global::GeekCafe.Validation.TextPattern {field} = new({CSharp.Literal(pattern)}, {CSharp.Literal(timeout)});");
    }

    private ValidationModel AllowedValues(AttributeData attribute)
    {
        var values = new List<string>();
        var schema = new List<string>();
        foreach (var value in attribute.ConstructorArguments[0].Values)
        {
            var text = value.Value is string word ? CSharp.Literal(word) : Convert.ToString(value.Value, CultureInfo.InvariantCulture) ?? "null";
            values.Add(value.Value is string or null ? text : $"({member.Type.Name}){text}");
            schema.Add(value.Value is string json ? CSharp.Json(json) : text);
        }

        return new($"{Rules}.OneOf({Arguments}, [{string.Join(", ", values)}])", [new("enum", $"[{string.Join(",", schema)}]")]);
    }

    private ValidationModel? Unenforced(AttributeData attribute, string name)
    {
        var shortName = name.Replace("Attribute", "");
        report(GeekCafe.Generators.Diagnostics.Rules.UnenforcedValidation, attribute.Location(), shortName, member.Name,
            $"it does not apply to '{member.Type.Declared}' here; check the value in the service's ValidateAsync");
        return null;
    }

    private static bool IsValidation(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current is { Name: "ValidationAttribute", ContainingNamespace.Name: "DataAnnotations" }) return true;
        }

        return false;
    }

    private static int Whole(AttributeData attribute, int position) => attribute.ConstructorArguments[position].Value is int value ? value : 0;

    private static string Bool(bool value) => value ? "true" : "false";

    private static string Json(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
