using GeekCafe.Generators.Application;
using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Emitting;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Resources.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeekCafe.Generators.Resources;

/// <summary>From records marked [Resource] to everything generated for them. This file is the table of contents of the pipeline.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ResourceGenerator : IIncrementalGenerator
{
    private static readonly (string Facet, Func<ResourceModel, SourceWriter?> Emit)[] Facets =
    [
        ("Members", MembersEmitter.Emit),
        ("Keys", KeysEmitter.Emit),
        ("Item", ItemEmitter.Emit),
        ("Json", JsonEmitter.Emit),
        ("Input", InputEmitter.Emit),
        ("Service", ServiceEmitter.Emit),
        ("Handlers", HandlersEmitter.Emit),
        ("Jobs", JobsEmitter.Emit),
        ("Change", ChangeEmitter.Emit),
        ("Claims", ClaimsEmitter.Emit),
        ("Expiry", ExpiryEmitter.Emit),
        ("Counters", CountersEmitter.Emit),
        ("Audit", AuditEmitter.Emit),
        ("Sort", SortEmitter.Emit),
        ("Filter", FilterEmitter.Emit),
        ("Lists", ConditionalListsEmitter.Emit),
        ("Parts", PartialListsEmitter.Emit),
    ];

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var resources = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributeNames.Resource,
                static (node, _) => node is TypeDeclarationSyntax,
                static (target, cancellationToken) => ResourceParser.Parse((INamedTypeSymbol)target.TargetSymbol, Silence.Instance, cancellationToken))
            .Where(static resource => resource is not null)
            .Select(static (resource, _) => resource!)
            .WithTrackingName(TrackingNames.Resource);

        // Records and enums that several resources use are written once.
        var documents = resources.SelectMany(static (resource, _) => resource.Documents).Collect()
            .SelectMany(static (all, _) => Distinct.By(all, static document => document.Identity.MetadataName))
            .WithTrackingName(TrackingNames.Document);
        var enums = resources.SelectMany(static (resource, _) => resource.Enums).Collect()
            .SelectMany(static (all, _) => Distinct.By(all, static names => names.FullName))
            .WithTrackingName(TrackingNames.Enum);
        var kinds = resources.SelectMany(static (resource, _) => resource.Kinds).Collect()
            .SelectMany(static (all, _) => Distinct.By(all, static model => model.FullName))
            .WithTrackingName(TrackingNames.Kinds);

        context.RegisterSourceOutput(resources, static (output, resource) =>
        {
            // What a resource does not use is not there.
            foreach (var (facet, emit) in Facets)
            {
                if (emit(resource) is { } text) output.AddSource(HintName.Of(resource.Identity, facet), text.ToSourceText());
            }
        });
        context.RegisterSourceOutput(documents, static (output, document) =>
            output.AddSource(HintName.Of(document.Identity, "Document"), DocumentEmitter.Emit(document).ToSourceText()));
        context.RegisterSourceOutput(enums, static (output, names) =>
            output.AddSource(HintName.Of(names.Identity, "Names"), EnumEmitter.Emit(names).ToSourceText()));
        context.RegisterSourceOutput(kinds, static (output, model) =>
            output.AddSource(HintName.Of(model.Identity, "Kinds"), KindsEmitter.Emit(model).ToSourceText()));

        var projections = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributeNames.ProjectionOf,
                static (node, _) => node is TypeDeclarationSyntax,
                static (target, cancellationToken) => ProjectionRecordParser.Parse((INamedTypeSymbol)target.TargetSymbol, Silence.Instance, cancellationToken))
            .Where(static projection => projection is not null)
            .Select(static (projection, _) => projection!)
            .WithTrackingName(TrackingNames.Projection);
        context.RegisterSourceOutput(projections, static (output, projection) =>
            output.AddSource(HintName.Of(projection.Identity, "Projection"), ProjectionEmitter.Emit(projection).ToSourceText()));

        var collections = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributeNames.ItemCollection,
                static (node, _) => node is TypeDeclarationSyntax,
                static (target, cancellationToken) => ItemCollectionParser.Parse((INamedTypeSymbol)target.TargetSymbol, Silence.Instance, cancellationToken))
            .Where(static collection => collection is not null)
            .Select(static (collection, _) => collection!)
            .WithTrackingName(TrackingNames.ItemCollection);
        context.RegisterSourceOutput(collections, static (output, collection) =>
            output.AddSource(HintName.Of(collection.Identity, "Collection"), ItemCollectionEmitter.Emit(collection).ToSourceText()));

        ApplicationPipeline.Register(context, resources, collections);
    }
}
