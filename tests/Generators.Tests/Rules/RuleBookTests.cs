using System.Reflection;
using System.Runtime.CompilerServices;
using GeekCafe.Generators.Resources;
using Microsoft.CodeAnalysis;
using RuleSet = GeekCafe.Generators.Diagnostics.Rules;

namespace GeekCafe.Generators.Tests.Rules;

/// <summary>A rule is a descriptor, a page, a row of the release notes and a test, or it is not finished.</summary>
public class RuleBookTests
{
    private static readonly DiagnosticDescriptor[] All =
        [.. typeof(RuleSet).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static rule => (DiagnosticDescriptor)rule.GetValue(null)!)];

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../.."));

    public static TheoryData<string> Ids => [.. All.Select(static rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_is_complete(string id)
    {
        var rule = All.Single(rule => rule.Id == id);
        Assert.EndsWith($"docs/rules/{id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
        Assert.StartsWith($"# {id}: {rule.Title}\n\n{rule.DefaultSeverity}.", Read($"docs/rules/{id}.md"), StringComparison.Ordinal);
        Assert.Contains($"| [{id}]({id}.md) | {rule.Title} | {rule.DefaultSeverity} |", Read("docs/rules/README.md"), StringComparison.Ordinal);
        Assert.Contains($"{id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}", Read("src/Generators/AnalyzerReleases.Unshipped.md"), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Root(), $"tests/Generators.Tests/Rules/{id}Tests.cs")));
        Assert.Contains(rule, new ResourceAnalyzer().SupportedDiagnostics);
    }

    [Fact]
    public void Ids_are_unique() => Assert.Equal(All.Length, All.Select(static rule => rule.Id).Distinct().Count());

    [Fact]
    public void Pages_are_of_rules_that_exist() =>
        Assert.Equal(All.Select(static rule => rule.Id).Order(), Directory.GetFiles(Path.Combine(Root(), "docs/rules"), "GCG*.md").Select(static path => Path.GetFileNameWithoutExtension(path)!).Order());

    private static string Read(string path) => File.ReadAllText(Path.Combine(Root(), path)).Replace("\r\n", "\n");
}
