using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Reads one stored property into its model.</summary>
public sealed class MemberParser(RecognizedTypes types, Report report)
{
    public MemberModel? Parse(INamedTypeSymbol type, IPropertySymbol property, IParameterSymbol? parameter)
    {
        if (Recognize(type, property, parameter) is not { } model) return null;
        var isForeign = Inheritance.IsForeign(type, property);
        var initializer = isForeign ? null : MemberSyntax.Initializer(property);
        var startsWith = parameter is { HasExplicitDefaultValue: true } ? MemberSyntax.DefaultValue(parameter, model) : null;
        var attributes = parameter is null ? property.GetAttributes() : property.GetAttributes().AddRange(parameter.GetAttributes());
        var setByServer = Find(attributes, AttributeNames.SetByServer);
        var isCounter = Find(attributes, AttributeNames.Counter) is not null;
        var member = new MemberModel
        {
            Name = property.Name,
            Attribute = "",
            ApiName = "",
            Type = model,
            Access = setByServer is null && !isCounter ? Access.Client : Access.Server,
            IsCounter = isCounter,
            InitialValue = setByServer is null ? InitialValue.Declared : (InitialValue)setByServer.Number(0),
            Position = parameter?.Ordinal ?? -1,
            ParameterDefault = startsWith,
            IsRequired = property.IsRequired,
            IsHidden = !IsSeen(property) || !IsSeen(property.SetMethod!) || !IsSeen(property.GetMethod!),
            HasInitializer = initializer is not null || (isForeign && !property.IsRequired),
            HasInitialContent = isForeign || (initializer is not null && !(model.IsNullable ? MemberSyntax.IsNull(initializer) : MemberSyntax.IsEmpty(initializer))) || startsWith is not (null or "default"),
            DeclaredIn = Inheritance.CrefOf(type, property),
        };
        var isTime = model is ScalarType { Method: "DateTimeOffset" or "DateTime" };
        var fits = member.InitialValue switch { InitialValue.UserId => model is ScalarType { IsText: true }, InitialValue.Now => isTime, _ => true };
        if (!fits) report(Rules.UnfitServerValue, Inheritance.LocationOf(type, property), type.Name, member.Name, member.InitialValue,
            $"its type is '{property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'; UserId needs string, Now needs DateTimeOffset or DateTime");
        if (setByServer is null && !SystemMemberList.Contains(property.Name)) MemberChecks.ReportHidden(type, property, report);
        member = new MemberOptions(type, property, attributes, types.Naming, report).Apply(member);
        return member with { Validation = new ValidationParser(member, attributes, report).Parse() };
    }

    /// <summary>A property that is computed; null, with a report, if no conversion knows its type.</summary>
    public MemberModel? ParseComputed(INamedTypeSymbol type, IPropertySymbol property)
    {
        if (Recognize(type, property, null) is not { } model) return null;
        var sensitive = property.Find(AttributeNames.Sensitive);
        return new MemberModel
        {
            Name = property.Name,
            Attribute = "",
            ApiName = new MemberOptions(type, property, property.GetAttributes(), types.Naming, report).ShownName(),
            Type = model,
            Access = Access.Computed,
            DeclaredIn = Inheritance.CrefOf(type, property),
            IsSensitive = sensitive is not null,
            IsWriteOnly = sensitive?.Named<bool>("Hidden") == true,
        };
    }

    private TypeModel? Recognize(INamedTypeSymbol type, IPropertySymbol property, IParameterSymbol? parameter)
    {
        if (ConverterParser.Recognize(type, property, parameter, types, report) is { } model) return model;
        if (HoldsError(property.Type))
        {
            report(null, null);
            return null;
        }

        var shown = property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        report(Rules.UnsupportedType, MemberSyntax.TypeLocation(type, property), type.Name, property.Name, shown, Advice.For(property.Type));
        return null;
    }

    /// <summary>Whether generated classes beside the record may use it.</summary>
    private static bool IsSeen(ISymbol symbol) => symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    private static bool HoldsError(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array) return HoldsError(array.ElementType);
        if (type is not INamedTypeSymbol named) return false;
        foreach (var argument in named.TypeArguments)
        {
            if (HoldsError(argument)) return true;
        }

        return named.TypeKind == TypeKind.Error;
    }

    private static AttributeData? Find(IEnumerable<AttributeData> attributes, string metadataName)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.Is(metadataName)) return attribute;
        }

        return null;
    }
}
