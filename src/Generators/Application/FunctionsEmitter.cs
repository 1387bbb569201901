using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Emitting;

namespace GeekCafe.Generators.Application;

/// <summary>Writes the classes whose methods are handlers on Lambda's managed .NET runtime, for each form of event that the project has types of.</summary>
internal static class FunctionsEmitter
{
    private const string Task = "global::System.Threading.Tasks.Task";
    private const string Stream = "global::System.IO.Stream";
    private const string Context = "global::Amazon.Lambda.Core.ILambdaContext";
    private const string Events = "global::Amazon.Lambda.APIGatewayEvents.";

    /// <summary>Events as they come: the leanest form, and for every kind of event.</summary>
    public static SourceWriter Streams(ApplicationModel model) => Class(model, "Functions", "events of every kind, read where they are; no serializer is needed", body =>
    {
        Handlers(body, model, isForEveryKind: true, (name, handler) =>
            body.Line($"public {Task}<{Stream}> {name}({Stream} input, {Context} context) =>").Line($"    _functions.HandleAsync({handler}, input, Invocation(context));"));
    });

    /// <summary>Events of REST APIs as objects.</summary>
    public static SourceWriter Rest(ApplicationModel model) => Class(model, "RestFunctions", "events of REST APIs, read by the serializer that the assembly names", body =>
        Objects(body, model, Events + "APIGatewayProxyRequest", Events + "APIGatewayProxyResponse", FunctionEvents.Rest));

    /// <summary>Events of HTTP APIs and Function URLs as objects.</summary>
    public static SourceWriter HttpApi(ApplicationModel model) => Class(model, "HttpApiFunctions", "events of HTTP APIs in payload format 2.0, read by the serializer that the assembly names", body =>
        Objects(body, model, Events + "APIGatewayHttpApiV2ProxyRequest", Events + "APIGatewayHttpApiV2ProxyResponse", FunctionEvents.HttpApi));

    private static SourceWriter Class(ApplicationModel model, string suffix, string events, Action<SourceWriter> members)
    {
        var (name, functions) = (model.Name + suffix, $"global::GeekCafe.Lambda.LambdaFunctions<{model.Name}Application>");
        var writer = ApplicationEmitter.Header(model.Facts);
        writer.Lines($"""
            /// <summary>
            /// The operations of {CSharp.Xml(model.Facts.AssemblyName)} as handlers of Lambda's managed .NET runtime: {events}.
            /// The handler setting is <c>{CSharp.Xml(model.Facts.AssemblyName)}::{model.Facts.RootNamespace.Replace("@", "")}.{name}::Api</c>. What another part of this class declares is not generated.
            /// </summary>
            {Names.GeneratedCode}
            """);
        return writer.Block($"{model.Accessibility} partial class {name}", body =>
        {
            body.Line($"private readonly {functions} _functions;").Line();
            body.Summary("Reads the settings from the environment and makes the services. Lambda calls it once.");
            body.Line($"public {name}()").Line($"    : this(new {functions}())").Line("{").Line("}").Line();
            body.Summary("Handles events with these services. For tests.").Line("/// <param name=\"functions\">The functions.</param>");
            body.Line($"public {name}({functions} functions) => _functions = functions;").Line();
            members(body);
            body.Line().Block($"private static global::GeekCafe.Lambda.FunctionInvocation Invocation({Context} context)", statements => Invocation(statements, model.Facts));
        });
    }

    /// <summary>A method for everything, for each resource and for each operation.</summary>
    private static void Handlers(SourceWriter writer, ApplicationModel model, bool isForEveryKind, Action<string, string> method)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { "Invocation", "AnswerAsync", "Write" };
        var isFirst = true;
        Add("Api", "api", "Every operation" + (isForEveryKind && model.HasJobs ? " and job." : "."));
        if (isForEveryKind && model.HasJobs) Add("Jobs", "jobs", "Every job.");
        if (isForEveryKind && model.Listens) Add("Streams", "streams", "Stream records.");
        foreach (var resource in model.Resources)
        {
            if (resource.Operations.Count == 0) continue;
            Add(resource.Property, resource.Name, $"All operations of {CSharp.Xml(resource.Name)}.");
            foreach (var operation in resource.Operations)
            {
                Add(resource.Property + char.ToUpperInvariant(operation[0]) + operation.Substring(1), $"{resource.Name}.{operation}", $"The operation <c>{CSharp.Xml($"{resource.Name}.{operation}")}</c>.");
            }
        }

        void Add(string name, string handler, string summary)
        {
            // Lambda finds a handler by its name alone, so that two cannot share one.
            while (!names.Add(name)) name += "_";
            if (!isFirst) writer.Line();
            isFirst = false;
            writer.Summary(summary).Line("/// <param name=\"" + (isForEveryKind ? "input" : "request") + "\">The event.</param>").Line("/// <param name=\"context\">The invocation.</param>");
            method(name, CSharp.Literal(handler));
        }
    }

    private static void Objects(SourceWriter writer, ApplicationModel model, string request, string response, Action<SourceWriter> write)
    {
        Handlers(writer, model, isForEveryKind: false, (name, handler) =>
            writer.Line($"public {Task}<{response}> {name}({request} request, {Context} context) =>").Line($"    AnswerAsync({handler}, request, context);"));
        writer.Line().Block($"private async {Task}<{response}> AnswerAsync(string handler, {request} request, {Context} context)", body => body.Lines($$"""
            var answer = await _functions.HandleAsync(handler, request, Write, Invocation(context)).ConfigureAwait(false);
            return new {{response}}
            {
                StatusCode = answer.StatusCode,
                Headers = answer.Headers,
                Body = answer.Body!,
                IsBase64Encoded = answer.IsBase64Encoded,
            };
            """));
        writer.Line().Block($"private static void Write(global::System.Text.Json.Utf8JsonWriter json, {request} request)", write);
    }

    private static void Invocation(SourceWriter writer, AssemblyFacts facts)
    {
        writer.Line("global::System.ArgumentNullException.ThrowIfNull(context);");
        writer.Block("return new(context.AwsRequestId, context.RemainingTime)", members =>
        {
            members.Line("FunctionArn = context.InvokedFunctionArn,");
            if (facts.Functions.HasTenantId) members.Line("TenantId = context.TenantId,");
            if (facts.Functions.HasTraceId) members.Line("TraceId = context.TraceId,");
        }, "};");
    }
}
