using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Emitting;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;

namespace GeekCafe.Generators.Resources;

/// <summary>The files that are generated for each kind of model.</summary>
internal static class ResourceFiles
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

    /// <summary>Of a resource; what it does not use is not there.</summary>
    public static IEnumerable<GeneratedFile> Of(ResourceModel resource)
    {
        foreach (var (facet, emit) in Facets)
        {
            if (emit(resource) is { } text) yield return new(HintName.Of(resource.Identity, facet), text.ToString());
        }
    }

    /// <summary>Of a resource and everything that it holds.</summary>
    public static IEnumerable<GeneratedFile> AllOf(ResourceModel resource)
    {
        foreach (var file in Of(resource)) yield return file;
        foreach (var document in resource.Documents) yield return Of(document);
        foreach (var names in resource.Enums) yield return Of(names);
        foreach (var kinds in resource.Kinds) yield return Of(kinds);
    }

    public static GeneratedFile Of(RecordModel document) => new(HintName.Of(document.Identity, "Document"), DocumentEmitter.Emit(document).ToString());

    public static GeneratedFile Of(EnumModel names) => new(HintName.Of(names.Identity, "Names"), EnumEmitter.Emit(names).ToString());

    public static GeneratedFile Of(KindsModel kinds) => new(HintName.Of(kinds.Identity, "Kinds"), KindsEmitter.Emit(kinds).ToString());

    public static GeneratedFile Of(ProjectionModel projection) => new(HintName.Of(projection.Identity, "Projection"), ProjectionEmitter.Emit(projection).ToString());

    public static GeneratedFile Of(ItemCollectionModel collection) => new(HintName.Of(collection.Identity, "Collection"), ItemCollectionEmitter.Emit(collection).ToString());
}
