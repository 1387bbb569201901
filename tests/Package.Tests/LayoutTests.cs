using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace GeekCafe.Package.Tests;

/// <summary>What is in the packages, and what is not.</summary>
public sealed class LayoutTests(PackageFeed feed)
{
    /// <summary>What the compiler's process has for generators. The Workspaces are an editor's.</summary>
    private static readonly string[] Compiler =
        ["netstandard", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "System.Collections.Immutable", "System.Memory", "System.Runtime.CompilerServices.Unsafe", "System.Threading.Tasks.Extensions"];

    private static readonly string[] Editor = [.. Compiler, "Microsoft.CodeAnalysis.Workspaces", "Microsoft.CodeAnalysis.CSharp.Workspaces", "System.Composition.AttributedModel", "GeekCafe.Generators"];

    public static TheoryData<string> Ids { get; } = [.. PackageFeed.Ids];

    [Fact]
    public void The_packages_are_these() =>
        Assert.Equal(PackageFeed.Ids, Directory.GetFiles(feed.Folder, "*.nupkg").Select(path => Path.GetFileName(path).Replace($".{feed.Version}.nupkg", "", StringComparison.Ordinal)).Order());

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_package_says_what_it_is_and_where_it_is_from(string id)
    {
        using var package = feed.Open(id);
        Assert.NotNull(package.GetEntry("icon.png"));
        Assert.NotNull(package.GetEntry("README.md"));
        var metadata = Metadata(package, id);
        string? Value(string name) => metadata.Elements().SingleOrDefault(each => each.Name.LocalName == name)?.Value;
        Assert.Equal((id, feed.Version, "MIT", "README.md", "icon.png"), (Value("id"), Value("version"), Value("license"), Value("readme"), Value("icon")));
        Assert.NotEmpty(Value("description")!);
        var repository = metadata.Elements().Single(static each => each.Name.LocalName == "repository");
        Assert.Equal("https://github.com/geekcafe/geekcafe-generators", repository.Attribute("url")?.Value);
        Assert.Matches("^[0-9a-f]{40}$", repository.Attribute("commit")?.Value);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Packages_of_ours_that_a_package_needs_are_of_its_version(string id)
    {
        using var package = feed.Open(id);
        Assert.All(
            Metadata(package, id).Descendants().Where(static each => each.Name.LocalName == "dependency" && each.Attribute("id")!.Value.StartsWith("GeekCafe", StringComparison.Ordinal)),
            each => Assert.Equal(feed.Version, each.Attribute("version")!.Value));
    }

    [Fact]
    public void The_generators_are_in_one_folder_with_nothing_beside_them()
    {
        using var package = feed.Open("GeekCafe.Generators");
        var files = package.Entries.Select(static each => each.FullName).Where(static name => name.EndsWith(".dll", StringComparison.Ordinal) || name.StartsWith("build", StringComparison.Ordinal));
        Assert.Equal(
            ["analyzers/dotnet/cs/GeekCafe.CodeFixes.dll", "analyzers/dotnet/cs/GeekCafe.Generators.dll", "buildTransitive/GeekCafe.Generators.props", "buildTransitive/GeekCafe.Generators.targets"],
            files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_snapshot_kit_has_the_generators_as_a_library()
    {
        using var package = feed.Open("GeekCafe.Testing.Snapshots");
        Assert.Equal(
            ["lib/net10.0/GeekCafe.Generators.dll", "lib/net10.0/GeekCafe.Testing.Snapshots.dll"],
            package.Entries.Select(static each => each.FullName).Where(static name => name.EndsWith(".dll", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(Metadata(package, "GeekCafe.Testing.Snapshots").Descendants(), static each => each.Name.LocalName == "dependency" && each.Attribute("id")!.Value == "GeekCafe.Generators");
    }

    [Theory]
    [InlineData("GeekCafe.Generators")]
    [InlineData("GeekCafe.CodeFixes")]
    public void They_refer_to_nothing_that_their_host_does_not_have(string name)
    {
        using var image = Image("GeekCafe.Generators", $"analyzers/dotnet/cs/{name}.dll");
        var metadata = image.GetMetadataReader();
        var references = metadata.AssemblyReferences.Select(metadata.GetAssemblyReference).ToDictionary(each => metadata.GetString(each.Name), static each => each.Version);
        Assert.Empty(references.Keys.Except(name == "GeekCafe.CodeFixes" ? Editor : Compiler));

        // The oldest compiler that buildTransitive/GeekCafe.Generators.targets lets pass has this version.
        Assert.Equal(Version.Parse(PackageFeed.RoslynVersion + ".0"), references["Microsoft.CodeAnalysis"]);
    }

    [Theory]
    [InlineData("GeekCafe.Description")]
    [InlineData("GeekCafe.Local")]
    [InlineData("GeekCafe.Runtime")]
    [InlineData("GeekCafe.Testing")]
    [InlineData("GeekCafe.Testing.Snapshots")]
    public void Symbols_lead_to_the_sources_and_to_no_machine(string id)
    {
        using var package = feed.Open(id, "snupkg");
        using var image = Image(id, $"lib/net10.0/{id}.dll");
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(Bytes(package, $"lib/net10.0/{id}.pdb")));
        AssertDeterministic(image, symbols.GetMetadataReader());
    }

    [Theory]
    [InlineData("GeekCafe.Generators")]
    [InlineData("GeekCafe.CodeFixes")]
    public void Symbols_of_the_generators_are_in_them(string name)
    {
        using var image = Image("GeekCafe.Generators", $"analyzers/dotnet/cs/{name}.dll");
        var entry = image.ReadDebugDirectory().Single(static each => each.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        using var symbols = image.ReadEmbeddedPortablePdbDebugDirectoryData(entry);
        AssertDeterministic(image, symbols.GetMetadataReader());
    }

    private static void AssertDeterministic(PEReader image, MetadataReader symbols)
    {
        Assert.Contains(image.ReadDebugDirectory(), static each => each.Type == DebugDirectoryEntryType.Reproducible);
        var sourceLink = new Guid("CC110556-A091-4D38-9FEC-25AB9A351A6A");
        var link = symbols.CustomDebugInformation.Select(symbols.GetCustomDebugInformation).Single(each => symbols.GetGuid(each.Kind) == sourceLink);
        Assert.Contains("https://raw.githubusercontent.com/geekcafe/geekcafe-generators/", System.Text.Encoding.UTF8.GetString(symbols.GetBlobBytes(link.Value)), StringComparison.Ordinal);
        Assert.NotEmpty(symbols.Documents);
        Assert.All(symbols.Documents, each => Assert.StartsWith("/_", symbols.GetString(symbols.GetDocument(each).Name), StringComparison.Ordinal));
    }

    private static XElement Metadata(ZipArchive package, string id) => XDocument.Load(new MemoryStream(Bytes(package, $"{id}.nuspec"))).Root!.Elements().Single();

    private PEReader Image(string id, string path)
    {
        using var package = feed.Open(id);
        return new(new MemoryStream(Bytes(package, path)));
    }

    private static byte[] Bytes(ZipArchive package, string path)
    {
        using var stream = package.GetEntry(path)!.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
