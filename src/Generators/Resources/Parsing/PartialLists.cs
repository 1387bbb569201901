using System.Collections.Concurrent;
using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Whether lists of projections ask indexes for what these hold. Known only at the end: resources that share an index hold what any of them needs.</summary>
internal sealed class PartialLists
{
    private readonly ConcurrentBag<(INamedTypeSymbol Projection, string Method, Location Location)> _calls = [];

    /// <summary>Remembers a call of a list of projections.</summary>
    public void Note(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is not { TypeArguments: [INamedTypeSymbol projection], Name: var name } || ProjectionRecordParser.Find(projection) is null) return;
        if (name.StartsWith("List", StringComparison.Ordinal) && name.EndsWith("Async", StringComparison.Ordinal)) _calls.Add((projection, name, call.Syntax.GetLocation()));
    }

    /// <summary>Compares what was called with what indexes hold.</summary>
    public void Check(IEnumerable<(ResourceModel Resource, INamedTypeSymbol Type)> found, IFindings findings, CancellationToken cancellationToken)
    {
        if (_calls.IsEmpty) return;
        var physical = new List<PhysicalIndex>();
        foreach (var (resource, _) in found)
        {
            foreach (var index in resource.Indexes) physical.Add(index.ToPhysical());
        }

        var merged = PhysicalIndex.Merge(physical);
        foreach (var (projection, method, location) in _calls)
        {
            if (ProjectionRecordParser.Parse(projection, Silence.Instance, cancellationToken) is not { } model) continue;
            foreach (var (resource, _) in found)
            {
                if (resource.Identity.FullName != model.Resource) continue;
                foreach (var index in resource.Indexes)
                {
                    if (!index.IsListed && method == $"List{index.Name}Async") Check(model, resource, index, merged, location, findings);
                }
            }
        }
    }

    private static void Check(
        ProjectionModel projection, ResourceModel resource, IndexModel index, EquatableArray<PhysicalIndex> merged, Location location, IFindings findings)
    {
        var isOfKeys = index.Projection == Projection.KeysOnly;
        var missing = isOfKeys ? KeyReadingParser.Missing(projection.Record, resource) : MissingIn(index, projection, merged);
        foreach (var attribute in projection.RuleAttributes)
        {
            if (isOfKeys) missing.Add(Name(resource, attribute));
        }

        if (missing.Count == 0) return;
        var (names, advice) = (new List<string>(), new List<string>());
        foreach (var name in missing)
        {
            if (names.Contains($"'{name}'")) continue;
            names.Add($"'{name}'");
            advice.Add($"nameof({resource.Identity.Name}.{name})");
        }

        findings.Report(isOfKeys ? Rules.MissingInKeys : Rules.MissingInIndex, location,
            index.Name, resource.Identity.Name, string.Join(", ", names), projection.Identity.Name, string.Join(", ", advice));

        List<string> MissingIn(IndexModel of, ProjectionModel wanted, EquatableArray<PhysicalIndex> all)
        {
            var found = new List<string>();
            foreach (var known in all)
            {
                if (known.Name != of.Physical || known.Projection == Projection.All) continue;
                var held = new HashSet<string>(known.Include, StringComparer.Ordinal);
                foreach (var key in known.Partition) held.Add(key.Attribute);
                foreach (var key in known.Sort) held.Add(key.Attribute);
                foreach (var member in wanted.Record.Members)
                {
                    if (!held.Contains(member.Attribute)) found.Add(member.Name);
                }

                foreach (var attribute in wanted.RuleAttributes)
                {
                    if (!held.Contains(attribute)) found.Add(Name(resource, attribute));
                }
            }

            return found;
        }
    }

    private static string Name(ResourceModel resource, string attribute)
    {
        foreach (var member in resource.Record.Members)
        {
            if (member.Attribute == attribute) return member.Name;
        }

        return attribute;
    }
}
