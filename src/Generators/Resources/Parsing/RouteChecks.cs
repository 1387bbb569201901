using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Model;
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

    private static Location? LocationOf(INamedTypeSymbol type, OperationModel operation)
    {
        if (operation.Custom is { } custom) return OperationParser.Location(type, custom.Method.Name);
        foreach (var attribute in type.GetAttributes())
        {
            if (operation.Index is null && attribute.Is(AttributeNames.Resource)) return attribute.Location();
            if (operation.Index is { } index && attribute.Is(AttributeNames.SecondaryIndex) && attribute.Text(0) == index.Name) return attribute.NamedLocation("Route");
        }

        return type.Locations[0];
    }
}
