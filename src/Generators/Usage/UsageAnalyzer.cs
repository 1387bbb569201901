using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeekCafe.Generators.Usage;

/// <summary>Looks at code that uses the library, where it is referenced; generated code is left alone.</summary>
public abstract class UsageAnalyzer : DiagnosticAnalyzer
{
    private protected UsageAnalyzer(DiagnosticDescriptor rule) => SupportedDiagnostics = [rule];

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (UsageSymbols.Of(start.Compilation) is { } symbols) Register(start, symbols);
        });
    }

    /// <summary>Says what to look at.</summary>
    private protected abstract void Register(CompilationStartAnalysisContext start, UsageSymbols symbols);
}
