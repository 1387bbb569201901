using System.Collections.Immutable;
using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Reads the stored members of a record: its properties that can be set, in declaration order.</summary>
/// <remarks>Properties without a setter are computed and not stored.</remarks>
public sealed class RecordParser(RecognizedTypes types, Report report, CancellationToken cancellationToken)
{
    /// <summary>Names that items use for themselves.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal) { "pk", "sk", "_type", "_rid", "_idem", "ttl" };

    public RecordModel ParseResource(INamedTypeSymbol type)
    {
        var declared = ParseMembers(type);
        var members = new List<MemberModel>();
        foreach (var system in SystemMemberList.All)
        {
            var own = declared.Find(member => member.Name == system.Name);
            members.Add(own is null ? system : own with { Access = Access.System, InitialValue = InitialValue.Declared, Summary = system.Summary });
            if (own is not null && own.Type != system.Type)
            {
                report(Rules.UnsupportedType, TypeLocation(type, (IPropertySymbol)Inheritance.Find(type, own.Name)!), type.Name, own.Name, own.Type.Declared,
                    $"the system member '{own.Name}' must be of type '{system.Type.Declared}'");
            }
        }

        foreach (var member in declared)
        {
            if (!SystemMemberList.Contains(member.Name)) members.Add(member);
        }

        new GeneratedNames(type, report).CheckResource(members);
        return Model(type, members);
    }

    public RecordModel ParseDocument(INamedTypeSymbol type)
    {
        var members = ParseMembers(type);
        foreach (var member in members)
        {
            if (member.InitialValue == InitialValue.Declared) continue;
            report(Rules.UnfitServerValue, MemberLocation(type, member.Name), type.Name, member.Name, member.InitialValue,
                "only members of the resource itself are set; set it in a hook of the service");
        }

        new GeneratedNames(type, report).CheckDocument(members);
        return Model(type, members);
    }

    private RecordModel Model(INamedTypeSymbol type, List<MemberModel> members)
    {
        CheckNames(type, members);
        Inheritance.Check(type, report);
        var own = OwnConstructor.None;
        foreach (var constructor in type.InstanceConstructors)
        {
            var isCopy = constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);
            if (constructor.IsImplicitlyDeclared || isCopy) continue;
            if (constructor.Parameters.Length == 0) own = OwnConstructor.Parameterless;
            else if (own == OwnConstructor.None) own = OwnConstructor.WithParameters;
        }

