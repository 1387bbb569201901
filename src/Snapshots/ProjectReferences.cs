using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeekCafe.Testing.Snapshots;

/// <summary>What compilations refer to: everything that the test process does, but not what comes from tests alone.</summary>
internal static class ProjectReferences
{
    private static readonly Lazy<IReadOnlyList<PortableExecutableReference>> All = new(() =>
        [.. Paths().Where(static path => !IsOfTests(Path.GetFileNameWithoutExtension(path))).Select(static path => MetadataReference.CreateFromFile(path))]);

    /// <summary>As the SDK compiles, nullable enabled.</summary>
    public static CSharpCompilationOptions With(IReadOnlyDictionary<string, ReportDiagnostic> severities) => new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        .WithNullableContextOptions(NullableContextOptions.Enable)
        .WithSpecificDiagnosticOptions([new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress), .. severities]);

    /// <summary>All but the assembly itself, which a test project may refer to.</summary>
    public static IEnumerable<MetadataReference> Without(string assemblyName) =>
        All.Value.Where(reference => !Path.GetFileNameWithoutExtension(reference.FilePath!).Equals(assemblyName, StringComparison.OrdinalIgnoreCase));

    private static string[] Paths() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);

    private static bool IsOfTests(string name) =>
        name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) || name.StartsWith("xunit", StringComparison.OrdinalIgnoreCase)
        || name is "GeekCafe.Generators" or "GeekCafe.Testing.Snapshots" or "DiffEngine";
}
