using System.Collections.Concurrent;
using System.Collections.Immutable;
using GeekCafe.Generators.Application;
using GeekCafe.Generators.ByHand;
using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Resources.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeekCafe.Generators.Resources;

/// <summary>Says what is wrong with resources: runs the generator's parser with a reporter, then compares resources with each other.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ResourceAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Rules.NotPartial, Rules.KeyWithoutTenant, Rules.IndexWithoutTenant, Rules.UnknownKeyMember, Rules.UnsupportedType, Rules.DuplicateName,
        Rules.AdjacentPlaceholders, Rules.OverlappingSortPrefix, Rules.MissingPrimaryKey, Rules.MalformedPattern, Rules.UnsupportedDeclaration,
        Rules.UnenforcedValidation, Rules.InvalidName, Rules.InvalidOwner, Rules.InvalidAccessMembers, Rules.UnfitKeyMember, Rules.DuplicateIndex, Rules.NameClash,
        Rules.UnfitServerValue, Rules.NameTaken, Rules.NotStored, Rules.HiddenMember, Rules.DuplicateRoute, Rules.WithoutResource,
        Rules.AmbiguousMember, Rules.ResourceHierarchy, Rules.UnfitConverter, Rules.UnfitKinds, Rules.BaseConstructor,
        Rules.InvalidMemberName, Rules.ApiNameClash, Rules.UnfitAttribute, Rules.MissingUpcaster, Rules.MalformedUpcaster,
        Rules.InvalidIndex, Rules.ConflictingIndexes, Rules.ConflictingKeyAttribute, Rules.TooManyLocalIndexes,
        Rules.UnfitUnique, Rules.UnfitTimeToLive, Rules.UnfitCounter, Rules.UnknownAuditedMember,
        Rules.ProjectionOfNoResource, Rules.UnknownProjectionMember, Rules.UnauthorizedProjection,
        Rules.PassedHook, Rules.IdleDirect,
        Rules.InvalidShardCount, Rules.NothingToShard, Rules.UnorderedShards,
        Rules.MissingInIndex, Rules.MissingInKeys,
        Rules.UnfitCollectionMember, Rules.DifferentPartitions, Rules.UnfitItemCollection,
        Rules.StrayOperation, Rules.InvalidOperation, Rules.UnboundRoute, Rules.UnfitParameter, Rules.UnfitAnswer, Rules.CallerAndAuthentication,
        Rules.UnfitMethod, Rules.OperationClash, Rules.InvalidJob, Rules.UnheardChanges,
        Rules.UnfitForPython, Rules.CrossTenantKey, Rules.DuplicateModel, Rules.HiddenRoute, Rules.DuplicateCollection,
        Rules.UnfitByHand,
    ];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var found = new ConcurrentBag<(ResourceModel Resource, INamedTypeSymbol Type)>();
            var collections = new ConcurrentBag<(ItemCollectionModel Collection, INamedTypeSymbol Type)>();

            // A nested record is read with every resource that holds it; its mistakes are told once.
            var told = new ConcurrentDictionary<(string, Location?), bool>();
            start.RegisterSymbolAction(symbol =>
            {
                var type = (INamedTypeSymbol)symbol.Symbol;
                var reporter = new Reporter(symbol.ReportDiagnostic, told);
                DirectChangeParser.CheckService(type, (rule, location, arguments) => reporter.Report(rule!, location, arguments));
                ServiceHooks.CheckDerived(type, (rule, location, arguments) => reporter.Report(rule!, location, arguments));
                var assembly = type.ContainingAssembly;
                if (ProjectionRecordParser.Find(type) is not null && ProjectionRecordParser.Parse(type, reporter, symbol.CancellationToken) is { } projection)
                {
                    ByHandChecks.Run(assembly, [ResourceFiles.Of(projection)], projection.ByHand, reporter);
                }

                if (type.Find(AttributeNames.ItemCollection) is not null && ItemCollectionParser.Parse(type, reporter, symbol.CancellationToken) is { } collection)
                {
                    collections.Add((collection, type));
                    ByHandChecks.Run(assembly, [ResourceFiles.Of(collection)], collection.ByHand, reporter);
                }

                StrayAttributes.ReportOperations(type, reporter);
                if (type.Find(AttributeNames.Resource) is null) StrayAttributes.Report(type, reporter);
                else if (ResourceParser.Parse(type, reporter, symbol.CancellationToken) is { } resource)
                {
                    found.Add((resource, type));
                    ByHandChecks.Run(assembly, ResourceFiles.AllOf(resource), resource.ByHand, reporter);
                }
            }, SymbolKind.NamedType);
            var lists = new PartialLists();
            start.RegisterOperationAction(lists.Note, OperationKind.Invocation);
            start.RegisterCompilationEndAction(end =>
            {
                var reporter = new Reporter(end.ReportDiagnostic, told);
                CrossChecks.Run(found, reporter);
                CrossChecks.RunCollections(collections, found, reporter);
                lists.Check(found, reporter, end.CancellationToken);
                var space = KnownTypes.RootNamespace(end.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
                ApplicationFiles.Check(end.Compilation, space, Models(found), Models(collections), reporter);
            });
        });
    }

    private static IEnumerable<TModel> Models<TModel>(IEnumerable<(TModel Model, INamedTypeSymbol Type)> found)
    {
        foreach (var (model, _) in found) yield return model;
    }

    /// <summary>Reports with real locations, so that pragmas and .editorconfig work.</summary>
    private sealed class Reporter(Action<Diagnostic> report, ConcurrentDictionary<(string Id, Location? Location), bool> told) : IFindings
    {
        public void Report(DiagnosticDescriptor rule, Location? location, params object[] arguments)
        {
            if (told.TryAdd((rule.Id, location), true)) report(Diagnostic.Create(rule, location, Properties(arguments), arguments));
        }

        /// <summary>What the message says, by position, for code fixes to work with.</summary>
        private static ImmutableDictionary<string, string?> Properties(object[] arguments)
        {
            var properties = ImmutableDictionary.CreateBuilder<string, string?>();
            for (var i = 0; i < arguments.Length; i++) properties.Add(CSharp.Literal(i), arguments[i].ToString());
            return properties.ToImmutable();
        }
    }
}
