using System.Reflection;
using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeekCafe.Generators.Tests.Harness;

/// <summary>
/// One run of the generator over a compilation. Every run also runs a second time over an equal compilation and asserts that nothing is done
/// again, and walks all models for objects that may not be in them: a test of behaviour is a test of caching as well.
/// </summary>
public sealed class GeneratorRun
{
    private GeneratorRun(CSharpCompilation input, GeneratorDriver driver, CSharpCompilation output)
    {
        (Input, Driver, Output) = (input, driver, output);
        Result = driver.GetRunResult().Results[0];
    }

    public CSharpCompilation Input { get; }

    /// <summary>The driver after the run, to go on with after an edit.</summary>
    public GeneratorDriver Driver { get; }

    /// <summary>The input together with what was generated.</summary>
    public CSharpCompilation Output { get; }

    public GeneratorRunResult Result { get; }

    /// <summary>Generated files by hint name.</summary>
    public IReadOnlyDictionary<string, string> Files =>
        Result.GeneratedSources.ToDictionary(static source => source.HintName, static source => source.SourceText.ToString(), StringComparer.Ordinal);

    /// <summary>Runs over sources and asserts that the result compiles without a warning.</summary>
    public static GeneratorRun Compiled(params string[] sources) => Of(TestCompilation.Create(sources)).AssertCompiles(sources);

    /// <summary>Runs over sources.</summary>
    public static GeneratorRun Of(params string[] sources) => Of(TestCompilation.Create(sources));

    /// <summary>Runs over a compilation.</summary>
    public static GeneratorRun Of(CSharpCompilation input, AnalyzerConfigOptionsProvider? options = null)
    {
        var first = Of(input, NewDriver(options));
        Steps.AssertNothingDone(Of(input.Clone(), first.Driver));
        foreach (var (name, value) in Steps.Values(first.Result)) ModelGraph.AssertAllowed(value, name);
        return first;
    }

    /// <summary>Goes on from an earlier run, as an editor does after every keystroke.</summary>
    public GeneratorRun Then(CSharpCompilation input) => Of(input, Driver);

    /// <summary>Goes on after one file was replaced.</summary>
    public GeneratorRun Then(string path, string source) =>
        Then(Input.ReplaceSyntaxTree(Input.SyntaxTrees.Single(tree => tree.FilePath == path), TestCompilation.Parse(source, path)));

    private GeneratorRun AssertCompiles(string[] sources)
    {
        Assert.Null(Result.Exception);
        CompilerProblems.AssertNone(this);

        // The newest language may read the same text in another way: it did with 'field'.
        var preview = TestCompilation.Create(Input.AssemblyName!, LanguageVersion.Preview, sources);
        CompilerProblems.AssertNone(Of(preview, NewDriver(null, LanguageVersion.Preview)));
        return this;
    }

    internal static GeneratorRun Of(CSharpCompilation input, GeneratorDriver driver)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(input, out var output, out _);
        return new GeneratorRun(input, driver, (CSharpCompilation)output);
    }

    internal static CSharpGeneratorDriver NewDriver(AnalyzerConfigOptionsProvider? options, LanguageVersion version = LanguageVersion.CSharp14) => CSharpGeneratorDriver.Create(
        [new ResourceGenerator().AsSourceGenerator()],
        parseOptions: new CSharpParseOptions(version, DocumentationMode.Diagnose),
        optionsProvider: options,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>All names of steps, so that a new one is checked without anybody remembering to.</summary>
    internal static IEnumerable<string> StepNames =>
        typeof(TrackingNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static constant => (string)constant.GetRawConstantValue()!);
}
