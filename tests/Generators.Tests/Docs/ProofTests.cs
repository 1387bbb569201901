using System.Text.RegularExpressions;

namespace GeekCafe.Generators.Tests.Docs;

/// <summary>What the pages about peers, limits and the predecessor claim has a test, and every row of their tables an answer.</summary>
public partial class ProofTests
{
    private const string Folder = "tests";

    /// <summary>The tests there are, as <c>Class.Method</c>. A base class counts for those that derive from it.</summary>
    private static readonly HashSet<string> Known = Find();

    public static TheoryData<string> Claiming => ["docs/comparison.md", "docs/limits.md", "docs/parity.md"];

    [Theory]
    [MemberData(nameof(Claiming))]
    public void Every_test_that_is_named_exists(string page)
    {
        var named = Named().Matches(Pages.Read(page)).Select(static match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(named);
        Assert.Empty(named.Where(static test => !Known.Contains(test)).Distinct());
    }

    [Theory]
    [MemberData(nameof(Claiming))]
    public void Every_row_has_an_answer_and_what_is_claimed_a_test(string page)
    {
        Assert.NotEmpty(Pages.Rows(page));
        foreach (var (heading, cells) in Pages.Rows(page))
        {
            Assert.Equal(heading.Count(static character => character == '|') - 1, cells.Length);
            Assert.DoesNotContain("", cells);
            if (!heading.EndsWith("| test |", StringComparison.Ordinal)) continue;

            // Where there is no test, the row has to say that there is nothing to test.
            if (!Named().IsMatch(cells[^1])) Assert.Matches(NothingToTest(), string.Join(" | ", cells[1..]));
        }
    }

    [Fact]
    public void There_are_more_behaviours_than_the_predecessor_had_tests() => Assert.True(Known.Count > 482, $"There are {Known.Count}.");

    private static HashSet<string> Find()
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Pages.Root, Folder), "*Tests.cs", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(Pages.Root, Folder), "*Contract.cs", SearchOption.AllDirectories)))
        {
            if (file.Replace('\\', '/').Contains("/obj/", StringComparison.Ordinal)) continue;
            var text = File.ReadAllText(file);
            foreach (var type in Types().Matches(text).Select(static match => match.Groups[1].Value))
            {
                foreach (var test in Methods().Matches(text).Select(static match => match.Groups[1].Value)) known.Add($"{type}.{test}");
            }
        }

        return known;
    }

    /// <summary>A class whose name ends as those of tests do, and a method whose name is a sentence.</summary>
    [GeneratedRegex(@"`(\w+(?:Tests|Contract)\.\w+)`")]
    private static partial Regex Named();

    [GeneratedRegex(@"\b[Nn]ot supported\b|\b[Nn]ot checked\b|\| no\b|\bnot applicable\b|\bnot tested\b")]
    private static partial Regex NothingToTest();

    [GeneratedRegex(@"^public (?:abstract |sealed |partial |static )*class (\w+)", RegexOptions.Multiline)]
    private static partial Regex Types();

    [GeneratedRegex(@"^    public (?:async |static |virtual |override )*(?:Task|void|ValueTask) (\w+)\(", RegexOptions.Multiline)]
    private static partial Regex Methods();
}
