using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeekCafe.Testing.Snapshots;

/// <summary>What a project says of itself, as far as generators can see it.</summary>
public sealed record GenerationOptions
{
    /// <summary>The assembly's name. The generated application is called after it. Default <c>Shop</c>; of a project, the name of its file.</summary>
    public string? AssemblyName { get; init; }

    /// <summary>Where the generated application lives. Default: the assembly's name.</summary>
    public string? RootNamespace { get; init; }

    /// <summary>The version of C#. Default: the newest that the referenced compiler has.</summary>
    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Latest;

    /// <summary>What every file uses without saying so. Default: the implicit usings of Microsoft.NET.Sdk.</summary>
    public IReadOnlyList<string> GlobalUsings { get; init; } =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    /// <summary>How severe rules are, by id, as lines of .editorconfig say it. Default: as the rules have it.</summary>
    public IReadOnlyDictionary<string, ReportDiagnostic> Severities { get; init; } = new Dictionary<string, ReportDiagnostic>();
}
