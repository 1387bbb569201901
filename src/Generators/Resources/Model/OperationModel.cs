using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Parsing;

namespace GeekCafe.Generators.Resources.Model;

/// <summary>An HTTP operation of a resource.</summary>
/// <param name="Kind">What it does, as in the manifest.</param>
/// <param name="Name">Its name within the resource, such as <c>create</c> or <c>listByOwner</c>.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Route">The path.</param>
/// <param name="Index">The index it lists by, or null.</param>
public sealed record OperationModel(string Kind, string Name, string Method, string Route, IndexModel? Index = null)
{
    /// <summary>The handler's method.</summary>
    public string Handler => char.ToUpperInvariant(Name[0]) + Name.Substring(1) + "Async";

    /// <summary>The method that a user wrote for it, or null.</summary>
    public CustomOperationModel? Custom { get; init; }

    /// <summary>The member of GeekCafe.Lambda.Authentication.</summary>
    public string Authentication => Custom?.Authentication ?? "Claims";

    /// <summary>All operations of a resource, in the order of the route table: those that are generated, then those a user wrote.</summary>
    public static IReadOnlyList<OperationModel> Of(ResourceModel resource)
    {
        var operations = new List<OperationModel>();
        foreach (var operation in Generated(resource))
        {
            if (!IsReplaced(operation, resource)) operations.Add(operation);
        }

        foreach (var custom in resource.Operations) operations.Add(new("custom", custom.Name, custom.HttpMethod, custom.Route) { Custom = custom });
        return operations;
    }

    /// <summary>The operations that the resource's attributes ask for.</summary>
    private static List<OperationModel> Generated(ResourceModel resource)
    {
        var route = resource.Route;
        var item = ItemRoute(resource);
        var operations = new List<OperationModel>();
        Add(1, "create", "POST", route);

        // A path that names one resource is no collection's: under a constant sort key there is one in a partition.
        if (item != route && RouteGives(route, resource.Partition)) Add(2, "list", "GET", route);
        Add(2, "get", "GET", item);
        Add(4, "patch", "PATCH", item);
        Add(4, "replace", "PUT", item);
        Add(8, "delete", "DELETE", item);
        Add(16, "restore", "POST", item + "/restore");
        if (resource.KeyMembers is [{ IsText: true }] && Routes.Parameters(route).Count == 0) Add(2, "batchGet", "POST", route + "/batch-get");
        Add(1, "batchCreate", "POST", route + "/batch");
        foreach (var index in resource.Indexes)
        {
            if (index.Route is { } indexRoute && (resource.Http & 2) != 0) operations.Add(new("list", "list" + index.Name, "GET", indexRoute, index));
        }

        return operations;

        // The bit is that of GeekCafe.Operation.
        void Add(int bit, string kind, string method, string path)
        {
            if ((resource.Http & bit) != 0) operations.Add(new(kind, kind, method, path));
        }
    }

    private static bool IsReplaced(OperationModel operation, ResourceModel resource)
    {
        foreach (var custom in resource.Operations)
        {
            if (custom.Name == operation.Name) return true;
            if (custom.HttpMethod == operation.Method && Routes.Shape(custom.Route) == Routes.Shape(operation.Route)) return true;
        }

        return false;
    }

    /// <summary>The path of one resource: the collection's, and the members of the key that it does not hold already.</summary>
    public static string ItemRoute(ResourceModel resource)
    {
        var route = resource.Route;
        var given = Routes.Parameters(route);
        foreach (var member in resource.KeyMembers)
        {
            if (!Contains(given, Naming.Camel(member.Text))) route += $"/{{{Naming.Camel(member.Text)}}}";
        }

        return route;
    }

    private static bool RouteGives(string route, KeyModel partition)
    {
        var given = Routes.Parameters(route);
        foreach (var member in partition.Members)
        {
            if (member.Text != "TenantId" && !Contains(given, Naming.Camel(member.Text))) return false;
        }

        return true;
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
