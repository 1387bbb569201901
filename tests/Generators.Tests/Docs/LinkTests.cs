using System.Text.RegularExpressions;

namespace GeekCafe.Generators.Tests.Docs;

/// <summary>Links within the repository lead somewhere.</summary>
public partial class LinkTests
{
    public static TheoryData<string> All => [.. Pages.All];

    /// <summary>Pages that name paths of the repository; those about the predecessor name its paths too, which look alike.</summary>
    public static TheoryData<string> Own => [.. Pages.All.Where(static page => page is not ("docs/parity.md" or "docs/coming-from-python.md"))];

    [Theory]
    [MemberData(nameof(All))]
    public void A_link_leads_to_a_page_and_to_a_heading_of_it(string page)
    {
        var dead = new List<string>();
        foreach (var target in Links().Matches(Pages.Prose(page)).Select(static match => match.Groups[1].Value))
        {
            if (target.Contains("://", StringComparison.Ordinal)) continue;
            var (path, anchor) = target.Split('#') is [var file, var heading] ? (file, heading) : (target, "");
            var full = path.Length == 0 ? Path.Combine(Pages.Root, page) : Path.Combine(Pages.Root, Path.GetDirectoryName(page)!, path);
            if (!File.Exists(full) && !Directory.Exists(full)) dead.Add(target);
            else if (anchor.Length > 0 && !Anchors(File.ReadAllText(full)).Contains(anchor)) dead.Add(target);
        }

        Assert.Empty(dead);
    }

    [Fact]
    public void Every_page_is_in_the_index()
    {
        var index = Pages.Read("docs/README.md");
        Assert.All(Pages.All.Where(static page => page.StartsWith("docs/", StringComparison.Ordinal) && page != "docs/README.md" && !page.Contains("/rules/GCG", StringComparison.Ordinal) && !page.Contains("/decisions/0", StringComparison.Ordinal)),
            page => Assert.Contains($"({page["docs/".Length..]})", index, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Own))]
    public void A_path_of_the_repository_that_is_named_is_there(string page) =>
        Assert.Empty(Paths().Matches(Pages.Read(page)).Select(static match => match.Groups[1].Value)
            .Where(static path => !File.Exists(Path.Combine(Pages.Root, path)) && !Directory.Exists(Path.Combine(Pages.Root, path))).Distinct());

    /// <summary>The anchors that GitHub gives to headings.</summary>
    private static HashSet<string> Anchors(string text) =>
        [.. Headings().Matches(text.Replace("\r\n", "\n")).Select(static match => Dropped().Replace(match.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'))];

    [GeneratedRegex(@"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")]
    private static partial Regex Links();

    /// <summary>A code span that is a path below one of the folders of the root, without placeholders.</summary>
    [GeneratedRegex(@"`((?:src|tests|samples|eng|docs|benchmarks|templates|\.ci)/[\w./-]+)`")]
    private static partial Regex Paths();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex(@"[^\p{L}\p{N}_ -]")]
    private static partial Regex Dropped();
}
