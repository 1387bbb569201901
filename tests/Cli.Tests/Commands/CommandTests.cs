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
    public void A_file_that_is_no_assembly_is_refused_with_a_way_out()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "not an assembly, although it is a file with some text in it");
        Refused(CommandLine.Failure, "is no assembly; give the .dll", "sam", file);
        File.Delete(file);
    }

    [Fact]
    public void An_assembly_without_resources_is_refused_with_a_way_out() =>
        Refused(CommandLine.Failure, "has no manifest: no [Resource] record is in it", "sam", typeof(ServiceError).Assembly.Location);

    [Fact]
    public void A_manifest_of_a_later_tool_is_refused_with_a_way_out() =>
        Assert.Contains("dotnet tool update", Assert.Throws<ToolException>(() => ManifestReader.Parse("""{"version":2}""", "x.dll")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_file_is_refused_with_a_way_out() => Refused(CommandLine.Failure, "Build the project first", "sam", "/nowhere/Community.dll");

    [Fact]
    public void A_grant_to_no_function_names_those_there_are() =>
        Refused(CommandLine.Failure, "--grant names 'notes.fly', which is no function of this deployment; name one of: ", "sam", Compiled.Domain, "--grant", "notes.fly=GetItem");

    [Fact]
    public void A_grant_of_what_no_function_may_do_is_refused() =>
        Refused(CommandLine.Failure, "BatchGetItem", "sam", Compiled.Domain, "--grant", "notes.create=Scan");

    [Fact]
    public void A_tenant_is_an_identifier() => Refused(CommandLine.Failure, "1 to 64 characters", "sam", Compiled.Domain, "--tenant", "a\"b");

    [Theory]
    [InlineData("sam")]
    [InlineData("sam", "x.dll", "--nonsense")]
    [InlineData("sam", "x.dll", "--api", "graphql")]
    [InlineData("fly", "x.dll")]
    public void A_wrong_command_line_has_a_code_of_its_own(params string[] arguments)
    {
        var (code, _, errors) = Compiled.TryRun(arguments);
        Assert.Equal(CommandLine.UsageError, code);
        Assert.NotEmpty(errors);
    }

    private static string CliTestsManifest => JsonNode.Parse(GeekCafeCliTestsApplication.Manifest)!.ToJsonString();

    private static void Refused(int code, string message, params string[] arguments)
    {
        var (actual, output, errors) = Compiled.TryRun(arguments);
        Assert.Equal(code, actual);
        Assert.Empty(output);
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }
}
