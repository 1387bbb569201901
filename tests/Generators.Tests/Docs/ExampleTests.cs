using System.Text.RegularExpressions;
using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Docs;

/// <summary>
/// Examples in pages compile, without a warning and without a finding of the analyzer. A comment before a block of C# says that it is tested,
/// <c>&lt;!-- compiles --&gt;</c>, or <c>&lt;!-- compiles with the one before --&gt;</c>, and what it needs around it, if anything: <c>...</c> on a line of
/// its own is where the block stands.
/// </summary>
public partial class ExampleTests
{
    private const string Usings = """
        using GeekCafe.DynamoDb;
        using GeekCafe.Lambda;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Threading;
        using System.Threading.Tasks;


        """;

    public static TheoryData<string, int> All
    {
        get
        {
            var all = new TheoryData<string, int>();
            foreach (var page in Pages.All)
            {
                for (var i = 0; i < Blocks().Count(Pages.Read(page)); i++) all.Add(page, i);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void An_example_compiles(string page, int number)
    {
        Findings.AssertNone(Usings + Source(Blocks().Matches(Pages.Read(page)), number));
    }

    private static string Source(MatchCollection blocks, int number)
    {
        var (withLast, around, code) = (blocks[number].Groups[1].Success, blocks[number].Groups[2].Value, blocks[number].Groups[3].Value);
        var source = Place().IsMatch(around) ? Place().Replace(around, _ => code, 1) : around + "\n" + code;
        return withLast ? Source(blocks, number - 1) + "\n" + source : source;
    }

    /// <summary>What a reader meets first, and the pages about declarations, are never without.</summary>
    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/coming-from-python.md")]
    [InlineData("docs/guides/add-a-resource.md")]
    [InlineData("docs/guides/by-hand.md")]
    [InlineData("docs/keys.md")]
    [InlineData("docs/members.md")]
    [InlineData("docs/operations.md")]
    [InlineData("docs/reading.md")]
    [InlineData("docs/schema-versions.md")]
    [InlineData("docs/shards.md")]
    [InlineData("docs/streams.md")]
    [InlineData("docs/types.md")]
    [InlineData("docs/writing.md")]
    public void The_page_has_a_tested_example(string page) => Assert.Matches(Blocks(), Pages.Read(page));

    [GeneratedRegex(@"^<!-- compiles( with the one before)?(?:\n(.*?))? ?-->\n+```csharp\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"^ *\.\.\.$", RegexOptions.Multiline)]
    private static partial Regex Place();
}