        return new RecordModel(TypeIdentity.Of(type), own, members.ToEquatable()) { IsStruct = type.IsValueType };
    }

    private List<MemberModel> ParseMembers(INamedTypeSymbol type)
    {
        var members = new List<MemberModel>();
        var parameters = PrimaryParameters(type);
        foreach (var symbol in Inheritance.Members(type))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!MemberChecks.IsStored(symbol))
            {
                if (!Inheritance.IsForeign(type, symbol)) MemberChecks.ReportUnstored(type, symbol, report);
                continue;
            }

            var property = (IPropertySymbol)symbol;
            if (Inheritance.IsInherited(type, property) && MemberChecks.IsHidden(property))
            {
                report(Rules.NotStored, Inheritance.LocationOf(type, property), type.Name, property.Name, "is inherited and not all of it is public");
                continue;
            }

            var parameter = Find(parameters, property.Name);
            if (ParseMember(type, property, parameter) is { } member) members.Add(member);
        }

        CheckParameters(type, parameters);
        return members;
    }

    /// <summary>Values of items go in through properties, so each parameter needs one.</summary>
    private void CheckParameters(INamedTypeSymbol type, ImmutableArray<IParameterSymbol> parameters)
    {
        foreach (var parameter in parameters)
        {
            var isStored = false;
            foreach (var member in Inheritance.Members(type)) isStored |= member.Name == parameter.Name && MemberChecks.IsStored(member);
            if (!isStored) report(Rules.UnsupportedDeclaration, parameter.Locations[0], type.Name, $"its parameter '{parameter.Name}' has no property with 'get' and 'init'");
        }
    }

    private MemberModel? ParseMember(INamedTypeSymbol type, IPropertySymbol property, IParameterSymbol? parameter)
    {
        if (ConverterParser.Recognize(type, property, parameter, types, report) is not { } model)
        {
            if (HoldsError(property.Type))
            {
                report(null, null);
                return null;
            }

            var shown = property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
            report(Rules.UnsupportedType, TypeLocation(type, property), type.Name, property.Name, shown, Advice.For(property.Type));
            return null;
        }

        var isForeign = Inheritance.IsForeign(type, property);
        var initializer = isForeign ? null : Initializer(property);
        var startsWith = parameter is { HasExplicitDefaultValue: true } ? DefaultValue(parameter, model) : null;
        var attributes = parameter is null ? property.GetAttributes() : property.GetAttributes().AddRange(parameter.GetAttributes());
        var setByServer = Find(attributes, AttributeNames.SetByServer);
        var isCounter = Find(attributes, AttributeNames.Counter) is not null;
        var member = new MemberModel
        {
            Name = property.Name,
            Type = model,
            Access = setByServer is null && !isCounter ? Access.Client : Access.Server,
            IsCounter = isCounter,
            InitialValue = setByServer is null ? InitialValue.Declared : (InitialValue)setByServer.Number(0),
            Position = parameter?.Ordinal ?? -1,
            ParameterDefault = startsWith,
            IsRequired = property.IsRequired,
            IsHidden = !IsSeen(property) || !IsSeen(property.SetMethod!) || !IsSeen(property.GetMethod!),
            HasInitializer = initializer is not null || (isForeign && !property.IsRequired),
            HasInitialContent = isForeign || (initializer is not null && !(model.IsNullable ? IsNull(initializer) : IsEmpty(initializer))) || startsWith is not (null or "default"),
            DeclaredIn = Inheritance.CrefOf(type, property),
        };
        var isTime = model is ScalarType { Method: "DateTimeOffset" or "DateTime" };
        var fits = member.InitialValue switch { InitialValue.UserId => model is ScalarType { IsText: true }, InitialValue.Now => isTime, _ => true };
        if (!fits) report(Rules.UnfitServerValue, Inheritance.LocationOf(type, property), type.Name, member.Name, member.InitialValue,
            $"its type is '{property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'; UserId needs string, Now needs DateTimeOffset or DateTime");
        if (setByServer is null && !SystemMemberList.Contains(property.Name)) MemberChecks.ReportHidden(type, property, report);
        return member with { Validation = new ValidationParser(member, attributes, report).Parse() };
    }

    private void CheckNames(INamedTypeSymbol type, List<MemberModel> members)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in members)
        {
            var problem = Reserved.Contains(member.Attribute) || (member.Attribute.StartsWith("gsi", StringComparison.Ordinal) || member.Attribute.StartsWith("lsi", StringComparison.Ordinal))
                && (member.Attribute.EndsWith("_pk", StringComparison.Ordinal) || member.Attribute.EndsWith("_sk", StringComparison.Ordinal))
                ? "the item's own attributes"
                : taken.TryGetValue(member.Attribute, out var other) ? $"'{other}'" : null;
            if (problem is not null) report(Rules.NameClash, MemberLocation(type, member.Name), type.Name, member.Name, member.Attribute, problem);
            taken[member.Attribute] = member.Name;
        }

        if (members.Count > 120) report(Rules.UnsupportedDeclaration, type.Locations[0], type.Name, "it has more than 120 members; group some into nested records");
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

    private static Location? MemberLocation(INamedTypeSymbol type, string name)
    {
        return Inheritance.LocationOf(type, Inheritance.Find(type, name));
    }

    private static ImmutableArray<IParameterSymbol> PrimaryParameters(INamedTypeSymbol type)
    {
        foreach (var constructor in type.InstanceConstructors)
        {
            if (constructor.DeclaringSyntaxReferences.Length > 0 && constructor.DeclaringSyntaxReferences[0].GetSyntax() is RecordDeclarationSyntax)
            {
                return constructor.Parameters;
            }
        }

        return [];
    }

    private static IParameterSymbol? Find(ImmutableArray<IParameterSymbol> parameters, string name)
    {
        foreach (var parameter in parameters)
        {
            if (parameter.Name == name) return parameter;
        }

        return null;
    }

    private static AttributeData? Find(IEnumerable<AttributeData> attributes, string metadataName)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.Is(metadataName)) return attribute;
        }

        return null;
    }

    private static ExpressionSyntax? Initializer(IPropertySymbol property)
    {
        foreach (var reference in property.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is PropertyDeclarationSyntax { Initializer.Value: { } value }) return value;
        }

        return null;
    }

    /// <summary>Whether an initial value is plainly null.</summary>
    private static bool IsNull(ExpressionSyntax value) => value switch
    {
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.NullLiteralExpression) || literal.IsKind(SyntaxKind.DefaultLiteralExpression),
        PostfixUnaryExpressionSyntax postfix => IsNull(postfix.Operand),
        _ => false,
    };

    /// <summary>Whether an initial value is plainly null or empty, such as <c>[]</c> or <c>FrozenSet&lt;int&gt;.Empty</c>.</summary>
    private static bool IsEmpty(ExpressionSyntax value) => value switch
    {
        LiteralExpressionSyntax => IsNull(value),
        MemberAccessExpressionSyntax { Expression: GenericNameSyntax or MemberAccessExpressionSyntax { Name: GenericNameSyntax }, Name.Identifier.ValueText: "Empty" } => true,
        CollectionExpressionSyntax collection => collection.Elements.Count == 0,
        ImplicitObjectCreationExpressionSyntax { Initializer: null } created => created.ArgumentList.Arguments.Count == 0,
        ObjectCreationExpressionSyntax { Initializer: null } created => created.ArgumentList is null || created.ArgumentList.Arguments.Count == 0,
        PostfixUnaryExpressionSyntax postfix => IsEmpty(postfix.Operand),
        _ => false,
    };

    private static Location? TypeLocation(INamedTypeSymbol record, IPropertySymbol property)
    {
        if (Inheritance.IsForeign(record, property)) return record.Locations[0];
        foreach (var reference in property.DeclaringSyntaxReferences)
        {
            var type = reference.GetSyntax() switch
            {
                PropertyDeclarationSyntax declaration => declaration.Type,
                ParameterSyntax parameter => parameter.Type,
                _ => null,
            };
            if (type is not null) return type.GetLocation();
        }

        return property.Locations[0];
    }

    private static string DefaultValue(IParameterSymbol parameter, TypeModel type) => parameter.ExplicitDefaultValue switch
    {
        null => "default",
        string text => CSharp.Literal(text),
        char character => $"(char){(int)character}",
        bool flag => flag ? "true" : "false",
        double number when double.IsNaN(number) || double.IsInfinity(number) => "default",
        float number when float.IsNaN(number) || float.IsInfinity(number) => "default",
        IFormattable number => $"({type.Name})({number.ToString(null, System.Globalization.CultureInfo.InvariantCulture)}{(number is decimal ? "m" : number is float ? "f" : "")})",
        _ => "default",
    };
}
