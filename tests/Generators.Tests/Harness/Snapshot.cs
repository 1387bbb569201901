using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace GeekCafe.Generators.Tests.Harness;

/// <summary>
/// Compares whole generated files with accepted ones beside the test, in Verify's file convention: <c>Name#Hint.g.verified.cs</c>, and
/// <c>.received.cs</c> where they differ. <c>ACCEPT_SNAPSHOTS=1</c> accepts.
/// </summary>
public static partial class Snapshot
{
    public static void AssertFiles(GeneratorRun run, string name, [CallerFilePath] string test = "")
    {
        var folder = Path.GetDirectoryName(test)!;
        var expected = Directory.GetFiles(folder, $"{name}#*.verified.cs").Select(static path => Path.GetFileName(path)).ToHashSet(StringComparer.Ordinal);
        var problems = new List<string>();
        foreach (var (hint, text) in run.Files)
        {
            var file = $"{name}#{hint[..^3]}.verified.cs";
            expected.Remove(file);
            if (!Matches(Path.Combine(folder, file), Scrub(text))) problems.Add(file);
        }

        foreach (var file in expected)
        {
            if (IsAccepting) File.Delete(Path.Combine(folder, file));
            else problems.Add(file + " is generated no more");
        }

        Assert.True(problems.Count == 0, $"Look at the .received.cs files; to accept them, set ACCEPT_SNAPSHOTS=1. Different: {string.Join(", ", problems)}");
    }

    /// <summary>The same for one text, which is accepted in this file.</summary>
    public static void AssertText(string path, string text)
    {
        if (!File.Exists(path) || File.ReadAllText(path).Replace("\r\n", "\n") != text)
        {
            if (IsAccepting) File.WriteAllText(path, text);
            else Assert.Equal(File.Exists(path) ? File.ReadAllText(path).Replace("\r\n", "\n") : "", text);
        }
    }

    private static bool IsAccepting => Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1";

    private static bool Matches(string path, string text)
    {
        var received = path.Replace(".verified.cs", ".received.cs");
        if (File.Exists(received)) File.Delete(received);
        if (File.Exists(path) && File.ReadAllText(path).Replace("\r\n", "\n") == text) return true;
        File.WriteAllText(IsAccepting ? path : received, text);
        return IsAccepting;
    }

    /// <summary>Without the generator's version, which changes with every release.</summary>
    private static string Scrub(string text) => Version().Replace(text, "$1version$2");

    [GeneratedRegex("""(GeneratedCode\("GeekCafe\.Generators", ")[0-9.]+("\))""")]
    private static partial Regex Version();
}
