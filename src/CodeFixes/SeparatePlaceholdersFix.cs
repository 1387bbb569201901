using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace GeekCafe.CodeFixes;

/// <summary>GCG0007: puts the separator between placeholders that touch.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SeparatePlaceholdersFix)), Shared]
public sealed class SeparatePlaceholdersFix : PatternFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["GCG0007"];

    protected override string Title => "Put '#' between the placeholders";

    protected override string? Mend(string pattern, Diagnostic diagnostic) => pattern.Replace("}{", "}#{");
}
