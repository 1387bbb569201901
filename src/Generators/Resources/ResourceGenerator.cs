using System.Collections.Immutable;
using GeekCafe.Generators.Application;
using GeekCafe.Generators.ByHand;
using GeekCafe.Generators.Core;
using GeekCafe.Generators.Core.Declarations;
using GeekCafe.Generators.Resources.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeekCafe.Generators.Resources;

/// <summary>From records marked [Resource] to everything generated for them. This file is the table of contents of the pipeline.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ResourceGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // Of a compilation only what it declares: a key in a method changes nothing that is asked below (docs/decisions/0024).
        var declared = context.CompilationProvider.WithComparer(DeclarationComparer.Instance);
        var marked = declared.Select(static (compilation, cancellationToken) => MarkedModels.Parse(compilation, cancellationToken)).WithTrackingName(MarkedModels.Step);

        // Each model goes with the declaration it is of, so that another one that comes or goes moves none of them.
        var declarations = context.SyntaxProvider.CreateSyntaxProvider(
            static (node, _) => DeclarationKey.IsMarked(node),
            static (found, cancellationToken) => DeclarationKey.Of((TypeDeclarationSyntax)found.Node, cancellationToken));
        var parsed = Find(declarations, marked.Select(static (all, _) => all.Resources));

        // What users wrote by hand concerns the text of its own type alone, and not all that is made of resources.
        var resources = parsed.Select(static (resource, _) => resource with { ByHand = [] }).WithTrackingName(TrackingNames.Resource);

        // Records and enums that several resources use are written once.
        var documents = parsed.SelectMany(static (resource, _) => Beside(resource, resource.Documents, static document => [document.Identity.MetadataName, document.Identity.MetadataName + "Patch"])).Collect()
            .SelectMany(static (all, _) => Distinct.By(all, static document => document.Model.Identity.MetadataName))
            .WithTrackingName(TrackingNames.Document);
        var enums = parsed.SelectMany(static (resource, _) => Beside(resource, resource.Enums, static names => [names.FullName])).Collect()
            .SelectMany(static (all, _) => Distinct.By(all, static names => names.Model.FullName))
            .WithTrackingName(TrackingNames.Enum);
        var kinds = parsed.SelectMany(static (resource, _) => Beside(resource, resource.Kinds, static model => [model.FullName, model.PatchName])).Collect()
            .SelectMany(static (all, _) => Distinct.By(all, static model => model.Model.FullName))
            .WithTrackingName(TrackingNames.Kinds);

        GeneratedFile.Register(context, parsed, static resource => ResourceFiles.Of(resource), static resource => resource.ByHand);
        GeneratedFile.Register(context, documents, static document => [ResourceFiles.Of(document.Model)], static document => document.ByHand);
        GeneratedFile.Register(context, enums, static names => [ResourceFiles.Of(names.Model)], static names => names.ByHand);
        GeneratedFile.Register(context, kinds, static model => [ResourceFiles.Of(model.Model)], static model => model.ByHand);

        var projections = Find(declarations, marked.Select(static (all, _) => all.Projections)).WithTrackingName(TrackingNames.Projection);
        GeneratedFile.Register(context, projections, static projection => [ResourceFiles.Of(projection)], static projection => projection.ByHand);

        var collections = Find(declarations, marked.Select(static (all, _) => all.Collections)).WithTrackingName(TrackingNames.ItemCollection);
        GeneratedFile.Register(context, collections, static collection => [ResourceFiles.Of(collection)], static collection => collection.ByHand);

        ApplicationPipeline.Register(context, declared, resources, collections);
    }

    private static IncrementalValuesProvider<T> Find<T>(IncrementalValuesProvider<string> declarations, IncrementalValueProvider<Declared<T>> models) where T : class, IEquatable<T> =>
        declarations.Combine(models).SelectMany(static (pair, _) => pair.Right.Find(pair.Left) is { } model ? ImmutableArray.Create(model) : []);

    /// <summary>Models beside a resource, each with what users wrote in the types that are generated for it.</summary>
    private static IEnumerable<(T Model, EquatableArray<MemberSignature> ByHand)> Beside<T>(ResourceModel resource, EquatableArray<T> models, Func<T, string[]> types)
        where T : IEquatable<T>
    {
        foreach (var model in models) yield return (model, resource.ByHand.Count == 0 ? [] : HandWritten.OfTypes(resource.ByHand, types(model)));
    }
}
