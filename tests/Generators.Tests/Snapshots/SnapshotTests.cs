using System.Runtime.CompilerServices;
using GeekCafe.Generators.Tests.Harness;
using GeekCafe.Testing.Snapshots;

namespace GeekCafe.Generators.Tests.Snapshots;

/// <summary>
/// Whole files, to be read in review. Each folder here has what somebody declares and, beside it, what is generated from that. A new folder is a new test.
/// </summary>
public class SnapshotTests
{
    private static readonly string Folder = FolderOf();

    public static TheoryData<string> Subjects => [.. Directory.GetDirectories(Folder).Select(static folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    /// <summary>The generator runs once and nothing is compiled, so that mutation testing (eng/mutation.sh) can ask it for every mutant.</summary>
    [Theory]
    [MemberData(nameof(Subjects))]
    public void What_is_generated_is_what_was_accepted(string subject)
    {
        var driver = GeneratorRun.NewDriver(options: null).RunGenerators(TestCompilation.Create(Declared(subject)));
        Assert.Empty(driver.GetRunResult().Diagnostics);
        Snapshot.Match(driver, subject, Path.Combine(Folder, subject, subject + ".cs"));
    }

    /// <summary>What is declared: the subject's files that are not accepted ones.</summary>
    internal static string[] Declared(string subject) => [.. Directory.GetFiles(Path.Combine(Folder, subject), "*.cs")
        .Where(static file => !file.Contains('#', StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    private static string FolderOf([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
