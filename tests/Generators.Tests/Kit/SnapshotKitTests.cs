using DiffEngine;
using GeekCafe.Testing.Snapshots;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeekCafe.Generators.Tests.Kit;

/// <summary>The snapshot kit that users have, in a folder of its own.</summary>
public sealed class SnapshotKitTests : IDisposable
{
    private const string Order = """
        namespace Shop;

        [GeekCafe.Resource("orders")]
        [GeekCafe.PrimaryKey("TENANT#{TenantId}", "ORDER#{Id}")]
        public partial record Order { public required string Sku { get; init; } }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("geekcafe-snapshots-").FullName;

    public SnapshotKitTests() => DiffRunner.Disabled = true;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_new_is_received_and_fails_until_it_is_accepted()
    {
        var exception = Assert.Throws<SnapshotException>(() => Match(Order));
        Assert.Contains("Orders#Shop.Order.Item.g.verified.cs", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Orders#Shop.Order.Item.g.received.cs", Files());
        Accept();
        Match(Order);
        Assert.DoesNotContain(Files(), static file => file.Contains("received", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_different_fails_and_what_is_generated_no_more_does()
    {
        Assert.Throws<SnapshotException>(() => Match(Order));
        Accept();
        var different = Assert.Throws<SnapshotException>(() => Match(Order.Replace("string Sku", "int Sku")));
        Assert.Contains("Orders#Shop.Order.Item.g.verified.cs", different.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Orders#Shop.Order.Keys.g.verified.cs", different.Message, StringComparison.Ordinal);
        var gone = Assert.Throws<SnapshotException>(() => Match("namespace Shop;"));
        Assert.Contains("Orders#Shop.Order.Item.g.verified.cs is generated no more", gone.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_is_compared_as_files_are()
    {
        var test = Path.Combine(_folder, "Test.cs");
        Assert.Throws<SnapshotException>(() => Snapshot.MatchText("one\n", "Findings", test));
        File.Move(Path.Combine(_folder, "Findings.received.txt"), Path.Combine(_folder, "Findings.verified.txt"));
        Snapshot.MatchText("one\n", "Findings", test);
        Assert.Contains("Findings.verified.txt", Assert.Throws<SnapshotException>(() => Snapshot.MatchText("two\n", "Findings", test)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_is_the_files_in_its_folder_under_its_name()
    {
        File.WriteAllText(Path.Combine(_folder, "Acme.Orders.csproj"), "<Project />");
        File.WriteAllText(Path.Combine(_folder, "Order.cs"), Order);
        Directory.CreateDirectory(Path.Combine(_folder, "obj"));
        File.WriteAllText(Path.Combine(_folder, "obj", "Order.cs"), Order);
        var generation = Generation.OfProject(".", test: Path.Combine(_folder, "Test.cs"));
        Assert.Contains("AcmeOrdersApplication.g.cs", generation.Files.Keys);
        Assert.Contains("namespace Acme.Orders;", generation.Files["AcmeOrdersApplication.g.cs"], StringComparison.Ordinal);
        Assert.Empty(await generation.GetDiagnosticsAsync());
    }

    [Fact]
    public async Task Options_are_what_the_project_file_would_say()
    {
        const string Wrong = """
            [Resource("orders")]
            [PrimaryKey("ORDERS", "ORDER#{Id}")]
            public partial record Order;
            """;
        var options = new GenerationOptions { AssemblyName = "Desk", RootNamespace = "Acme", GlobalUsings = ["GeekCafe"], LanguageVersion = LanguageVersion.CSharp14 };
        Assert.Contains("namespace Acme;", Generation.Of(options, Order).Files["DeskApplication.g.cs"], StringComparison.Ordinal);
        Assert.Contains("GCG0002", (await Generation.Of(options, Wrong).GetDiagnosticsAsync()).Select(static each => each.Id));
        var silent = options with { Severities = new Dictionary<string, ReportDiagnostic> { ["GCG0002"] = ReportDiagnostic.Suppress } };
        Assert.DoesNotContain("GCG0002", (await Generation.Of(silent, Wrong).GetDiagnosticsAsync()).Select(static each => each.Id));
    }

    private void Match(string source) => Snapshot.Match(Generation.Of(source), "Orders", Path.Combine(_folder, "Test.cs"));

    private IEnumerable<string> Files() => Directory.GetFiles(_folder).Select(static path => Path.GetFileName(path));

    private void Accept()
    {
        foreach (var file in Directory.GetFiles(_folder, "*.received.cs")) File.Move(file, file.Replace(".received.", ".verified."));
    }
}
