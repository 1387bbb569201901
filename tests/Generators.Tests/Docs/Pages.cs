using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace GeekCafe.Generators.Tests.Docs;

/// <summary>What there is to read: the pages of the repository.</summary>
internal static partial class Pages
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(File())!, "../../.."));

    /// <summary>Each page, from the repository's root.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Directory.GetFiles(Root, "*.md").Concat(Directory.GetFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Select(static path => Path.GetRelativePath(Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    public static string Read(string page) => System.IO.File.ReadAllText(Path.Combine(Root, page)).Replace("\r\n", "\n");

    /// <summary>The page without its code blocks and code spans.</summary>
    public static string Prose(string page) => Code().Replace(Read(page), "");

    /// <summary>The cells of each row of a page's tables, headings and rulers left out.</summary>
    public static IEnumerable<(string Heading, string[] Cells)> Rows(string page)
    {
        var lines = Read(page).Split('\n');
        for (var i = 0; i + 1 < lines.Length; i++)
        {
            if (!lines[i].StartsWith('|') || !lines[i + 1].StartsWith("| -", StringComparison.Ordinal)) continue;
            var heading = lines[i];
            for (i += 2; i < lines.Length && lines[i].StartsWith('|'); i++) yield return (heading, Cells(lines[i]));
        }
    }

    private static string[] Cells(string row) => [.. Bars().Split(row.Trim()[1..^1]).Select(static cell => cell.Trim())];

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bars();

    [GeneratedRegex(@"^```.*?^```|`[^`\n]*`", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();

    private static string File([CallerFilePath] string file = "") => file;
}
