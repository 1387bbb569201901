using System.Runtime.CompilerServices;
using System.Text;
using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Resources.Parsing;
using GeekCafe.Generators.Tests.Harness;
using GeekCafe.Testing.Snapshots;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Tests.Keys;

/// <summary>What the parser makes of keys, and says of them, one declaration a line: Keys.txt in, Keys.verified.txt out.</summary>
public class KeyTableTests
{
    private static readonly string Folder = FolderOf();

    [Fact]
    public void Keys()
    {
        var thing = File.ReadAllText(Path.Combine(Folder, "Thing.cs"));
        var text = new StringBuilder();
        foreach (var line in File.ReadAllLines(Path.Combine(Folder, "Keys.txt")))
        {
            text.Append(line).Append('\n');
            if (line.StartsWith('[')) Describe(text, thing.Replace("ATTRIBUTES", $"[Resource(\"things\")]{line}", StringComparison.Ordinal));
        }

        Snapshot.MatchText(text.ToString());
    }

    [Theory]
    [InlineData("TENANT#{TenantId}", "TENANT#{TenantId}", null)]
    [InlineData("TENANT#{TenantId}#{Title}", "TENANT#{TenantId}#{OwnerId}", null)]
    [InlineData("TENANT#{TenantId}#{Title}#{Title}", "TENANT#{TenantId}#{OwnerId}#{OwnerId}", null)]
    [InlineData("TENANT#{TenantId}#{Count:D5}", "TENANT#{TenantId}#{Count:D5}", null)]
    [InlineData("TENANT#{TenantId}", "T#{TenantId}", "'TENANT#' is not 'T#'")]
    [InlineData("TENANT#{TenantId}", "{TenantId}", "'TENANT#' is not '{TenantId}'")]
    [InlineData("{TenantId}", "TENANT#{TenantId}", "'{TenantId}' is not 'TENANT#'")]
    [InlineData("TENANT#{TenantId}#{Title}", "TENANT#{TenantId}", "one of them goes on where the other ends")]
    [InlineData("TENANT#{TenantId}", "TENANT#{TenantId}#{Title}", "one of them goes on where the other ends")]
    [InlineData("TENANT#{TenantId}#{Title}", "TENANT#{TenantId}#{Code}", "'Title' is of type 'string', and 'Code' is of type 'System.Guid'")]
    [InlineData("TENANT#{TenantId}#{Count}", "TENANT#{TenantId}#{Count:D5}", "'Count' and 'Count' are formatted differently")]
    [InlineData("TENANT#{TenantId}#{Title}", "TENANT#{TenantId}#{Title:lower}", "'Title' and 'Title' are formatted differently")]
    [InlineData("TENANT#{TenantId}#{Title}", "TENANT#{Title}#{TenantId}", "'TenantId' stands where the other has 'Title'")]
    [InlineData("TENANT#{Title}#{TenantId}", "TENANT#{TenantId}#{Title}", "'Title' stands where the other has 'TenantId'")]
    [InlineData("TENANT#{TenantId}#{Title}#{Title}", "TENANT#{TenantId}#{Title}#{OwnerId}", "'Title' stands where the other has 'OwnerId'")]
    public void Partitions_are_compared_by_what_stands_in_them(string one, string other, string? difference)
    {
        KeyModel Partition(string pattern)
        {
            var source = File.ReadAllText(Path.Combine(Folder, "Thing.cs")).Replace("ATTRIBUTES", $"[Resource(\"things\")][PrimaryKey(\"{pattern}\", \"THING#{{Id}}\")]", StringComparison.Ordinal);
            return ResourceParser.Parse(TestCompilation.Create(source).GetTypeByMetadataName("Shop.Thing")!, Silence.Instance, CancellationToken.None)!.Partition;
        }

        Assert.Equal(difference, PartitionComparison.Difference(Partition(one), Partition(other)));
    }

    private static void Describe(StringBuilder text, string source)
    {
        var compilation = TestCompilation.Create(source);
        var findings = new Listed(text);
        var thing = compilation.GetTypeByMetadataName("Shop.Thing")!;
        var rack = compilation.GetTypeByMetadataName("Shop.Rack")!;
        if (ResourceParser.Parse(thing, findings, CancellationToken.None) is not { } resource) return;
        CrossChecks.Run([(ResourceParser.Parse(rack, findings, CancellationToken.None)!, rack), (resource, thing)], findings);
        if (findings.Count > 0) return;
        Describe(text, "partition", resource.Partition);
        Describe(text, "sort", resource.Sort);
        foreach (var index in resource.Indexes)
        {
            Describe(text, $"{index.Name} ({index.Physical}) partition", index.Partition);
            Describe(text, $"{index.Name} ({index.Physical}) sort", index.Sort);
        }
    }

    private static void Describe(StringBuilder text, string name, KeyModel key)
    {
        text.Append($"    {name}: {key.Shape}{(key.IsReversible ? ", read back" : "")}{(key.Shards > 0 ? $", {key.Shards} shards" : "")}\n");
        foreach (var part in key.Parts.Where(static part => !part.IsLiteral))
        {
            text.Append($"        {part.TypeName.Replace("global::", "", StringComparison.Ordinal)} {part.Hole} = {(part.IsNullable ? $"{part.Tested} ?? " : "")}{part.Value}, see {part.See("Thing")}")
                .Append($"{(SortFormats.Sorts(part) ? ", sorts" : "")}{(part.Attribute.Length > 0 ? $", of '{part.Attribute}'" : "")}{(part.Stored is { } stored ? $", stored as {stored}: {part.Write}" : "")}\n");
        }
    }

    private static string FolderOf([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    private sealed class Listed(StringBuilder text) : IFindings
    {
        public int Count { get; private set; }

        public void Report(DiagnosticDescriptor rule, Location? location, params object[] arguments)
        {
            Count++;
            var finding = Diagnostic.Create(rule, location, arguments);
            text.Append($"    {finding.Id} at {location?.SourceTree?.GetText().ToString(location.SourceSpan)}: {finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}\n");
        }
    }
}
