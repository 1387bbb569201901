using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Whether each request has one operation that answers it.</summary>
public static class RouteChecks
{
    /// <param name="resources">All resources, in the order in which they are reported.</param>
    /// <param name="findings">Where to report.</param>
    public static void Run(IEnumerable<(ResourceModel Resource, INamedTypeSymbol Type)> resources, IFindings findings)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (resource, type) in resources)
        {
            foreach (var operation in OperationModel.Of(resource))
            {
                var (name, request) = ($"{resource.Name}.{operation.Name}", $"{operation.Method} {Routes.Shape(operation.Route)}");
                if (!taken.TryGetValue(request, out var other))
                {
                    taken.Add(request, name);
                }
                else if (!other.StartsWith(resource.Name + ".", StringComparison.Ordinal) || operation.Index is not null || operation.Custom is not null)
                {
                    findings.Report(Rules.DuplicateRoute, LocationOf(type, operation), name, other, $"{operation.Method} {operation.Route}");
                }
            }
        }
    }

    /// <summary>
    /// Whether a route that a user chose hides values of another: a literal segment wins over a parameter. Ids are the service's own and are no
    /// such texts; others, which clients choose, may be.
    /// </summary>
    public static void RunHidden(IReadOnlyList<(ResourceModel Resource, INamedTypeSymbol Type)> resources, IFindings findings)
    {
        foreach (var (resource, type) in resources)
        {
            foreach (var operation in OperationModel.Of(resource))
            {
                if (operation.Custom is null && operation.Index is null) continue;
                if (HiddenBy(operation, resources) is not { } hidden) continue;
                findings.Report(Rules.HiddenRoute, LocationOf(type, operation), $"{operation.Method} {operation.Route}", hidden.Route, $"{{{hidden.Parameter}}}", hidden.Literal);
            }
        }
    }

    private static (string Route, string Parameter, string Literal)? HiddenBy(OperationModel operation, IReadOnlyList<(ResourceModel Resource, INamedTypeSymbol Type)> resources)
    {
        foreach (var (other, _) in resources)
        {
            foreach (var hidden in OperationModel.Of(other))
            {
                if (Hides(operation.Route, hidden.Route) is not { } found || !IsChosen(found.Parameter, hidden, other)) continue;
                return ($"{hidden.Method} {hidden.Route}", found.Parameter, found.Literal);
            }
        }

        return null;
    }

    /// <summary>The parameter, and its value, with which a path of the second route goes to the first; null if there is none.</summary>
    private static (string Parameter, string Literal)? Hides(string route, string hidden)
    {
        var (segments, others) = (route.Split('/'), hidden.Split('/'));
        if (segments.Length != others.Length) return null;
        (string, string)? found = null;
        for (var i = 0; i < segments.Length; i++)
        {
            var (isParameter, isOther) = (segments[i].StartsWith("{", StringComparison.Ordinal), others[i].StartsWith("{", StringComparison.Ordinal));
            if (isParameter != isOther && isParameter) return null;
            if (!isParameter && !isOther && segments[i] != others[i]) return null;
            if (!isParameter && isOther) found ??= (others[i].Substring(1, others[i].Length - 2), segments[i]);
        }

        return found;
    }

    /// <summary>Whether clients choose what stands there: a text of the key that they write, or any text an operation takes.</summary>
    private static bool IsChosen(string parameter, OperationModel operation, ResourceModel resource)
    {
        foreach (var taken in operation.Custom?.Method.Parameters ?? [])
        {
            if (taken.Binding == Binding.Route && taken.ApiName == parameter) return parameter != "id" && taken.Type is ScalarType { IsText: true };
        }

        foreach (var member in resource.Record.Members)
        {
            if (Naming.Camel(member.Name) == parameter) return member.Access == Access.Client && member.Type is ScalarType { IsText: true };
        }

        return false;
    }

    private static Location? LocationOf(INamedTypeSymbol type, OperationModel operation)
    {
        if (operation.Custom is { } custom) return OperationParser.Location(type, custom.Method.Name);
        foreach (var attribute in type.GetAttributes())
        {
            if (operation.Index is null && attribute.Is(AttributeNames.Resource)) return attribute.Location();
            if (operation.Index is { } index && attribute.Is(AttributeNames.SecondaryIndex) && attribute.Text(0) == index.Name) return attribute.NamedLocation("Route");
        }

        return type.Place();
    }
}
