using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace GeekCafe.Generators.Tests.Harness;

/// <summary>Compilations as the SDK would make them for a user's project.</summary>
public static class TestCompilation
{
    /// <summary>What a project with the usual implicit usings begins with.</summary>
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.ComponentModel.DataAnnotations;
        global using GeekCafe;
        """;

    /// <summary>The framework, the runtime library, and this assembly with its helpers.</summary>
    public static IReadOnlyList<MetadataReference> References { get; } = FindReferences();

    /// <summary>A compilation of a project's files.</summary>
    public static CSharpCompilation Create(params string[] sources) => Create("Shop", LanguageVersion.CSharp14, sources);

    public static CSharpCompilation Create(string assemblyName, LanguageVersion version, params string[] sources)
    {
        var options = Options(version);
        var trees = new List<SyntaxTree> { CSharpSyntaxTree.ParseText(ImplicitUsings, options, "GlobalUsings.cs") };
        for (var i = 0; i < sources.Length; i++) trees.Add(Parse(sources[i], $"File{i}.cs", version));
        return Empty.WithAssemblyName(assemblyName).AddSyntaxTrees(trees);
    }

    public static SyntaxTree Parse(string source, string path, LanguageVersion version = LanguageVersion.CSharp14) =>
        CSharpSyntaxTree.ParseText(SourceText.From(source), Options(version), path);

    /// <summary>Doc comments are checked too: generated members are documented.</summary>
    private static CSharpParseOptions Options(LanguageVersion version) => new(version, DocumentationMode.Diagnose);

    private static CSharpCompilationOptions CompilationOptions { get; } = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        .WithNullableContextOptions(NullableContextOptions.Enable)
        .WithWarningLevel(9999)
        .WithSpecificDiagnosticOptions([new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]) // As the SDK does.
        .WithDeterministic(true);

    /// <summary>What all compilations come from: they share the symbols of the framework, which take longer to make than all else.</summary>
    private static CSharpCompilation Empty { get; } = CSharpCompilation.Create("Shop", [], References, CompilationOptions);

    private static List<MetadataReference> FindReferences()
    {
        var trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var references = new List<MetadataReference>();
        foreach (var path in trusted)
        {
            // Registration in a container is generated only where that is referenced, so only tests that ask for it do.
            var name = Path.GetFileNameWithoutExtension(path);
            if (name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) || name.Contains("DependencyInjection", StringComparison.Ordinal)) continue;
            references.Add(MetadataReference.CreateFromFile(path));
        }

        return references;
    }
}
