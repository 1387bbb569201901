using System.Collections.Immutable;
using GeekCafe.Generators.ByHand;
using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Application;

/// <summary>From all resources of an assembly to what is generated once for it.</summary>
internal static class ApplicationPipeline
{
    public static void Register(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<Compilation> declared,
        IncrementalValuesProvider<ResourceModel> resources, IncrementalValuesProvider<ItemCollectionModel> collections)
    {
        var facts = declared.Select(static (compilation, _) => KnownTypes.Facts(compilation))
            .Combine(context.AnalyzerConfigOptionsProvider.Select(static (options, _) => KnownTypes.RootNamespace(options.GlobalOptions)))
            .Select(static (pair, _) => pair.Left.In(pair.Right))
            .WithTrackingName(TrackingNames.Facts);

        // Only names: a member that is added somewhere changes the manifest and nothing else here.
        var application = resources.Select(static (resource, _) => ResourceSummary.Of(resource)).Collect()
            .Combine(collections.Select(static (collection, _) => CollectionSummary.Of(collection)).Collect())
            .Combine(facts)
            .Select(static (all, _) => ApplicationModel.Of(all.Left.Left, all.Left.Right, all.Right))
            .WithTrackingName(TrackingNames.Application);
        var manifest = resources.Collect().Combine(facts);
        var byHand = declared.Combine(facts).Select(static (pair, _) => ApplicationFiles.ByHand(pair.Left.Assembly, pair.Right));
        var written = application.Combine(byHand).SelectMany(static (pair, _) => pair.Left.Resources.Count == 0 ? ImmutableArray<(ApplicationModel, EquatableArray<MemberSignature>)>.Empty : [pair]);
        GeneratedFile.Register(context, written, static pair => ApplicationFiles.Of(pair.Item1), static pair => pair.Item2);
        context.RegisterSourceOutput(manifest, static (output, pair) =>
        {
            if (pair.Left.Length > 0) output.AddSource($"{pair.Right.Name}Manifest.g.cs", ManifestEmitter.Emit(pair.Left, pair.Right).ToSourceText());
        });
    }
}
