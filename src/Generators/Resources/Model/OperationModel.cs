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

    /// <summary>All operations of a resource, in the order of the route table.</summary>
    public static IReadOnlyList<OperationModel> Of(ResourceModel resource)
    {
        var route = resource.Route;
        var item = ItemRoute(resource);
        var operations = new List<OperationModel> { new("create", "create", "POST", route) };

        // A path that names one resource is no collection's: under a constant sort key there is one in a partition.
        if (item != route && RouteGives(route, resource.Partition)) operations.Add(new("list", "list", "GET", route));
        operations.Add(new("get", "get", "GET", item));
        operations.Add(new("patch", "patch", "PATCH", item));
        operations.Add(new("replace", "replace", "PUT", item));
        operations.Add(new("delete", "delete", "DELETE", item));
        operations.Add(new("restore", "restore", "POST", item + "/restore"));
        if (resource.KeyMembers is [{ IsText: true }] && Routes.Parameters(route).Count == 0) operations.Add(new("batchGet", "batchGet", "POST", route + "/batch-get"));
        operations.Add(new("batchCreate", "batchCreate", "POST", route + "/batch"));
        foreach (var index in resource.Indexes)
        {
            if (index.Route is { } indexRoute) operations.Add(new("list", "list" + index.Name, "GET", indexRoute, index));
        }

        return operations;
    }

    /// <summary>The path of one resource: the collection's, and the members of the key that it does not hold already.</summary>
    private static string ItemRoute(ResourceModel resource)
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
