using System.Runtime.CompilerServices;
using System.Text;

namespace GeekCafe.Generators.Tests.Types;

/// <summary>The table in docs/types.md is that of the tests. <c>ACCEPT_SNAPSHOTS=1</c> writes it anew.</summary>
public class TypePageTests
{
    private const string Begin = "<!-- Written by TypePageTests. -->\n";
    private const string End = "<!-- End. -->\n";

    [Fact]
    public void The_page_says_what_is_tested()
    {
        var path = Path.Combine(Path.GetDirectoryName(File())!, "../../../docs/types.md");
        var page = System.IO.File.ReadAllText(path).Replace("\r\n", "\n");
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, page.IndexOf(End, StringComparison.Ordinal));
        var expected = page[..begin] + Table() + page[end..];
        if (Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1") System.IO.File.WriteAllText(path, expected);
        else Assert.Equal(expected, page);
    }

    /// <summary>A line for all neighbouring rows of which the same is said.</summary>
    private static string Table()
    {
        var table = new StringBuilder("| C# | Table | API JSON | Sets | Names | Keys | Limits |\n|----|-------|----------|------|-------|------|--------|\n");
        var rows = TypeTable.Rows;
        for (var i = 0; i < rows.Count;)
        {
            var first = i;
            var names = new List<string>();
            for (; i < rows.Count && Said(rows[i]) == Said(rows[first]); i++) names.Add(Name(rows[i]));
            table.Append("| ").AppendJoin(' ', names).Append(" | ").Append(Said(rows[first])).Append(" |\n");
        }

        return table.ToString();
    }

    private static string Said(TypeRow row) =>
        $"{row.Table} | {row.Api} | {(row.Set.Length > 0 ? $"`{row.Set}`" : "")} | {(row.IsName ? "yes" : "")} | {(row.IsKey ? "yes" : "")} | {row.Limits}";

    private static string Name(TypeRow row) => row.Shown.Contains('`') || row.Shown.Contains("enum") || row.Shown.Contains("record") ? row.Shown : $"`{(row.Shown.Length > 0 ? row.Shown : row.Type)}`";

    private static string File([CallerFilePath] string file = "") => file;
}
