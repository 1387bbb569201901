using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace GeekCafe.CodeFixes;

/// <summary>GCG0002, GCG0003: begins the partition key with the tenant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddTenantFix)), Shared]
public sealed class AddTenantFix : PatternFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["GCG0002", "GCG0003"];

    protected override string Title => "Begin the partition key with 'TENANT#{TenantId}'";

    protected override string? Mend(string pattern, Diagnostic diagnostic) => "TENANT#{TenantId}#" + pattern;
}
