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
        "StringLengthAttribute" when IsText => Length(attribute.Named<int>("MinimumLength"), attribute.Number(0)),
        "MinLengthAttribute" when HasLength => Length(attribute.Number(0), null),
        "MaxLengthAttribute" when HasLength => Length(0, attribute.Number(0) is var most and > 0 ? most : null),
        "LengthAttribute" when HasLength => Length(attribute.Number(0), attribute.Number(1)),
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

    private bool HasLength => IsText || member.Type is ListType or SetType or MapType or ScalarType { Tag: "B" };

    private ValidationModel Length(int? minimum, int? maximum)
    {
        var (lower, upper) = (CSharp.Literal(minimum ?? 0), maximum is { } most ? CSharp.Literal(most) : "int.MaxValue");
        var (least, greatest) = IsText ? ("minLength", "maxLength") : ("minItems", "maxItems");
        var schema = new List<SchemaRule>();
        if (minimum > 0) schema.Add(new(least, lower));
        if (maximum is not null) schema.Add(new(greatest, upper));
        return new($"{Rules}.{(IsText ? "Length" : member.Type is ScalarType { Tag: "B", IsValueType: true } ? "ByteCount" : "Count")}({Arguments}, {lower}, {upper})", schema.ToEquatable());
    }

    private ValidationModel? Range(AttributeData attribute, ScalarType number)
    {
        // Range(Type, string, string) names the type first.
        var offset = attribute.ConstructorArguments.Length == 3 ? 1 : 0;
        var isExclusive = attribute.Named<bool>("MinimumIsExclusive") || attribute.Named<bool>("MaximumIsExclusive");
        if (isExclusive || NumberBounds.Read(attribute, offset) is not { } from || NumberBounds.Read(attribute, offset + 1) is not { } to)
        {
            return Unenforced(attribute, "RangeAttribute");
        }

        var schema = new List<SchemaRule>();
        if (NumberBounds.Json(from) is { } minimum) schema.Add(new("minimum", minimum));
        if (NumberBounds.Json(to) is { } maximum) schema.Add(new("maximum", maximum));
        return new($"{Rules}.Range({Arguments}, {NumberBounds.Literal(from, number, isMinimum: true)}, {NumberBounds.Literal(to, number, isMinimum: false)})", schema.ToEquatable());
    }

    private ValidationModel Pattern(AttributeData attribute)
    {
        var pattern = attribute.Text(0);
        var timeout = attribute.Named<int>("MatchTimeoutInMilliseconds") is var set and > 0 ? set : 2000;
        var field = FieldName(member);
        return new($"{Rules}.Pattern({Arguments}, {field})", [new("pattern", CSharp.Json(pattern))],
            $"private static readonly global::GeekCafe.Validation.TextPattern {field} = new({CSharp.Literal(pattern)}, {CSharp.Literal(timeout)});");
    }

    /// <summary>The field that keeps the regular expression of a member.</summary>
    public static string FieldName(MemberModel member) => $"{member.Name}Pattern";

    private ValidationModel? AllowedValues(AttributeData attribute)
    {
        if (attribute.ConstructorArguments is not [{ Kind: TypedConstantKind.Array, IsNull: false }]) return null;
        var values = new List<string>();
        var schema = new List<string>();
        foreach (var value in attribute.ConstructorArguments[0].Values)
        {
            // Null passes every check.
            if (value.IsNull) continue;
            var text = value.Value is string word ? CSharp.Literal(word) : Convert.ToString(value.Value, CultureInfo.InvariantCulture);
            if (value.Value is string != IsText) return Unenforced(attribute, "AllowedValuesAttribute");
            values.Add(IsText ? text : $"({member.Type.Name}){text}");
            schema.Add(value.Value is string json ? CSharp.Json(json) : text);
        }

        return new($"{Rules}.OneOf({Arguments}, [{string.Join(", ", values)}])", [new("enum", $"[{string.Join(",", schema)}]")]);
    }

    private ValidationModel? Unenforced(AttributeData attribute, string name)
    {
        var shortName = name.Replace("Attribute", "");
        report(GeekCafe.Generators.Diagnostics.Rules.UnenforcedValidation, attribute.Location(), shortName, member.Name,
            $"no check is generated for it on '{member.Type.Declared.Replace("global::", "")}'; check the value in the service's ValidateAsync");
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

    private static string Bool(bool value) => value ? "true" : "false";
}
