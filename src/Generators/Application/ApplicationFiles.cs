using System.Collections.Immutable;
using GeekCafe.Generators.ByHand;
using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Application;

/// <summary>The files that are generated once for an assembly, besides the manifest.</summary>
internal static class ApplicationFiles
{
    private static readonly string[] Types = ["Application", "Registration"];

    public static IEnumerable<GeneratedFile> Of(ApplicationModel model)
    {
        yield return new($"{model.Name}Application.g.cs", ApplicationEmitter.Emit(model).ToString());
        if (model.Facts.HasServiceCollection) yield return new($"{model.Name}Registration.g.cs", RegistrationEmitter.Emit(model).ToString());
    }

    /// <summary>What users wrote of it.</summary>
    public static EquatableArray<MemberSignature> ByHand(IAssemblySymbol assembly, AssemblyFacts facts)
    {
        var byHand = new HandWritten();
        foreach (var type in Types)
        {
            if (assembly.GetTypeByMetadataName($"{facts.RootNamespace.Replace("@", "")}.{facts.Name}{type}") is { } own) byHand.AddNamed(own.ContainingNamespace, own.Name);
        }

        return byHand.Members;
    }

    /// <summary>Whether what users wrote of it can take its place. For the analyzer.</summary>
    public static void Check(Compilation compilation, string rootNamespace, IEnumerable<ResourceModel> resources, IEnumerable<ItemCollectionModel> collections, IFindings findings)
    {
        var facts = KnownTypes.Facts(compilation).In(rootNamespace);
        var byHand = ByHand(compilation.Assembly, facts);
        if (byHand.Count == 0) return;
        var (summaries, readers) = (ImmutableArray.CreateBuilder<ResourceSummary>(), ImmutableArray.CreateBuilder<CollectionSummary>());
        foreach (var resource in resources) summaries.Add(ResourceSummary.Of(resource));
        foreach (var collection in collections) readers.Add(CollectionSummary.Of(collection));
        ByHandChecks.Run(compilation.Assembly, Of(ApplicationModel.Of(summaries.ToImmutable(), readers.ToImmutable(), facts)), byHand, findings);
    }
}
