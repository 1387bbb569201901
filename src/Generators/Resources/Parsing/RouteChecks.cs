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
        var (all, chosen) = (new List<Path>(), new List<Path>());
        foreach (var (resource, type) in resources)
        {
            foreach (var operation in OperationModel.Of(resource))
            {
                var path = new Path(resource, type, operation);
                all.Add(path);
                if (operation.Custom is not null || operation.Index is not null) chosen.Add(path);
            }
        }

        foreach (var path in chosen)
        {
            foreach (var hidden in all)
            {
                if (path.Hides(hidden) is not { } found || !IsChosen(found.Parameter, hidden.Operation, hidden.Resource)) continue;
                findings.Report(Rules.HiddenRoute, LocationOf(path.Type, path.Operation), path.ToString(), hidden.ToString(), $"{{{found.Parameter}}}", found.Literal);
                break;
            }
        }
    }

    /// <summary>The path of an operation, in segments.</summary>
    private sealed class Path(ResourceModel resource, INamedTypeSymbol type, OperationModel operation)
    {
        private readonly string[] _segments = operation.Route.Split('/');

        public ResourceModel Resource => resource;

        public INamedTypeSymbol Type => type;

        public OperationModel Operation => operation;

        /// <summary>The parameter of another path, and its value, with which a request for that one comes to this; null if there is none.</summary>
        public (string Parameter, string Literal)? Hides(Path other)
        {
            if (_segments.Length != other._segments.Length) return null;
            (string, string)? found = null;
            for (var i = 0; i < _segments.Length; i++)
            {
                var (segment, hidden) = (_segments[i], other._segments[i]);
                var (isParameter, isOther) = (segment.StartsWith("{", StringComparison.Ordinal), hidden.StartsWith("{", StringComparison.Ordinal));
                if (isParameter ? !isOther : !isOther && segment != hidden) return null;
                if (!isParameter && isOther) found ??= (hidden.Substring(1, hidden.Length - 2), segment);
            }

            return found;
        }

        public override string ToString() => $"{operation.Method} {operation.Route}";
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
