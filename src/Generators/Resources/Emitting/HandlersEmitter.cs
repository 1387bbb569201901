using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Resources.Parsing;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes the HTTP operations of a resource: <c>Event.Handlers.g.cs</c>.</summary>
internal static class HandlersEmitter
{
    private const string Task = "global::System.Threading.Tasks.ValueTask";
    private const string Context = "global::GeekCafe.Lambda.ApiContext";
    private const string Operation = "global::GeekCafe.Lambda.ApiOperation";

    /// <summary>The handlers; null if the resource has no operations.</summary>
    public static SourceWriter? Emit(ResourceModel resource)
    {
        var operations = OperationModel.Of(resource);
        return operations.Count == 0 ? null : resource.Identity.File(writer => Handlers(writer, resource, operations));
    }

    private static void Handlers(SourceWriter writer, ResourceModel resource, IReadOnlyList<OperationModel> operations)
    {
        writer.Lines($"""
            /// <summary>The HTTP operations of {CSharp.Xml(resource.Name)}. What another part of this class declares is not generated.</summary>
            /// <param name="service">Does the work.</param>
            {Names.GeneratedCode}
            """);
        writer.Block($"{resource.Identity.Accessibility} sealed partial class {resource.HandlersName}({resource.ServiceName} service)", body =>
        {
            var path = Exists(operations, operation => IsRead(operation, resource)) ? ", path: Path" : "";
            if (Exists(operations, UsesApi))
            {
                var idKey = Exists(operations, static operation => operation.Kind == "batchGet") ? $", static id => new {resource.KeyName}(id)" : "";
                body.Line($"private readonly {Api(resource)} _api =").Line($"    new(service, RouteKey{idKey}{path});").Line();
            }

            body.Summary("The rows of the route table.");
            body.Line($"public global::System.Collections.Generic.IReadOnlyList<{Operation}> Operations =>").Line("[").Indented(rows =>
            {
                foreach (var operation in operations) rows.Line(Row(resource, operation));
            }).Line("];");
            foreach (var operation in operations) Handler(body.Line(), resource, operation);
            if (Exists(operations, static operation => UsesApi(operation) || operation.Custom?.Method.Takes(Binding.Key) == true)) RouteKey(body.Line(), resource);
            if (path.Length > 0 && Exists(operations, UsesApi)) PathOf(body.Line(), resource);
        });
    }

    private static string Row(ResourceModel resource, OperationModel operation)
    {
        var authentication = operation.Authentication == "Claims" ? "" : $" {{ Authentication = global::GeekCafe.Lambda.Authentication.{operation.Authentication} }}";
        return $"new({CSharp.Literal($"{resource.Name}.{operation.Name}")}, \"{operation.Method}\", {CSharp.Literal(operation.Route)}, {operation.Handler}){authentication},";
    }

    private static bool Exists(IReadOnlyList<OperationModel> operations, Func<OperationModel, bool> isMeant)
    {
        foreach (var operation in operations)
        {
            if (isMeant(operation)) return true;
        }

        return false;
    }

    /// <summary>Whether it works through the resource's contract; lists and most of what users write need none.</summary>
    private static bool UsesApi(OperationModel operation) =>
        operation.Custom is { } custom ? custom.Method.Answer is { Kind: AnswerKind.Updated, IsOwn: true } : operation.Kind != "list";

    /// <summary>Whether it reads one resource by its path.</summary>
    private static bool IsRead(OperationModel operation, ResourceModel resource) =>
        operation.Method == "GET" && Routes.Shape(operation.Route) == Routes.Shape(OperationModel.ItemRoute(resource));

    private static string Api(ResourceModel resource) =>
        $"global::GeekCafe.Lambda.ResourceApi<{resource.Identity.FullName}, {resource.Identity.Sibling("Key")}, {resource.Identity.Sibling("Input")}, {resource.Identity.Sibling("Patch")}>";

    private static void Handler(SourceWriter writer, ResourceModel resource, OperationModel operation)
    {
        writer.Summary($"<c>{operation.Method} {CSharp.Xml(operation.Route)}</c>");
        var head = $"public {Task} {operation.Handler}({Context} context)";
        if (operation.Custom is { } custom) OperationEmitter.Handler(writer, operation, custom);
        else if (operation.Kind == "list") List(writer, head, resource, operation.Index);
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

    /// <summary>The path of a resource. An interpolated string would take the colons of <c>global::</c> for its own.</summary>
    private static void PathOf(SourceWriter writer, ResourceModel resource)
    {
        var (text, literal) = (new List<string>(), "");
        foreach (var segment in OperationModel.ItemRoute(resource).Substring(1).Split('/'))
        {
            literal += "/";
            if (MemberOf(resource, segment) is not { } member)
            {
                literal += segment;
                continue;
            }

            text.AddRange([CSharp.Literal(literal), $"global::GeekCafe.Lambda.PathText.Of(key.{CSharp.Identifier(member)})"]);
            literal = "";
        }

        if (literal.Length > 0) text.Add(CSharp.Literal(literal));
        writer.Line($"private static string Path({resource.KeyName} key) => {string.Join(" + ", text)};");
    }

    private static string? MemberOf(ResourceModel resource, string segment)
    {
        foreach (var member in resource.KeyMembers)
        {
            if (segment == $"{{{Naming.Camel(member.Text)}}}") return member.Text;
        }

        return null;
    }
}
