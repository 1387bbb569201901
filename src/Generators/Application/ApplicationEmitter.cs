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
        writer.Summary($"The resources of {model.Facts.AssemblyName}: their table, their services and their operations.");
        writer.Line(Names.GeneratedCode);
        return writer.Block($"{model.Accessibility} sealed class {self} : global::GeekCafe.IApplication<{self}>", body =>
        {
            Constructor(body, model, self);
            foreach (var resource in model.Resources)
            {
                body.Line().Summary($"The service of {Naming.Camel(resource.Property)}.").Line($"public {resource.Service} {resource.Property} {{ get; }}");
            }

            body.Line().Line("/// <inheritdoc/>");
            body.Line("public global::System.Collections.Generic.IReadOnlyList<global::GeekCafe.Lambda.ApiOperation> Operations { get; }");
            body.Line().Line("/// <inheritdoc/>");
            Table(body, model);
            body.Line().Line("/// <inheritdoc/>").Line($"public static string Manifest => {model.Name}Manifest.Json;");
            body.Line().Line("/// <inheritdoc/>").Line($"public static {self} Create(global::GeekCafe.ServiceEnvironment environment) => new(");
            body.Indented(arguments => Separated(arguments, model, resource => $"new {resource.Service}(environment)", ");"));
        });
    }

    internal static SourceWriter Header(AssemblyFacts facts)
    {
        return SourceWriter.File(facts.RootNamespace, []);
    }

    private static void Constructor(SourceWriter writer, ApplicationModel model, string self)
    {
        writer.Summary("Puts services together, made by a container or by <see cref=\"Create\"/>.");
        writer.Line($"public {self}(").Indented(parameters => Separated(parameters, model, resource => $"{resource.Service} {resource.Local}", ")"));
        writer.Line("{").Indented(body =>
        {
            foreach (var resource in model.Resources) body.Line($"{resource.Property} = {resource.Local};");
            body.Line("Operations =").Line("[").Indented(rows =>
            {
                foreach (var resource in model.Resources) rows.Line($".. new {resource.Handlers}({resource.Local}).Operations,");
            }).Line("];");
        }).Line("}");
    }

    private static void Table(SourceWriter writer, ApplicationModel model)
    {
        writer.Line("public static global::GeekCafe.DynamoDb.TableDefinition Table { get; } = new(\"pk\", \"sk\",").Line("[").Indented(rows =>
        {
            foreach (var index in model.Indexes) rows.Line(IndexDefinitionEmitter.Text(index) + ",");
        }).Line(model.Expires ? "]) { TimeToLiveAttribute = global::GeekCafe.TimeToLive.Attribute };" : "]);");
    }

    private static void Separated(SourceWriter writer, ApplicationModel model, Func<ResourceSummary, string> text, string end)
    {
        for (var i = 0; i < model.Resources.Count; i++) writer.Line(text(model.Resources[i]) + (i + 1 < model.Resources.Count ? "," : end));
    }
}
