using GeekCafe.Generators.Resources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeekCafe.Testing.Snapshots;

/// <summary>One run of the generators over sources, as the compiler of a project with <c>GeekCafe.Generators</c> does it.</summary>
public sealed class Generation
{
    private readonly AnalyzerOptions _analyzerOptions;

    private Generation(GeneratorDriver driver, CSharpCompilation output, AnalyzerOptions analyzerOptions)
    {
        (Driver, Output, _analyzerOptions) = (driver, output, analyzerOptions);
        Files = driver.GetRunResult().Results.SelectMany(static result => result.GeneratedSources)
            .ToDictionary(static source => source.HintName, static source => source.SourceText.ToString(), StringComparer.Ordinal);
    }

    /// <summary>The driver after the run: what <c>Verify.SourceGenerators</c> takes, and where a next run goes on from.</summary>
    public GeneratorDriver Driver { get; }

    /// <summary>The sources together with what was generated.</summary>
    public CSharpCompilation Output { get; }

    /// <summary>What was generated, by the name of the file.</summary>
    public IReadOnlyDictionary<string, string> Files { get; }

    /// <summary>Runs over source texts, each a file.</summary>
    /// <param name="sources">C#.</param>
    public static Generation Of(params string[] sources) => Of(new GenerationOptions(), sources);

    /// <summary>Runs over source texts, each a file.</summary>
    /// <param name="options">What the project says of itself.</param>
    /// <param name="sources">C#.</param>
    public static Generation Of(GenerationOptions options, params string[] sources) =>
        Run(options, sources.Select(static (source, i) => ($"File{i}.cs", source)));

    /// <summary>
    /// Runs over the C# files of a project. The project itself is not evaluated: what it says of itself beyond its name is in the options, and what
    /// it refers to must be referred to by the test project too.
    /// </summary>
    /// <param name="folder">The folder of the project, relative to that of the test.</param>
    /// <param name="options">What the project says of itself. The assembly's name is by default that of the project's file.</param>
    /// <param name="test">The compiler says which file calls.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static Generation OfProject(string folder, GenerationOptions? options = null, [System.Runtime.CompilerServices.CallerFilePath] string test = "")
    {
        var full = Path.GetFullPath(folder, Path.GetDirectoryName(Path.GetFullPath(test))!);
        var name = Directory.GetFiles(full, "*.csproj").Select(static path => Path.GetFileNameWithoutExtension(path)).SingleOrDefault() ?? Path.GetFileName(full);
        options ??= new();
        return Run(options with { AssemblyName = options.AssemblyName ?? name }, CodeIn(full).Select(path => (Path.GetRelativePath(full, path), File.ReadAllText(path))));
    }

    /// <summary>What compiler and rules report about the sources and about what was generated from them, as a build shows it.</summary>
    public async Task<IReadOnlyList<Diagnostic>> GetDiagnosticsAsync(CancellationToken cancellationToken = default)
    {
        var all = await Output.WithAnalyzers([.. Instances<DiagnosticAnalyzer>()], _analyzerOptions).GetAllDiagnosticsAsync(cancellationToken).ConfigureAwait(false);
        return [.. all.Where(static each => each.Severity != DiagnosticSeverity.Hidden && !each.IsSuppressed)];
    }

    private static Generation Run(GenerationOptions options, IEnumerable<(string Path, string Text)> files)
    {
        var name = options.AssemblyName ?? "Shop";
        var parsing = new CSharpParseOptions(options.LanguageVersion);
        var usings = string.Concat(options.GlobalUsings.Select(static each => $"global using global::{each};\n"));
        var trees = files.Prepend(("GlobalUsings.g.cs", usings)).Select(file => CSharpSyntaxTree.ParseText(file.Item2, parsing, file.Item1));
        var compilation = CSharpCompilation.Create(name, trees, ProjectReferences.Without(name), ProjectReferences.With(options.Severities));

        var settings = new Settings(options.RootNamespace ?? name);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(Instances<IIncrementalGenerator>().Select(GeneratorExtensions.AsSourceGenerator), parseOptions: parsing, optionsProvider: settings);
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        return new(driver, (CSharpCompilation)output, new AnalyzerOptions([], settings));
    }

    private static IEnumerable<string> CodeIn(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
            .Order(StringComparer.Ordinal);

    /// <summary>All generators, or all rules: a new one is there without anybody adding it.</summary>
    private static IEnumerable<T> Instances<T>() =>
        typeof(ResourceGenerator).Assembly.GetExportedTypes().Where(static type => type.IsAssignableTo(typeof(T)) && !type.IsAbstract)
            .Select(static type => (T)Activator.CreateInstance(type)!);
}
