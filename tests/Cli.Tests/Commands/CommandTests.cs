using System.Text.Json.Nodes;

namespace GeekCafe.Cli.Tests.Commands;

public sealed class CommandTests
{
    [Fact]
    public void The_manifest_is_read_without_loading_the_assembly()
    {
        var copy = Path.Combine(Path.GetTempPath(), $"geekcafe-{Guid.NewGuid():N}.dll");
        File.Copy(Compiled.Domain, copy);
        try
        {
            var manifest = JsonNode.Parse(Compiled.Run("manifest", copy))!;
            Assert.Equal("GeekCafe.Cli.Tests", (string?)manifest["application"]);
            Assert.Equal(CliTestsManifest, manifest.ToJsonString());
            Assert.DoesNotContain(AppDomain.CurrentDomain.GetAssemblies(), assembly => !assembly.IsDynamic && assembly.Location == copy);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    [Theory]
    [InlineData("manifest")]
    [InlineData("sam")]
    [InlineData("cloudformation")]
    [InlineData("cdk")]
    [InlineData("iam")]
    [InlineData("openapi")]
    [InlineData("diagram")]
    public void Every_command_writes_the_same_text_each_time_with_plain_line_ends(string command)
    {
        var first = Compiled.Run(command, Compiled.Domain);
        Assert.Equal(first, Compiled.Run(command, Compiled.Domain));
        Assert.DoesNotContain('\r', first);
        Assert.EndsWith("\n", first, StringComparison.Ordinal);
        Assert.DoesNotContain(first.Split('\n'), static line => line.EndsWith(' '));

        var file = Path.GetTempFileName();
        Assert.Equal("", Compiled.Run(command, Compiled.Domain, "--out", file));
        Assert.Equal(first, File.ReadAllText(file));
        File.Delete(file);
    }

    [Fact]
    public void A_manifest_of_a_later_tool_is_refused_with_a_way_out() =>
        Assert.Contains("dotnet tool update", Assert.Throws<ToolException>(() => ManifestReader.Parse("""{"version":2}""", "x.dll")).Message, StringComparison.Ordinal);

    private static string CliTestsManifest => JsonNode.Parse(GeekCafeCliTestsApplication.Manifest)!.ToJsonString();
}
