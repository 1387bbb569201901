using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeekCafe.Generators.Usage;

/// <summary>GCG0112: one service serves all callers at once; what it keeps of one request, another one sees.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KeptRequestAnalyzer() : UsageAnalyzer(Rules.KeptRequest)
{
    /// <summary>Types of the library that belong to one request.</summary>
    private static readonly string[] OfRequests =
    [
        "Caller", "ServiceResult", "ServiceTransaction", "ServiceReads", "PageRequest", "Page", "ApiContext", "ApiRequest", "ApiResponse",
        "JobContext", "InvocationContext", "StreamChange", "ValidationErrors", "RawRequests", "TableStatements",
    ];

    private protected override void Register(CompilationStartAnalysisContext start, UsageSymbols symbols) =>
        start.RegisterSymbolAction(type => Check(type, symbols), SymbolKind.NamedType);

    private static void Check(SymbolAnalysisContext context, UsageSymbols symbols)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!symbols.IsShared(type)) return;
        foreach (var member in type.GetMembers())
        {
            if (member is not IFieldSymbol { IsConst: false } field || Kept(field.Type, symbols) is not { } kept) continue;

            // A property that keeps a value has a field that nobody wrote.
            var shown = field.AssociatedSymbol ?? field;
            context.ReportDiagnostic(Diagnostic.Create(Rules.KeptRequest, shown.Place(), type.Name, shown.Name, kept));
        }
    }

    /// <summary>The type of a request that is kept, itself or as an element.</summary>
    private static string? Kept(ITypeSymbol type, UsageSymbols symbols)
    {
        if (type is IArrayTypeSymbol array) return Kept(array.ElementType, symbols);
        if (type is not INamedTypeSymbol named) return null;
        if (UsageSymbols.IsToken(named) || (symbols.IsOfRuntime(named) && Array.IndexOf(OfRequests, named.Name) >= 0)) return named.Name;

        // What is asynchronously local belongs to the one who set it; delegates take it as an argument.
        if (named.TypeKind == TypeKind.Delegate || named.Name == "AsyncLocal") return null;
        foreach (var argument in named.TypeArguments)
        {
            if (Kept(argument, symbols) is { } kept) return kept;
        }

        return null;
    }
}
