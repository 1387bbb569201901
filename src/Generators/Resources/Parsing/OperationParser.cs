using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Reads the methods of a resource's service that are HTTP operations or jobs. One that is wrong is reported and left out.</summary>
/// <remarks>The service itself is generated: only what users wrote of it is looked at, and generated types are known by their names.</remarks>
public sealed class OperationParser(INamedTypeSymbol resource, RecognizedTypes types, IFindings findings)
{
    private static readonly string[] HttpMethods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    private static readonly string[] Authentications = ["Claims", "ApiKey", "Public"];

    /// <summary>The part of the resource's service that users wrote, or null.</summary>
    public static INamedTypeSymbol? ServiceOf(INamedTypeSymbol resource)
    {
        foreach (var type in ((INamespaceOrTypeSymbol)resource.ContainingSymbol).GetTypeMembers(resource.Name + "Service", 0))
        {
            if (type.TypeKind == TypeKind.Class) return type;
        }

        return null;
    }

    /// <summary>Where an operation's attribute stands.</summary>
    public static Location? Location(INamedTypeSymbol resource, string method)
    {
        foreach (var member in ServiceOf(resource)?.GetMembers(method) ?? [])
        {
            if (member.Find(AttributeNames.HttpOperation) is { } attribute) return attribute.Location();
        }

        return resource.Place();
    }

    public EquatableArray<CustomOperationModel> ParseOperations(KeyModel? partition, KeyModel? sort)
    {
        var keys = new List<string>();
        foreach (var key in (KeyModel?[])[partition, sort])
        {
            foreach (var member in key?.Members ?? [])
            {
                if (member.Text != "TenantId") keys.Add(Naming.Camel(member.Text));
            }
        }

        var operations = new List<CustomOperationModel>();
        foreach (var (method, attribute) in Marked(AttributeNames.HttpOperation))
        {
            if (Operation(method, attribute, keys) is not { } operation || Clashes(operation, operations, attribute)) continue;
            operations.Add(operation);
        }

        operations.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return operations.ToEquatable();
    }

    public EquatableArray<JobModel> ParseJobs()
    {
        var jobs = new List<JobModel>();
        foreach (var (method, attribute) in Marked(AttributeNames.Job))
        {
            if (new JobParser(resource, types, findings).Parse(method, attribute, jobs) is { } job) jobs.Add(job);
        }

        jobs.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        if (jobs.Count > 0) new GeneratedNames(resource, (rule, location, arguments) => findings.Report(rule!, location, arguments)).CheckSibling("Jobs", mayBePartial: true);
        return jobs.ToEquatable();
    }

    private IEnumerable<(IMethodSymbol Method, AttributeData Attribute)> Marked(string name)
    {
        foreach (var member in ServiceOf(resource)?.GetMembers() ?? [])
        {
            if (member is IMethodSymbol method && method.Find(name) is { ConstructorArguments.Length: > 0 } attribute) yield return (method, attribute);
        }
    }

    private CustomOperationModel? Operation(IMethodSymbol method, AttributeData attribute, List<string> keys)
    {
        var (http, route, given) = (attribute.Text(0), attribute.Text(1), attribute.Named<string>("Name"));
        var name = given ?? DefaultName(method.Name);
        if (Array.IndexOf(HttpMethods, http) < 0) return Refuse(0, http, "method", $"it is one of {string.Join(", ", HttpMethods)}");
        if (Routes.Problem(route) is { } problem) return Refuse(1, route, "route", problem);
        if (NameProblem(name) is { } flaw)
        {
            var location = given is null ? method.Place() : attribute.NamedLocation("Name");
            findings.Report(Rules.InvalidOperation, location, name, "name", method.ContainingType.Name, method.Name, flaw);
            return null;
        }

        var number = attribute.Named<int>("Authentication");
        var authentication = number >= 0 && number < Authentications.Length ? Authentications[number] : Authentications[0];
        var shape = new OperationShape(http, route, isPublic: authentication == "Public", keys);
        if (new MethodParser(resource, types, findings).Parse(method, shape) is not { } parsed) return null;
        var isDescending = attribute.Named<bool>("Descending");
        if (isDescending && !parsed.Takes(Binding.Page))
        {
            findings.Report(Rules.InvalidOperation, attribute.NamedLocation("Descending"), "true", "Descending", method.ContainingType.Name, method.Name, "it is for lists: methods that take a PageRequest");
            return null;
        }

        return new(name, http, route, authentication, parsed) { Descending = isDescending };

        CustomOperationModel? Refuse(int argument, string value, string what, string why)
        {
            findings.Report(Rules.InvalidOperation, attribute.ArgumentLocation(argument), value, what, method.ContainingType.Name, method.Name, why);
            return null;
        }
    }

    private bool Clashes(CustomOperationModel operation, List<CustomOperationModel> others, AttributeData attribute)
    {
        foreach (var other in others)
        {
            var what = other.Name == operation.Name ? $"are called '{operation.Name}'; give one another Name"
                : other.HttpMethod == operation.HttpMethod && Routes.Shape(other.Route) == Routes.Shape(operation.Route)
                    ? $"answer {operation.HttpMethod} {operation.Route}; give one another route" : null;
            if (what is null) continue;
            findings.Report(Rules.OperationClash, attribute.Location(), resource.Name + "Service", operation.Method.Name, other.Method.Name, what);
            return true;
        }

        return false;
    }

    /// <summary>What is wrong with the name of an operation, or null.</summary>
    internal static string? NameProblem(string name)
    {
        var isName = name.Length > 0 && name[0] is >= 'a' and <= 'z';
        foreach (var character in name) isName &= character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
        return isName ? null : "it must be letters and digits that begin with a lower-case letter, such as 'publish'";
    }

    private static string DefaultName(string method) =>
        Naming.Camel(method.Length > 5 && method.EndsWith("Async", StringComparison.Ordinal) ? method.Substring(0, method.Length - 5) : method);
}
