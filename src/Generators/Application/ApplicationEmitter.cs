using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Emitting;

namespace GeekCafe.Generators.Application;

/// <summary>Writes the application: table, services, route table.</summary>
internal static class ApplicationEmitter
{
    public static SourceWriter Emit(ApplicationModel model)
    {
        var self = $"{model.Name}Application";
        var writer = Header(model.Facts);
        writer.Summary($"The resources of {model.Facts.AssemblyName}: their table, their services and their operations. What another part of this class declares is not generated.");
        writer.Line(Names.GeneratedCode);
        return writer.Block($"{model.Accessibility} sealed partial class {self} : global::GeekCafe.IApplication<{self}>", body =>
        {
            Constructor(body, model, self);
            foreach (var resource in model.Resources)
            {
                body.Line().Summary($"The service of {Naming.Camel(resource.Property)}.").Line($"public {resource.Service} {resource.Property} {{ get; }}");
            }

            foreach (var collection in model.Collections)
            {
                body.Line().Summary($"The reader of <see cref=\"{collection.Reader.Substring(0, collection.Reader.Length - "Reader".Length)}\"/>.");
                body.Line($"public {collection.Reader} {collection.Property} {{ get; }}");
            }

            body.Line().Line("/// <inheritdoc/>");
            body.Line("public global::System.Collections.Generic.IReadOnlyList<global::GeekCafe.Lambda.ApiOperation> Operations { get; }");
            if (model.HasJobs)
            {
                body.Line().Line("/// <inheritdoc/>");
                body.Line("public global::System.Collections.Generic.IReadOnlyList<global::GeekCafe.Lambda.ApplicationJob> Jobs { get; }");
            }

            if (model.Listens)
            {
                body.Line().Line("/// <inheritdoc/>");
                body.Line("public global::System.Collections.Generic.IReadOnlyList<global::GeekCafe.StreamTarget> StreamTargets { get; }");
            }

            body.Line().Line("/// <inheritdoc/>");
            Table(body, model);
            body.Line().Line("/// <inheritdoc/>").Line($"public static string Manifest => {model.Name}Manifest.Json;");
            Create(body.Line().Line("/// <inheritdoc/>"), model, self);
        });
    }

    internal static SourceWriter Header(AssemblyFacts facts)
    {
        return SourceWriter.File(facts.RootNamespace, []);
    }

    private static void Constructor(SourceWriter writer, ApplicationModel model, string self)
    {
        writer.Summary("Puts services together, made by a container or by <see cref=\"Create\"/>.");
        writer.Line($"public {self}(").Indented(parameters => Separated(parameters, model, resource => $"{resource.Service} {resource.Local}", collection => $"{collection.Reader} {collection.Local}", ")"));
        writer.Line("{").Indented(body =>
        {
            foreach (var resource in model.Resources) body.Line($"{resource.Property} = {resource.Local};");
            foreach (var collection in model.Collections) body.Line($"{collection.Property} = {collection.Local};");
            Rows(body, "Operations", model, static resource => resource.Handlers.Length > 0 ? $".. new {resource.Handlers}({resource.Local}).Operations," : null);
            if (model.HasJobs) Rows(body, "Jobs", model, static resource => resource.Jobs.Length > 0 ? $".. new {resource.Jobs}({resource.Local}).Jobs," : null);
            if (model.Listens) Rows(body, "StreamTargets", model, static resource => resource.Listens ? $"{resource.Local}.ToStreamTarget()," : null);
        }).Line("}");
    }

    /// <summary>A list to which each resource gives a row, or nothing.</summary>
    private static void Rows(SourceWriter body, string property, ApplicationModel model, Func<ResourceSummary, string?> row)
    {
        body.Line($"{property} =").Line("[").Indented(rows =>
        {
            foreach (var resource in model.Resources)
            {
                if (row(resource) is { } text) rows.Line(text);
            }
        }).Line("];");
    }

    private static void Table(SourceWriter writer, ApplicationModel model)
    {
        writer.Line("public static global::GeekCafe.DynamoDb.TableDefinition Table { get; } = new(\"pk\", \"sk\",").Line("[").Indented(rows =>
        {
            foreach (var index in model.Indexes) rows.Line(IndexDefinitionEmitter.Text(index) + ",");
        }).Line(model switch
        {
            { Listens: true } => "]) { TimeToLiveAttribute = global::GeekCafe.TimeToLive.Attribute, HasStream = true };",
            { Expires: true } => "]) { TimeToLiveAttribute = global::GeekCafe.TimeToLive.Attribute };",
            _ => "]);",
        });
    }

    /// <summary>Each service can be another one than the generated; readers of collections share them with the application.</summary>
    private static void Create(SourceWriter writer, ApplicationModel model, string self)
    {
        writer.Line($"public static {self} Create(global::GeekCafe.ServiceEnvironment environment) => CreateWith(environment);").Line();
        writer.Summary("Puts services together: those that are given, and for the others the generated ones. For tests, and for services derived from these.");
        writer.Line($"public static {self} CreateWith(").Indented(parameters =>
        {
            parameters.Line("global::GeekCafe.ServiceEnvironment environment,");
            for (var i = 0; i < model.Resources.Count; i++)
            {
                parameters.Line($"{model.Resources[i].Service}? {model.Resources[i].Local} = null{(i + 1 < model.Resources.Count ? "," : ")")}");
            }
        });
        writer.Line("{").Indented(body =>
        {
            foreach (var resource in model.Resources) body.Line($"{resource.Local} ??= new(environment);");
            body.Line("return new(").Indented(arguments => Separated(arguments, model, static resource => resource.Local, collection => Reader(collection, model), ");"));
        }).Line("}");
    }

    private static string Reader(CollectionSummary collection, ApplicationModel model)
    {
        var arguments = "environment";
        foreach (var service in collection.Services)
        {
            foreach (var resource in model.Resources)
            {
                if (resource.Service == service) arguments += $", {resource.Local}";
            }
        }

        return $"new {collection.Reader}({arguments})";
    }

    private static void Separated(
        SourceWriter writer, ApplicationModel model, Func<ResourceSummary, string> resource, Func<CollectionSummary, string> collection, string end)
    {
        var texts = new List<string>();
        foreach (var each in model.Resources) texts.Add(resource(each));
        foreach (var each in model.Collections) texts.Add(collection(each));
        for (var i = 0; i < texts.Count; i++) writer.Line(texts[i] + (i + 1 < texts.Count ? "," : end));
    }
}
