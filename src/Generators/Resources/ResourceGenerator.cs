using GeekCafe.Generators.Application;
using GeekCafe.Generators.ByHand;
using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Resources.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeekCafe.Generators.Resources;

/// <summary>From records marked [Resource] to everything generated for them. This file is the table of contents of the pipeline.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ResourceGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var parsed = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributeNames.Resource,
                static (node, _) => node is TypeDeclarationSyntax,
                static (target, cancellationToken) => ResourceParser.Parse((INamedTypeSymbol)target.TargetSymbol, Silence.Instance, cancellationToken))
            .Where(static resource => resource is not null)
            .Select(static (resource, _) => resource!);

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

        var projections = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributeNames.ProjectionOf,
                static (node, _) => node is TypeDeclarationSyntax,
                static (target, cancellationToken) => ProjectionRecordParser.Parse((INamedTypeSymbol)target.TargetSymbol, Silence.Instance, cancellationToken))
            .Where(static projection => projection is not null)
            .Select(static (projection, _) => projection!)
            .WithTrackingName(TrackingNames.Projection);
        GeneratedFile.Register(context, projections, static projection => [ResourceFiles.Of(projection)], static projection => projection.ByHand);

        var collections = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributeNames.ItemCollection,
                static (node, _) => node is TypeDeclarationSyntax,
                static (target, cancellationToken) => ItemCollectionParser.Parse((INamedTypeSymbol)target.TargetSymbol, Silence.Instance, cancellationToken))
            .Where(static collection => collection is not null)
            .Select(static (collection, _) => collection!)
            .WithTrackingName(TrackingNames.ItemCollection);
        GeneratedFile.Register(context, collections, static collection => [ResourceFiles.Of(collection)], static collection => collection.ByHand);

        ApplicationPipeline.Register(context, resources, collections);
    }

    /// <summary>Models beside a resource, each with what users wrote in the types that are generated for it.</summary>
    private static IEnumerable<(T Model, EquatableArray<MemberSignature> ByHand)> Beside<T>(ResourceModel resource, EquatableArray<T> models, Func<T, string[]> types)
        where T : IEquatable<T>
    {
        foreach (var model in models) yield return (model, resource.ByHand.Count == 0 ? [] : HandWritten.OfTypes(resource.ByHand, types(model)));
    }
}
