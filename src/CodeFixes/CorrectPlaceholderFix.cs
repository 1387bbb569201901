using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace GeekCafe.CodeFixes;

/// <summary>GCG0004: writes the member that was probably meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CorrectPlaceholderFix)), Shared]
public sealed class CorrectPlaceholderFix : PatternFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["GCG0004"];

    protected override string Title => "Correct the placeholder";

    protected override string? Mend(string pattern, Diagnostic diagnostic)
    {
        // Arguments of the message: type, name, advice, and the member meant.
        if (diagnostic.Properties["1"] is not { Length: > 0 } name || diagnostic.Properties["3"] is not { Length: > 0 } meant) return null;
        return pattern.Replace($"{{{name}}}", $"{{{meant}}}").Replace($"{{{name}:", $"{{{meant}:");
    }
}
