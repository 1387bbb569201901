using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Reads where the value of an operation's parameter comes from.</summary>
public sealed class ParameterParser(INamedTypeSymbol resource, RecognizedTypes types, OperationShape shape)
{
    private static readonly string[] OfPages = ["limit", "cursor", "order"];

    /// <param name="parameter">The parameter.</param>
    /// <param name="others">Those before it.</param>
    /// <param name="problem">What is wrong, where the result is null.</param>
    public ParameterModel? Parse(IParameterSymbol parameter, IReadOnlyList<ParameterModel> others, out string problem)
    {
        problem = "";
        if (parameter.RefKind != RefKind.None || parameter.IsParams)
        {
            problem = "it is passed by reference or as a list; take a plain value";
            return null;
        }

        if (ByType(parameter) is not { } binding) return Scalar(parameter, others, out problem);
        foreach (var other in others)
        {
            if (binding.Binding == other.Binding || (IsBody(binding) && IsBody(other)))
            {
                problem = IsBody(binding) ? $"the body is already taken by '{other.Name}'; put both into one partial record" : $"'{other.Name}' is the same";
                return null;
            }

            if (binding.Binding == Binding.Page && other.Binding == Binding.Query && Array.IndexOf(OfPages, other.ApiName) >= 0)
            {
                problem = $"pages have a query parameter '{other.ApiName}' of their own";
                return null;
            }
        }

        if (!IsBody(binding) || shape.HttpMethod is not ("GET" or "DELETE")) return binding;
        problem = $"a {shape.HttpMethod} has no body; take single values, which become query parameters, or make it a POST";
        return null;
    }

    private static bool IsBody(ParameterModel parameter) => parameter.Binding is Binding.Document or Binding.Input;

    private ParameterModel? ByType(IParameterSymbol parameter)
    {
        var type = parameter.Type;
        var space = type.ContainingNamespace?.ToDisplayString();
        if (type.Name == "Caller" && space == "GeekCafe") return Of(Binding.Caller);
        if (type.Name == "CancellationToken" && space == "System.Threading") return Of(Binding.Cancellation);
        if (type.Name == "PageRequest" && space == "GeekCafe") return Of(Binding.Page);
        if (parameter.Name == "ifVersion" && type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } version
            && version.TypeArguments[0].SpecialType == SpecialType.System_Int64)
        {
            return Of(Binding.IfVersion);
        }

        if (IsGenerated(type, "Key")) return Of(Binding.Key);
        var absent = parameter.Type.NullableAnnotation == NullableAnnotation.Annotated ? "null" : null;
        foreach (var suffix in (string[])["Input", "Patch"])
        {
            if (!IsGenerated(type, suffix)) continue;
            var identity = TypeIdentity.Of(resource);
            return Of(Binding.Input, identity.Sibling(suffix)) with { Absent = absent, Reference = identity.MetadataName + suffix };
        }

        return types.Recognize(type) is DocumentType document ? Of(Binding.Document, document.Name) with { Absent = absent, Reference = document.Reference } : null;

        ParameterModel Of(Binding binding, string name = "") => new(binding, parameter.Name, parameter.Name, name);
    }

    /// <summary>Whether it is what is generated beside the resource: the generator knows it by its name only.</summary>
    private bool IsGenerated(ITypeSymbol type, string suffix) =>
        type.Name == resource.Name + suffix && (type.TypeKind == TypeKind.Error || SymbolEqualityComparer.Default.Equals(type.ContainingSymbol, resource.ContainingSymbol));

    /// <summary>A single value of the route or the query.</summary>
    private ParameterModel? Scalar(IParameterSymbol parameter, IReadOnlyList<ParameterModel> others, out string problem)
    {
        problem = "";
        var isInRoute = false;
        foreach (var name in Routes.Parameters(shape.Route)) isInRoute |= name == parameter.Name;
        if (types.Recognize(parameter.Type) is not { } type || !(type.FitsName || type is ScalarType { Tag: "BOOL" }))
        {
            problem = $"its type '{parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}' has no single text for a path or a query; " +
                "take a text, a whole number, a boolean, a date, a time, a Guid or an enum, or a partial record as the body";
            return null;
        }

        if (isInRoute)
        {
            if (!type.IsNullable && !parameter.HasExplicitDefaultValue) return new(Binding.Route, parameter.Name, parameter.Name, type.Name) { Type = type };
            problem = "it stands in the route, so it is always there; make it neither nullable nor optional";
            return null;
        }

        var shown = types.Naming.Shown(parameter.Name);
        foreach (var other in others)
        {
            if (other.Binding == Binding.Page && Array.IndexOf(OfPages, shown) >= 0) problem = $"pages have a query parameter '{shown}' of their own";
        }

        if (problem.Length > 0) return null;
        var absent = parameter.HasExplicitDefaultValue ? MemberSyntax.DefaultValue(parameter, type) : type.IsNullable ? "null" : null;
        return new(Binding.Query, parameter.Name, shown, type.Name) { Type = type, Absent = absent };
    }
}
