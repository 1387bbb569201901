using System.Collections.Concurrent;
using System.Collections.Immutable;
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
        Rules.UnenforcedValidation, Rules.InvalidName, Rules.InvalidOwner, Rules.UnfitKeyMember, Rules.DuplicateIndex, Rules.NameClash,
        Rules.UnfitServerValue,
    ];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var found = new ConcurrentBag<(ResourceModel Resource, INamedTypeSymbol Type)>();
            start.RegisterSymbolAction(symbol =>
            {
                var type = (INamedTypeSymbol)symbol.Symbol;
                if (type.Find(AttributeNames.Resource) is null) return;
                var resource = ResourceParser.Parse(type, symbol.Compilation.AssemblyName ?? "Assembly", new Reporter(symbol.ReportDiagnostic), symbol.CancellationToken);
                if (resource is not null) found.Add((resource, type));
            }, SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end => CrossChecks.Run(found, new Reporter(end.ReportDiagnostic)));
        });
    }

    /// <summary>Reports with real locations, so that pragmas and .editorconfig work.</summary>
    private sealed class Reporter(Action<Diagnostic> report) : IFindings
    {
        public void Report(DiagnosticDescriptor rule, Location? location, params object[] arguments) =>
            report(Diagnostic.Create(rule, location, arguments));
    }
}
