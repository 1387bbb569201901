using System.Reflection;
using System.Text.RegularExpressions;
using GeekCafe.CodeFixes;
using GeekCafe.Generators.Tests.Docs;
using GeekCafe.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RuleSet = GeekCafe.Generators.Diagnostics.Rules;

namespace GeekCafe.Generators.Tests.Rules;

/// <summary>
/// A rule is a descriptor, a page, a row of the release notes, a test, and a code fix or the reason why there is none, or it is not finished.
/// The list in docs/rules/README.md is written from all of these: <c>ACCEPT_SNAPSHOTS=1</c> writes it anew.
/// </summary>
public partial class RuleBookTests
{
    private const string Index = "docs/rules/README.md";
    private const string Begin = "<!-- Written by RuleBookTests. -->\n";
    private const string End = "<!-- End. -->\n";

    internal static readonly IReadOnlyList<DiagnosticDescriptor> All =
        [.. typeof(RuleSet).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static rule => (DiagnosticDescriptor)rule.GetValue(null)!).OrderBy(static rule => rule.Id, StringComparer.Ordinal)];

    private static readonly HashSet<string> Mended =
        [.. Analyzers.Make<CodeFixProvider>(typeof(MakePartialFix)).SelectMany(static fix => fix.FixableDiagnosticIds)];

    public static TheoryData<string> Ids => [.. All.Select(static rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_is_complete(string id)
    {
        var rule = All.Single(rule => rule.Id == id);
        Assert.EndsWith($"docs/rules/{id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
        Assert.Contains($"{id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}", Pages.Read("src/Generators/AnalyzerReleases.Unshipped.md"), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Pages.Root, $"tests/Generators.Tests/Rules/{id}Tests.cs")));
        Assert.Single(Analyzers.All, analyzer => analyzer.SupportedDiagnostics.Contains(rule));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_says_why_and_how_to_mend_it(string id)
    {
        var rule = All.Single(rule => rule.Id == id);
        var page = Pages.Read($"docs/rules/{id}.md");
        Assert.StartsWith($"# {id}: {rule.Title}\n\n{rule.DefaultSeverity}.\n\n## Cause\n\n", page, StringComparison.Ordinal);
        Assert.Matches(Example(), page);
        Assert.Matches(Mended.Contains(id) ? Mending() : NotMending(), page);
        Assert.DoesNotMatch(Mended.Contains(id) ? NotMending() : Mending(), page);
    }

    [Fact]
    public void Ids_are_unique_and_in_order()
    {
        Assert.Equal(All.Count, All.Select(static rule => rule.Id).Distinct().Count());
        var rows = Row().Matches(Pages.Read("src/Generators/AnalyzerReleases.Unshipped.md")).Select(static row => row.Value).ToList();
        Assert.Equal(All.Select(static rule => rule.Id), rows);
    }

    [Fact]
    public void Pages_and_fixes_are_of_rules_that_exist()
    {
        Assert.Equal(All.Select(static rule => rule.Id), Directory.GetFiles(Path.Combine(Pages.Root, "docs/rules"), "GCG*.md").Select(static path => Path.GetFileNameWithoutExtension(path)!).Order());
        Assert.Subset(All.Select(static rule => rule.Id).ToHashSet(), Mended);
    }

    [Fact]
    public void The_list_of_rules_is_that_of_the_descriptors()
    {
        var page = Pages.Read(Index);
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, page.IndexOf(End, StringComparison.Ordinal));
        var expected = page[..begin] + Table() + page[end..];
        if (Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1") File.WriteAllText(Path.Combine(Pages.Root, Index), expected);
        else Assert.Equal(expected, page);
    }

    private static string Table() => "| Rule | Title | Severity | Code fix |\n|------|-------|----------|----------|\n" + string.Concat(All.Select(static rule =>
        $"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {rule.DefaultSeverity} | {(Mended.Contains(rule.Id) ? "yes" : "")} |\n"));

    [GeneratedRegex(@"^Before:\n\n```csharp\n.+?^```\n\nAfter:\n\n```csharp\n.+?^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Example();

    [GeneratedRegex(@"^Code fix: \w.+\.$", RegexOptions.Multiline)]
    private static partial Regex Mending();

    [GeneratedRegex(@"^No code fix: \w.+\.$", RegexOptions.Multiline)]
    private static partial Regex NotMending();

    [GeneratedRegex(@"^GCG\d{4}", RegexOptions.Multiline)]
    private static partial Regex Row();
}
