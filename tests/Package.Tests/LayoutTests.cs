using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace GeekCafe.Package.Tests;

/// <summary>What is in the packages, and what is not.</summary>
public sealed class LayoutTests(PackageFeed feed)
{
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    /// <summary>What the compiler's process has for generators. The Workspaces are an editor's.</summary>
    private static readonly string[] Host =
        ["netstandard", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "System.Collections.Immutable", "System.Memory", "System.Runtime.CompilerServices.Unsafe", "System.Threading.Tasks.Extensions"];

    public static TheoryData<string> Ids { get; } = ["GeekCafe.Generators", "GeekCafe.Runtime", "GeekCafe.Testing", "GeekCafe.Local", "GeekCafe.Templates"];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_package_says_what_it_is_and_where_it_is_from(string id)
    {
        using var package = feed.Open(id);
        Assert.NotNull(package.GetEntry("icon.png"));
        Assert.NotNull(package.GetEntry("README.md"));
        using var text = package.GetEntry($"{id}.nuspec")!.Open();
        var metadata = XDocument.Load(text).Root!.Elements().Single();
        string? Value(string name) => metadata.Elements().SingleOrDefault(each => each.Name.LocalName == name)?.Value;
        Assert.Equal((id, feed.Version, "MIT", "README.md", "icon.png"), (Value("id"), Value("version"), Value("license"), Value("readme"), Value("icon")));
        Assert.NotEmpty(Value("description")!);
        Assert.Equal(40, metadata.Elements().Single(static each => each.Name.LocalName == "repository").Attribute("commit")?.Value.Length);
    }

    [Fact]
    public void The_generators_are_in_one_folder_with_nothing_beside_them()
    {
        using var package = feed.Open("GeekCafe.Generators");
        var files = package.Entries.Select(static each => each.FullName).ToList();
        Assert.Equal(["analyzers/dotnet/cs/GeekCafe.CodeFixes.dll", "analyzers/dotnet/cs/GeekCafe.Generators.dll"], files.Where(static each => each.EndsWith(".dll", StringComparison.Ordinal)).Order());
        Assert.Equal(["buildTransitive/GeekCafe.Generators.props", "buildTransitive/GeekCafe.Generators.targets"], files.Where(static each => each.StartsWith("build", StringComparison.Ordinal)).Order());
    }

    [Theory]
    [InlineData("GeekCafe.Generators", false)]
    [InlineData("GeekCafe.CodeFixes", true)]
    public void They_refer_to_nothing_that_the_compiler_does_not_have(string name, bool isForEditors)
    {
        using var package = feed.Open("GeekCafe.Generators");
        using var image = Image(package.GetEntry($"analyzers/dotnet/cs/{name}.dll")!);
        var metadata = image.GetMetadataReader();
        var references = metadata.AssemblyReferences.Select(each => metadata.GetString(metadata.GetAssemblyReference(each).Name));
        string[] allowed = isForEditors ? [.. Host, "Microsoft.CodeAnalysis.Workspaces", "Microsoft.CodeAnalysis.CSharp.Workspaces", "System.Composition.AttributedModel", "GeekCafe.Generators"] : Host;
        Assert.Empty(references.Except(allowed));
    }

    [Theory]
    [InlineData("GeekCafe.Runtime")]
    [InlineData("GeekCafe.Testing")]
    [InlineData("GeekCafe.Local")]
    public void Symbols_lead_to_the_sources_and_to_no_machine(string id)
    {
        using var package = feed.Open(id, "snupkg");
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(Bytes(package.GetEntry($"lib/net10.0/{id}.pdb")!)));
        var reader = symbols.GetMetadataReader();
        var link = reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation).Single(each => reader.GetGuid(each.Kind) == SourceLink);
        Assert.Contains("https://raw.githubusercontent.com/geekcafe/geekcafe-generators/", System.Text.Encoding.UTF8.GetString(reader.GetBlobBytes(link.Value)), StringComparison.Ordinal);
        var documents = reader.Documents.Select(each => reader.GetString(reader.GetDocument(each).Name)).ToList();
        Assert.NotEmpty(documents);
        Assert.All(documents, static each => Assert.StartsWith("/_", each, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_template_is_for_the_packages_it_comes_with()
    {
        var properties = await File.ReadAllTextAsync(Path.Combine(PackageFeed.Repository, "templates/content/geekcafe-api/Directory.Build.props"));
        Assert.Contains($">{PackageFeed.ReleaseVersion}</GeekCafeVersion>", properties, StringComparison.Ordinal);
    }

    private static PEReader Image(System.IO.Compression.ZipArchiveEntry entry) => new(new MemoryStream(Bytes(entry)));

    private static byte[] Bytes(System.IO.Compression.ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
