using System.Text.RegularExpressions;

namespace GeekCafe.Generators.Tests.Docs;

/// <summary>Links within the repository lead somewhere.</summary>
public partial class LinkTests
{
    public static TheoryData<string> All => [.. Pages.All];

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

    /// <summary>The anchors that GitHub gives to headings.</summary>
    private static HashSet<string> Anchors(string text) =>
        [.. Headings().Matches(text.Replace("\r\n", "\n")).Select(static match => Dropped().Replace(match.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'))];

    [GeneratedRegex(@"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex(@"[^\p{L}\p{N}_ -]")]
    private static partial Regex Dropped();
}
