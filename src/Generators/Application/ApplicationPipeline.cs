using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Application;

/// <summary>From all resources of an assembly to what is generated once for it.</summary>
internal static class ApplicationPipeline
{
    public static void Register(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<ResourceModel> resources,
        IncrementalValuesProvider<ItemCollectionModel> collections)
    {
        var facts = context.CompilationProvider.Select(static (compilation, _) => KnownTypes.Facts(compilation))
            .Combine(context.AnalyzerConfigOptionsProvider.Select(static (options, _) =>
                options.GlobalOptions.TryGetValue("build_property.RootNamespace", out var value) ? value : ""))
            .Select(static (pair, _) => pair.Left with { RootNamespace = Naming.Namespace(pair.Right.Length > 0 ? pair.Right : pair.Left.AssemblyName) })
            .WithTrackingName(TrackingNames.Facts);

        // Only names: a member that is added somewhere changes the manifest and nothing else here.
        var application = resources.Select(static (resource, _) => ResourceSummary.Of(resource)).Collect()
            .Combine(collections.Select(static (collection, _) => CollectionSummary.Of(collection)).Collect())
            .Combine(facts)
            .Select(static (all, _) => ApplicationModel.Of(all.Left.Left, all.Left.Right, all.Right))
            .WithTrackingName(TrackingNames.Application);
        var manifest = resources.Collect().Combine(facts);

        context.RegisterSourceOutput(application, static (output, model) =>
        {
            if (model.Resources.Count == 0) return;
            output.AddSource($"{model.Name}Application.g.cs", ApplicationEmitter.Emit(model).ToSourceText());
            if (model.Facts.HasServiceCollection) output.AddSource($"{model.Name}Registration.g.cs", RegistrationEmitter.Emit(model).ToSourceText());
        });
        context.RegisterSourceOutput(manifest, static (output, pair) =>
        {
            if (pair.Left.Length > 0) output.AddSource($"{pair.Right.Name}Manifest.g.cs", ManifestEmitter.Emit(pair.Left, pair.Right).ToSourceText());
        });
    }
}
