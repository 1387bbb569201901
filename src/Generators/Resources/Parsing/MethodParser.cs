using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>What an attribute says of an operation's parameters.</summary>
/// <param name="httpMethod">The HTTP method.</param>
/// <param name="route">The path.</param>
/// <param name="isPublic">Whether anybody may call.</param>
/// <param name="keys">The members of the resource's key, as routes name them.</param>
public sealed class OperationShape(string httpMethod, string route, bool isPublic, IReadOnlyList<string> keys)
{
    public string HttpMethod => httpMethod;

    public string Route => route;

    public bool IsPublic => isPublic;

    public IReadOnlyList<string> Keys => keys;
}

/// <summary>Reads the signature of a method that an operation calls.</summary>
public sealed class MethodParser(INamedTypeSymbol resource, RecognizedTypes types, IFindings findings)
{
    /// <summary>The signature, or null if anything is wrong with it.</summary>
    public ServiceMethodModel? Parse(IMethodSymbol method, OperationShape shape)
    {
        if (!IsCallable(method)) return null;
        if (new AnswerParser(resource, types).Parse(method.ReturnType) is not { } answer) return RefuseAnswer(method, AnswerParser.Expected);
        var parser = new ParameterParser(resource, types, shape);
        var parameters = new List<ParameterModel>();
        foreach (var parameter in method.Parameters)
        {
            if (parser.Parse(parameter, parameters, out var problem) is { } parsed)
            {
                parameters.Add(parsed);
                continue;
            }

            findings.Report(Rules.UnfitParameter, parameter.Place(), method.ContainingType.Name, method.Name, parameter.Name, problem);
            return null;
        }

        var model = new ServiceMethodModel(method.Name, parameters.ToEquatable(), answer);
        if (answer.Kind is AnswerKind.Page or AnswerKind.DocumentPage && shape.HttpMethod != "GET") return RefuseAnswer(method, "a page is the answer to a GET");
        return IsAuthenticated(method, model, shape) && IsRouted(method, model, shape) ? model : null;
    }

    /// <summary>Whether generated code can call the method at all.</summary>
    public bool IsCallable(IMethodSymbol method)
    {
        var problem = method switch
        {
            { IsStatic: true } => "it is static; operations belong to the service's object",
            { IsGenericMethod: true } => "it is generic, and a request names no types",
            { DeclaredAccessibility: not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal) } => "generated code cannot see it; make it public",
            _ => null,
        };
        if (problem is not null) findings.Report(Rules.UnfitMethod, method.Place(), method.ContainingType.Name, method.Name, problem);
        return problem is null;
    }

    private ServiceMethodModel? RefuseAnswer(IMethodSymbol method, string expected)
    {
        findings.Report(Rules.UnfitAnswer, method.Place(), method.ContainingType.Name, method.Name,
            method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), expected);
        return null;
    }

    private bool IsAuthenticated(IMethodSymbol method, ServiceMethodModel model, OperationShape shape)
    {
        if (model.Takes(Binding.Caller) != shape.IsPublic) return true;
        findings.Report(Rules.CallerAndAuthentication, method.Place(), method.ContainingType.Name, method.Name, shape.IsPublic
            ? "is public, so that nobody is known to call it: remove its parameter of type Caller"
            : "does not learn who calls: begin its parameters with 'Caller caller', or say Authentication = Authentication.Public");
        return false;
    }

    /// <summary>Whether the route gives what the method takes, and the other way round.</summary>
    private bool IsRouted(IMethodSymbol method, ServiceMethodModel model, OperationShape shape)
    {
        var given = Routes.Parameters(shape.Route);
        var used = new List<string>(model.Takes(Binding.Key) ? shape.Keys : []);
        var (problem, missing) = ((string?)null, "");
        foreach (var key in used)
        {
            if (!Contains(given, key)) problem ??= $"the key needs {{{key}}} in the route";
        }

        foreach (var parameter in model.Parameters)
        {
            if (parameter.Binding == Binding.Route) used.Add(parameter.ApiName);
        }

        foreach (var name in given)
        {
            if (Contains(used, name) || problem is not null) continue;
            (problem, missing) = ($"nothing takes {{{name}}}; add a parameter 'string {name}'", name);
        }

        if (problem is null) return true;
        findings.Report(Rules.UnboundRoute, method.Place(), method.ContainingType.Name, method.Name, shape.Route, problem, missing);
        return false;
    }

    private static bool Contains(IReadOnlyList<string> names, string name)
    {
        foreach (var known in names)
        {
            if (known == name) return true;
        }

        return false;
    }
}
