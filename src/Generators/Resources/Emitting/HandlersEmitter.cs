using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes the HTTP operations of a resource: <c>Event.Handlers.g.cs</c>.</summary>
internal static class HandlersEmitter
{
    private const string ResourceApi = "global::GeekCafe.Lambda.ResourceApi";
    private const string Task = "global::System.Threading.Tasks.ValueTask";
    private const string Context = "global::GeekCafe.Lambda.ApiContext";
    private const string Operation = "global::GeekCafe.Lambda.ApiOperation";

    public static SourceWriter Emit(ResourceModel resource) => resource.Identity.File(writer =>
    {
        var operations = OperationModel.Of(resource);
        writer.Lines($"""
            /// <summary>The HTTP operations of {CSharp.Xml(resource.Name)}.</summary>
            /// <param name="service">Does the work.</param>
            {Names.GeneratedCode}
            """);
        writer.Block($"{resource.Identity.Accessibility} sealed class {resource.HandlersName}({resource.ServiceName} service)", body =>
        {
            body.Summary("The rows of the route table.");
            body.Line($"public global::System.Collections.Generic.IReadOnlyList<{Operation}> Operations =>").Line("[").Indented(rows =>
            {
                foreach (var operation in operations)
                {
                    rows.Line($"new({CSharp.Literal($"{resource.Name}.{operation.Name}")}, \"{operation.Method}\", {CSharp.Literal(operation.Route)}, {operation.Handler}),");
                }
            }).Line("];");
            foreach (var operation in operations) Handler(body.Line(), resource, operation);
            body.Line();
            ReadKey(body, resource);
        });
    });

    private static void Handler(SourceWriter writer, ResourceModel resource, OperationModel operation)
    {
        writer.Summary($"<c>{operation.Method} {CSharp.Xml(operation.Route)}</c>");
        var head = $"public {Task} {operation.Handler}({Context} context)";
        switch (operation.Kind)
        {
            case "create" or "batchCreate":
                writer.Line($"{head} => {ResourceApi}.{operation.Handler}(context, service, {CSharp.Literal(resource.Route)});");
                break;
            case "batchGet":
                writer.Line($"{head} => {ResourceApi}.BatchGetAsync(context, service, static id => new {resource.KeyName}(id));");
                break;
            case "list":
                List(writer, head, operation.Index?.Name ?? "", operation.Index?.Partition ?? resource.Partition);
                break;
            default:
                writer.Line($"{head} => TryReadKey(context, out var key)");
                writer.Line($"    ? {ResourceApi}.{operation.Handler}(context, service, key)");
                writer.Line($"    : {ResourceApi}.InvalidKeyAsync(context);");
                break;
        }
    }

    private static void List(SourceWriter writer, string head, string index, KeyModel partition)
    {
        var reads = new List<string>();
        var arguments = "";
        foreach (var member in partition.Members)
        {
            if (member.Text == "TenantId") continue;
            reads.Add($"context.Request.TryGetRouteValue({CSharp.Literal(Naming.Camel(member.Text))}, out {member.TypeName} {member.Local})");
            arguments += $"{member.Local}, ";
        }

        if (reads.Count == 0)
        {
            writer.Line($"{head} => {ResourceApi}.ListAsync(context, page => service.List{index}Async(context.Caller, page, context.CancellationToken));");
            return;
        }

        writer.Line($"{head} => {string.Join(" && ", reads)}");
        writer.Line($"    ? {ResourceApi}.ListAsync(context, page => service.List{index}Async(context.Caller, {arguments}page, context.CancellationToken))");
        writer.Line($"    : {ResourceApi}.InvalidKeyAsync(context);");
    }

    private static void ReadKey(SourceWriter writer, ResourceModel resource)
    {
        var reads = new List<string>();
        var arguments = new List<string>();
        writer.Block($"private static bool TryReadKey({Context} context, out {resource.KeyName} key)", body =>
        {
            foreach (var member in resource.KeyMembers)
            {
                body.Line($"var has{member.Text} = context.Request.TryGetRouteValue({CSharp.Literal(Naming.Camel(member.Text))}, out {member.TypeName} {member.Local});");
                reads.Add($"has{member.Text}");
                arguments.Add(member.Local);
            }

            body.Line($"key = new({string.Join(", ", arguments)});");
            body.Line($"return {string.Join(" && ", reads)} && key.IsValid;");
        });
    }
}
