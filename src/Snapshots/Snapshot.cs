using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using DiffEngine;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Testing.Snapshots;

/// <summary>
/// Compares whole generated files with accepted ones beside the test, in Verify's file convention: <c>Name#Hint.g.verified.cs</c>, and
/// <c>.received.cs</c> where they differ. The environment variable <c>ACCEPT_SNAPSHOTS=1</c> accepts what is received.
/// </summary>
public static partial class Snapshot
{
    private static bool IsAccepting => Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1";

    /// <summary>Demands that what was generated is what was accepted.</summary>
    /// <param name="generation">The run.</param>
    /// <param name="name">The beginning of the files' names. Default: the test's name.</param>
    /// <param name="test">The compiler says which file calls.</param>
    /// <exception cref="SnapshotException">A file differs, is new, or is generated no more. A diff tool was opened, unless DiffEngine is disabled.</exception>
    public static void Match(Generation generation, [CallerMemberName] string name = "", [CallerFilePath] string test = "")
    {
        ArgumentNullException.ThrowIfNull(generation);
        Match(generation.Driver, name, test);
    }

    /// <summary>Demands that what was generated is what was accepted.</summary>
    /// <param name="driver">The driver after a run.</param>
    /// <param name="name">The beginning of the files' names. Default: the test's name.</param>
    /// <param name="test">The compiler says which file calls.</param>
    /// <exception cref="SnapshotException">A file differs, is new, or is generated no more. A diff tool was opened, unless DiffEngine is disabled.</exception>
    public static void Match(GeneratorDriver driver, [CallerMemberName] string name = "", [CallerFilePath] string test = "")
    {
        ArgumentNullException.ThrowIfNull(driver);
        var folder = Path.GetDirectoryName(test)!;
        var accepted = Directory.GetFiles(folder, $"{name}#*.verified.cs").ToHashSet(StringComparer.Ordinal);
        var problems = new List<string>();
        foreach (var source in driver.GetRunResult().Results.SelectMany(static result => result.GeneratedSources))
        {
            var file = Path.Combine(folder, $"{name}#{source.HintName[..^".cs".Length]}.verified.cs");
            accepted.Remove(file);
            if (!Matches(file, WithoutVersion(source.SourceText.ToString()))) problems.Add(Path.GetFileName(file));
        }

        foreach (var file in accepted)
        {
            if (IsAccepting) File.Delete(file);
            else problems.Add(Path.GetFileName(file) + " is generated no more");
        }

        Demand(problems, folder);
    }

    /// <summary>Demands that a text, such as what the rules report, is what was accepted in <c>Name.verified.txt</c>.</summary>
    /// <param name="text">The text, with "\n" between lines.</param>
    /// <param name="name">The beginning of the file's name. Default: the test's name.</param>
    /// <param name="test">The compiler says which file calls.</param>
    /// <exception cref="SnapshotException">It differs, or is new. A diff tool was opened, unless DiffEngine is disabled.</exception>
    public static void MatchText(string text, [CallerMemberName] string name = "", [CallerFilePath] string test = "")
    {
        var folder = Path.GetDirectoryName(test)!;
        var file = $"{name}.verified.txt";
        Demand(Matches(Path.Combine(folder, file), text) ? [] : [file], folder);
    }

    private static void Demand(List<string> problems, string folder)
    {
        if (problems.Count == 0) return;
        throw new SnapshotException($"Look at the .received files in {folder}; to accept them, set ACCEPT_SNAPSHOTS=1. Different: {string.Join(", ", problems)}");
    }

    private static bool Matches(string verified, string text)
    {
        var received = Path.ChangeExtension(Path.ChangeExtension(verified, null), $".received{Path.GetExtension(verified)}");
        if (File.Exists(verified) && File.ReadAllText(verified).ReplaceLineEndings("\n") == text)
        {
            if (File.Exists(received)) File.Delete(received);
            DiffRunner.Kill(received, verified);
            return true;
        }

        if (IsAccepting)
        {
            File.WriteAllText(verified, text);
            File.Delete(received);
            return true;
        }

        File.WriteAllText(received, text);
        DiffRunner.Launch(received, verified);
        return false;
    }

    /// <summary>Without the generator's version, which changes with every release.</summary>
    private static string WithoutVersion(string text) => Version().Replace(text, "$1version$2");

    [GeneratedRegex("""(GeneratedCode\("GeekCafe\.Generators", ")[^"]+("\))""")]
    private static partial Regex Version();
}
