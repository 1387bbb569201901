using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Emitting;

namespace GeekCafe.Generators.Application;

/// <summary>Writes the registration in Microsoft.Extensions.DependencyInjection.</summary>
internal static class RegistrationEmitter
{
    private const string Services = "global::Microsoft.Extensions.DependencyInjection.IServiceCollection";
    private const string Extensions = "global::Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions";

    public static SourceWriter Emit(ApplicationModel model)
    {
        var writer = ApplicationEmitter.Header(model.Facts);
        writer.Summary($"Registers the services of {model.Facts.AssemblyName} in a container.").Line(Names.GeneratedCode);
        return writer.Block($"{model.Accessibility} static partial class {model.Name}Registration", body =>
        {
            body.Summary("Adds every service, and the application, as singletons: they hold nothing about callers.");
            body.Line("/// <param name=\"services\">The container's services.</param>");
            body.Line("/// <param name=\"environment\">What all services share.</param>");
            body.Block($"public static {Services} AddGeekCafe{model.Name}(this {Services} services, global::GeekCafe.ServiceEnvironment environment)", statements =>
            {
                statements.Line($"{Extensions}.AddSingleton(services, environment);");
                foreach (var resource in model.Resources) statements.Line($"{Extensions}.AddSingleton<{resource.Service}>(services);");
                foreach (var collection in model.Collections) statements.Line($"{Extensions}.AddSingleton<{collection.Reader}>(services);");
                statements.Line($"return {Extensions}.AddSingleton<{model.Name}Application>(services);");
            });
        });
    }
}
