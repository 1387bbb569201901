using GeekCafe.Generators.Core;
using GeekCafe.Generators.Core.Declarations;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Resources.Parsing;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources;

/// <summary>Everything a project declares that something is generated for. What is not valid is not there.</summary>
internal sealed record MarkedModels(Declared<ResourceModel> Resources, Declared<ProjectionModel> Projections, Declared<ItemCollectionModel> Collections)
{
    /// <summary>The pipeline's step, for the caching tests. Not among <see cref="TrackingNames"/>: it changes with any member written by hand, and those must not.</summary>
    public const string Step = nameof(MarkedModels);

    public static MarkedModels Parse(Compilation compilation, CancellationToken cancellationToken)
    {
        var (resources, projections, collections) = (new Declared<ResourceModel>.Builder(), new Declared<ProjectionModel>.Builder(), new Declared<ItemCollectionModel>.Builder());
        foreach (var (type, key) in MarkedTypes.Of(compilation, cancellationToken))
        {
            resources.Add(key, ResourceParser.Parse(type, Silence.Instance, cancellationToken));
            projections.Add(key, ProjectionRecordParser.Parse(type, Silence.Instance, cancellationToken));
            collections.Add(key, ItemCollectionParser.Parse(type, Silence.Instance, cancellationToken));
        }

        return new(resources.ToDeclared(), projections.ToDeclared(), collections.ToDeclared());
    }
}
