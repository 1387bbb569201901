using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Snapshots;

/// <summary>What is accepted compiles, and no rule speaks, in the lowest and in the newest language.</summary>
public class CompilationTests
{
    [Theory]
    [MemberData(nameof(SnapshotTests.Subjects), MemberType = typeof(SnapshotTests))]
    public void What_is_generated_compiles_without_a_warning(string subject)
    {
        GeneratorRun.Compiled(SnapshotTests.Declared(subject));
        Findings.AssertNone(SnapshotTests.Declared(subject));
    }
}
