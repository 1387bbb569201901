using System.Collections.Immutable;
using GeekCafe.Generators.Tests.Harness;
using GeekCafe.Generators.Tests.Output;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeekCafe.Generators.Tests.Rules;

/// <summary>Warnings of the SDK's own rules that are false under our attributes: there without our suppressors, and not with them.</summary>
public class SuppressorTests
{
    [Theory]
    [InlineData("CA1822", "[HttpOperation(\"GET\", \"/things/best\")] public Task<ServiceResult<Thing>> BestAsync(Caller caller) => Task.FromException<ServiceResult<Thing>>(new InvalidOperationException(caller.TenantId));", "")]
    [InlineData("CA1822", "[Job(\"clean\")] public Task<ServiceResult<NoContent>> CleanAsync(Caller caller) => Task.FromException<ServiceResult<NoContent>>(new InvalidOperationException(caller.TenantId));", "")]
    [InlineData("CA1812", "", """
        internal readonly record struct Money(decimal Amount);
        internal sealed class MoneyConverter : IValueConverter<Money, decimal> { public static decimal ToStored(Money value) => value.Amount; public static Money FromStored(decimal value) => new(value); }
        """)]
    public void A_false_warning_is_silenced(string id, string members, string declarations)
    {
        var source = Usage.Service(members) + "\n" + declarations;
        Assert.Equal([id], Warnings(source, id, []));
        Assert.Empty(Warnings(source, id, Analyzers.Suppressors));
    }

    [Theory]
    [InlineData("CA1822", "public int Twice(int number) => number * 2;", "")]
    [InlineData("CA1812", "", "internal sealed class Unused { public int Value { get; set; } }")]
    public void A_true_one_stays(string id, string members, string declarations) =>
        Assert.Equal([id], Warnings(Usage.Service(members) + "\n" + declarations, id, Analyzers.Suppressors));

    private static IEnumerable<string> Warnings(string source, string id, ImmutableArray<DiagnosticAnalyzer> suppressors)
    {
        var output = GeneratorRun.Of(TestCompilation.Create(source)).Output;
        var sdk = OutputTests.SdkAnalyzers().Where(analyzer => analyzer.SupportedDiagnostics.Any(rule => rule.Id == id));
        var severities = output.Options.SpecificDiagnosticOptions.SetItem(id, ReportDiagnostic.Warn);
        var compilation = output.WithOptions(output.Options.WithSpecificDiagnosticOptions(severities)).WithAnalyzers([.. sdk, .. suppressors]);
        return compilation.GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult().Where(diagnostic => diagnostic.Id == id && !diagnostic.IsSuppressed).Select(static diagnostic => diagnostic.Id);
    }
}
