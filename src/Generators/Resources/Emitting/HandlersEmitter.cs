using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes the HTTP operations of a resource: <c>Event.Handlers.g.cs</c>.</summary>
internal static class HandlersEmitter
{
    private const string Task = "global::System.Threading.Tasks.ValueTask";
    private const string Context = "global::GeekCafe.Lambda.ApiContext";
    private const string Operation = "global::GeekCafe.Lambda.ApiOperation";

    public static SourceWriter Emit(ResourceModel resource) => resource.Identity.File(writer =>
    {
        var operations = OperationModel.Of(resource);
        var api = Api(resource);
        var idKey = HasBatchGet(operations) ? $", static id => new {resource.KeyName}(id)" : "";
        writer.Lines($"""
            /// <summary>The HTTP operations of {CSharp.Xml(resource.Name)}.</summary>
            /// <param name="service">Does the work.</param>
            {Names.GeneratedCode}
            """);
        writer.Block($"{resource.Identity.Accessibility} sealed class {resource.HandlersName}({resource.ServiceName} service)", body =>
        {
            body.Line($"private readonly {api} _api =").Line($"    new(service, RouteKey{idKey});");
            body.Line().Summary("The rows of the route table.");
            body.Line($"public global::System.Collections.Generic.IReadOnlyList<{Operation}> Operations =>").Line("[").Indented(rows =>
            {
                foreach (var operation in operations)
                {
                    rows.Line($"new({CSharp.Literal($"{resource.Name}.{operation.Name}")}, \"{operation.Method}\", {CSharp.Literal(operation.Route)}, {operation.Handler}),");
                }
            }).Line("];");
            foreach (var operation in operations) Handler(body.Line(), resource, operation);
            body.Line();
            RouteKey(body, resource);
        });
    });

    private static bool HasBatchGet(IReadOnlyList<OperationModel> operations)
    {
        foreach (var operation in operations)
        {
            if (operation.Kind == "batchGet") return true;
        }

        return false;
    }

    private static string Api(ResourceModel resource) =>
        $"global::GeekCafe.Lambda.ResourceApi<{resource.Identity.FullName}, {resource.Identity.Sibling("Key")}, {resource.Identity.Sibling("Input")}, {resource.Identity.Sibling("Patch")}>";

    private static void Handler(SourceWriter writer, ResourceModel resource, OperationModel operation)
    {
        writer.Summary($"<c>{operation.Method} {CSharp.Xml(operation.Route)}</c>");
        var head = $"public {Task} {operation.Handler}({Context} context)";
        if (operation.Kind == "list") List(writer, head, resource, operation.Index);
        else writer.Line($"{head} => _api.{operation.Handler}(context);");
    }

    private static void List(SourceWriter writer, string head, ResourceModel resource, IndexModel? index)
    {
        const string Api = "global::GeekCafe.Lambda.ResourceApi";
        var reads = new List<string>();
        var arguments = "";
        foreach (var member in (index?.Partition ?? resource.Partition).Members)
        {
            if (member.Text == "TenantId") continue;
            reads.Add(Read(member));
            arguments += $"{member.Local}, ";
        }

        var call = $"{Api}.ListAsync(context, page => service.List{index?.Name}Async(context.Caller, {arguments}page, context.CancellationToken))";
        if (reads.Count == 0)
        {
            writer.Line($"{head} =>").Line($"    {call};");
            return;
        }

        writer.Line($"{head} =>").Line($"    {string.Join(" && ", reads)}");
        writer.Line($"        ? {call}").Line($"        : {Api}.InvalidKeyAsync(context);");
    }

    private static void RouteKey(SourceWriter writer, ResourceModel resource)
    {
        var reads = new List<string>();
        var arguments = new List<string>();
        foreach (var member in resource.KeyMembers)
        {
            reads.Add(Read(member).Replace("context.Request", "request"));
            arguments.Add(member.Local);
        }

        writer.Line($"private static {resource.KeyName}? RouteKey(global::GeekCafe.Lambda.ApiRequest request) =>");
        writer.Line($"    {string.Join(" && ", reads)}");
        writer.Line($"        ? new {resource.KeyName}({string.Join(", ", arguments)})").Line($"        : default({resource.KeyName}?);");
    }

    private static string Read(KeyPart member) =>
        $"context.Request.TryGetRouteValue<{member.TypeName}>({CSharp.Literal(Naming.Camel(member.Text))}, out var {member.Local})";
}
